import type { RuleExamples } from "../../src/rules/examples";

const database = (username: string): string => `
const orders = new aws.rds.Instance("orders", {
  engine: "postgres",
  instanceClass: "db.t4g.medium",
  allocatedStorage: 20,
  username: "${username}",
  manageMasterUserPassword: true,
});
`;

export default { incorrect: database("admin"), correct: database("app_admin") } satisfies RuleExamples;
