import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const sessions = new aws.elasticache.ReplicationGroup("sessions", {
  description: "Sessions of the shop",
  engine: "valkey",
  transitEncryptionEnabled: true,
});
`,
  correct: `
const token = new random.RandomPassword("cache-token", { length: 64, special: false });
const sessions = new aws.elasticache.ReplicationGroup("sessions", {
  description: "Sessions of the shop",
  engine: "valkey",
  transitEncryptionEnabled: true,
  authToken: token.result,
});
`,
} satisfies RuleExamples;
