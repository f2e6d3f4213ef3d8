import type { RuleExamples } from "../../src/rules/examples";

const group = (nodes: number): string => `
const cache = new aws.elasticache.ReplicationGroup("sessions", {
  description: "Sessions of the shop",
  numCacheClusters: ${String(nodes)},
  automaticFailoverEnabled: true,
});
`;

export default { incorrect: group(1), correct: group(2) } satisfies RuleExamples;
