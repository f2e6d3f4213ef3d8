import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const sessions = new aws.elasticache.ReplicationGroup("sessions", {
  description: "Sessions of the shop",
  engine: "redis",
  nodeType: "cache.t4g.small",
});
`,
  correct: `
const sessions = new aws.elasticache.ReplicationGroup("sessions", {
  description: "Sessions of the shop",
  engine: "redis",
  nodeType: "cache.t4g.small",
  atRestEncryptionEnabled: true,
});
`,
} satisfies RuleExamples;
