import type { RuleExamples } from "../../src/rules/examples";

const program = (count: number): string => `
const cluster = new aws.neptune.Cluster("graph", { storageEncrypted: true });
for (let i = 0; i < ${String(count)}; i++) {
  new aws.neptune.ClusterInstance("graph-" + i, {
    clusterIdentifier: cluster.id,
    instanceClass: "db.r6g.large",
  });
}
`;

export default {
  contract: { frameworks: ["AWS FSBP"] },
  incorrect: program(1),
  correct: program(2),
} satisfies RuleExamples;
