import type { RuleExamples } from "../../src/rules/examples";

const database = (version: string): string => `
const orders = new aws.rds.Instance("orders", {
  engine: "postgres",
  engineVersion: "${version}",
  instanceClass: "db.t4g.medium",
  allocatedStorage: 20,
});
`;

export default { incorrect: database("8.0.35"), correct: database("16") } satisfies RuleExamples;
