import type { RuleExamples } from "../../src/rules/examples";

const BEFORE = `
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnet = new aws.ec2.Subnet("private", { vpcId: vpc.id, cidrBlock: "10.0.1.0/24" });
const table = new aws.ec2.RouteTable("private", { vpcId: vpc.id });
new aws.ec2.RouteTableAssociation("private", { subnetId: subnet.id, routeTableId: table.id });
new aws.ec2.Instance("worker", { instanceType: "t3.micro", subnetId: subnet.id });`;

export default {
  incorrect: `${BEFORE}
`,
  correct: `${BEFORE}
const serviceName = "com.amazonaws.us-east-1.s3";
new aws.ec2.VpcEndpoint("s3", { vpcId: vpc.id, serviceName, routeTableIds: [table.id] });
`,
} satisfies RuleExamples;
