import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const assets = new aws.s3.Bucket("assets", { bucket: "shop-assets" });
`,
  correct: `
const assets = new aws.s3.Bucket("assets", { bucket: \`shop-assets-\${pulumi.getStack()}\` });
`,
} satisfies RuleExamples;
