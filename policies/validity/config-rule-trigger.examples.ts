import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const versioning = new aws.cfg.Rule("versioning", {
  source: { owner: "AWS", sourceIdentifier: "S3_BUCKET_VERSIONING_ENABLED" },
  maximumExecutionFrequency: "TwentyFour_Hours",
});
`,
  correct: `
const versioning = new aws.cfg.Rule("versioning", {
  source: { owner: "AWS", sourceIdentifier: "S3_BUCKET_VERSIONING_ENABLED" },
});
`,
} satisfies RuleExamples;
