import type { RuleExamples } from "../../src/rules/examples";

const program = (groups: string): string => `
const role = "arn:aws:iam::464738291005:role/api";
const api = new aws.ec2.SecurityGroup("api", {});
const others = new aws.ec2.SecurityGroup("others", {});
const ingress = [{ protocol: "tcp", fromPort: 5432, toPort: 5432, securityGroups: [${groups}] }];
const inside = new aws.ec2.SecurityGroup("orders", { ingress });
const database = new aws.rds.Instance("orders", {
  engine: "postgres",
  instanceClass: "db.t4g.medium",
  vpcSecurityGroupIds: [inside.id],
});
const vpcConfig = { subnetIds: ["subnet-0123"], securityGroupIds: [api.id] };
const environment = { variables: { DB_HOST: database.address } };
new aws.lambda.Function("api", { role, runtime: "nodejs22.x", handler: "index.handler", vpcConfig, environment });
`;

export default {
  incorrect: program("others.id"),
  correct: program("api.id"),
} satisfies RuleExamples;
