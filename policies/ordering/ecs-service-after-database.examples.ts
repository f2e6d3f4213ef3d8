import type { RuleExamples } from "../../src/rules/examples";

const BEFORE = `
const clients = new aws.ec2.SecurityGroup("api", {});
const inside = new aws.ec2.SecurityGroup("orders", {
  ingress: [{ protocol: "tcp", fromPort: 5432, toPort: 5432, securityGroups: [clients.id] }],
});
const database = new aws.rds.Instance("orders", {
  engine: "postgres",
  instanceClass: "db.t4g.medium",
  vpcSecurityGroupIds: [inside.id],
});
const networkConfiguration = { subnets: ["subnet-0123"], securityGroups: [clients.id] };`;

export default {
  incorrect: `${BEFORE}
new aws.ecs.Service("api", { taskDefinition: "api:1", networkConfiguration });
`,
  correct: `${BEFORE}
new aws.ecs.Service("api", { taskDefinition: "api:1", networkConfiguration }, { dependsOn: [database] });
`,
} satisfies RuleExamples;
