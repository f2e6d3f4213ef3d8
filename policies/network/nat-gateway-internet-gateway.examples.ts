import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnet = new aws.ec2.Subnet("public", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" });
const address = new aws.ec2.Eip("nat", { domain: "vpc" });
new aws.ec2.NatGateway("nat", { subnetId: subnet.id, allocationId: address.id });
`,
  correct: `
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const gateway = new aws.ec2.InternetGateway("main", { vpcId: vpc.id });
const subnet = new aws.ec2.Subnet("public", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" });
const address = new aws.ec2.Eip("nat", { domain: "vpc" });
new aws.ec2.NatGateway("nat", { subnetId: subnet.id, allocationId: address.id }, { dependsOn: [gateway] });
`,
} satisfies RuleExamples;
