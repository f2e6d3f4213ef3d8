import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const west = new aws.Provider("west", { region: "us-west-2" });
const replica = new aws.s3.Bucket("replica");
`,
  correct: `
const west = new aws.Provider("west", { region: "us-west-2" });
const replica = new aws.s3.Bucket("replica", {}, { provider: west });
`,
} satisfies RuleExamples;
