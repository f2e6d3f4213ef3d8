import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const vpcId = aws.ec2.getVpcOutput({ default: true }).id;
const subnets = aws.ec2.getSubnetsOutput({ filters: [{ name: "vpc-id", values: [vpcId] }] }).ids;
const ingress = [{ protocol: "tcp", fromPort: 8080, toPort: 8080, cidrBlocks: ["10.0.0.0/16"] }];
const group = new aws.ec2.SecurityGroup("api", { vpcId, ingress });
const cluster = aws.ecs.getClusterOutput({ clusterName: "shop" }).arn;
new aws.ecs.Service("api", {
  cluster,
  launchType: "FARGATE",
  taskDefinition: "api:7",
  networkConfiguration: { subnets, securityGroups: [group.id] },
});
`,
  correct: `
const vpcId = aws.ec2.getVpcOutput({ default: true }).id;
const subnets = aws.ec2.getSubnetsOutput({ filters: [{ name: "vpc-id", values: [vpcId] }] }).ids;
const ingress = [{ protocol: "tcp", fromPort: 8080, toPort: 8080, cidrBlocks: ["10.0.0.0/16"] }];
const egress = [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] }];
const group = new aws.ec2.SecurityGroup("api", { vpcId, ingress, egress });
const cluster = aws.ecs.getClusterOutput({ clusterName: "shop" }).arn;
new aws.ecs.Service("api", {
  cluster,
  launchType: "FARGATE",
  taskDefinition: "api:7",
  networkConfiguration: { subnets, securityGroups: [group.id] },
});
`,
} satisfies RuleExamples;
