import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const orders = new aws.ec2.SecurityGroup("orders", {
  ingress: [{ protocol: "tcp", fromPort: 5432, toPort: 5432, cidrBlocks: ["0.0.0.0/0"] }],
});
new aws.rds.Instance("orders", {
  engine: "postgres",
  instanceClass: "db.t4g.medium",
  publiclyAccessible: true,
  vpcSecurityGroupIds: [orders.id],
});
`,
  correct: `
const api = new aws.ec2.SecurityGroup("api", {});
const orders = new aws.ec2.SecurityGroup("orders", {
  ingress: [{ protocol: "tcp", fromPort: 5432, toPort: 5432, securityGroups: [api.id] }],
});
new aws.rds.Instance("orders", {
  engine: "postgres",
  instanceClass: "db.t4g.medium",
  vpcSecurityGroupIds: [orders.id],
});
`,
} satisfies RuleExamples;
