import type { RuleExamples } from "../../src/rules/examples";

const BEFORE = `
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnet = new aws.ec2.Subnet("public", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" });`;

export default {
  contract: { natGateways: "single" },
  incorrect: `${BEFORE}
for (const name of ["a", "b"]) {
  const address = new aws.ec2.Eip(name, { domain: "vpc" });
  new aws.ec2.NatGateway(name, { subnetId: subnet.id, allocationId: address.id });
}
`,
  correct: `${BEFORE}
const address = new aws.ec2.Eip("nat", { domain: "vpc" });
new aws.ec2.NatGateway("nat", { subnetId: subnet.id, allocationId: address.id });
`,
} satisfies RuleExamples;
