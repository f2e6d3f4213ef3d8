import type { RuleExamples } from "../../src/rules/examples";

const group = (more: string): string => `
const token = new random.RandomPassword("cache-token", { length: 64${more} });
const cache = new aws.elasticache.ReplicationGroup("sessions", {
  description: "Sessions of the shop",
  transitEncryptionEnabled: true,
  authToken: token.result,
});
`;

export default { incorrect: group(""), correct: group(", special: false") } satisfies RuleExamples;
