import type { RuleExamples } from "../../src/rules/examples";

const BEFORE = `
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnet = new aws.ec2.Subnet("private", { vpcId: vpc.id, cidrBlock: "10.0.1.0/24" });
const table = new aws.ec2.RouteTable("private", { vpcId: vpc.id });
new aws.ec2.RouteTableAssociation("private", { subnetId: subnet.id, routeTableId: table.id });
new aws.ecs.Service("api", {
  launchType: "FARGATE",
  taskDefinition: "api:1",
  networkConfiguration: { subnets: [subnet.id] },
});`;

export default {
  incorrect: `${BEFORE}
`,
  correct: `${BEFORE}
const natGatewayId = "nat-0123456789abcdef0";
new aws.ec2.Route("out", { routeTableId: table.id, destinationCidrBlock: "0.0.0.0/0", natGatewayId });
`,
} satisfies RuleExamples;
