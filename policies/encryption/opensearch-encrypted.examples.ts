import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const search = new aws.opensearch.Domain("search", {
  engineVersion: "OpenSearch_2.19",
  encryptAtRest: { enabled: true },
});
`,
  correct: `
const search = new aws.opensearch.Domain("search", {
  engineVersion: "OpenSearch_2.19",
  encryptAtRest: { enabled: true },
  nodeToNodeEncryption: { enabled: true },
});
`,
} satisfies RuleExamples;
