import type { RuleExamples } from "../../src/rules/examples";

const program = (source: string): string => `
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const tasks = new aws.ec2.SecurityGroup("tasks", { vpcId: vpc.id });
const inside = new aws.ec2.SecurityGroup("orders", {
  vpcId: vpc.id,
  ingress: [{ protocol: "tcp", fromPort: 5432, toPort: 5432, ${source} }],
});
new aws.rds.Instance("orders", {
  engine: "postgres",
  instanceClass: "db.t4g.medium",
  vpcSecurityGroupIds: [inside.id],
});
`;

export default {
  incorrect: program("cidrBlocks: [vpc.cidrBlock]"),
  correct: program("securityGroups: [tasks.id]"),
} satisfies RuleExamples;
