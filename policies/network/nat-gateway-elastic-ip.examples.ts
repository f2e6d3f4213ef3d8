import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const subnet = new aws.ec2.Subnet("public", { vpcId: "vpc-0123", cidrBlock: "10.0.0.0/24" });
new aws.ec2.NatGateway("nat", { subnetId: subnet.id });
`,
  correct: `
const subnet = new aws.ec2.Subnet("public", { vpcId: "vpc-0123", cidrBlock: "10.0.0.0/24" });
const address = new aws.ec2.Eip("nat", { domain: "vpc" });
new aws.ec2.NatGateway("nat", { subnetId: subnet.id, allocationId: address.id });
`,
} satisfies RuleExamples;
