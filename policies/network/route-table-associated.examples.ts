import type { RuleExamples } from "../../src/rules/examples";

const BEFORE = `
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const first = new aws.ec2.Subnet("private-a", { vpcId: vpc.id, cidrBlock: "10.0.1.0/24" });
const second = new aws.ec2.Subnet("private-b", { vpcId: vpc.id, cidrBlock: "10.0.2.0/24" });
const table = new aws.ec2.RouteTable("private", { vpcId: vpc.id });
new aws.ec2.RouteTableAssociation("private-a", { subnetId: first.id, routeTableId: table.id });`;

export default {
  incorrect: `${BEFORE}
`,
  correct: `${BEFORE}
new aws.ec2.RouteTableAssociation("private-b", { subnetId: second.id, routeTableId: table.id });
`,
} satisfies RuleExamples;
