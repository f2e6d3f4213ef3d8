import type { RuleExamples } from "../../src/rules/examples";

export default {
  contract: { imageScanning: true },
  incorrect: `
const api = new aws.ecr.Repository("api");
`,
  correct: `
const api = new aws.ecr.Repository("api", { imageScanningConfiguration: { scanOnPush: true } });
`,
} satisfies RuleExamples;
