import type { RuleExamples } from "../../src/rules/examples";

const BEFORE = `
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnet = new aws.ec2.Subnet("public", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" });
const address = new aws.ec2.Eip("nat", { domain: "vpc" });
const nat = new aws.ec2.NatGateway("nat", { subnetId: subnet.id, allocationId: address.id });
const table = new aws.ec2.RouteTable("private", { vpcId: vpc.id });
const destinationCidrBlock = "0.0.0.0/0";`;

export default {
  incorrect: `${BEFORE}
new aws.ec2.Route("out", { routeTableId: table.id, destinationCidrBlock, natGatewayId: "nat-0123456789abcdef0" });
`,
  correct: `${BEFORE}
new aws.ec2.Route("out", { routeTableId: table.id, destinationCidrBlock, natGatewayId: nat.id });
`,
} satisfies RuleExamples;
