import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const bastion = new aws.ec2.SecurityGroup("bastion", {
  ingress: [{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] }],
});
new aws.ec2.Instance("bastion", {
  instanceType: "t3.micro",
  associatePublicIpAddress: true,
  vpcSecurityGroupIds: [bastion.id],
});
`,
  correct: `
const bastion = new aws.ec2.SecurityGroup("bastion", {
  ingress: [{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["203.0.113.0/29"] }],
});
new aws.ec2.Instance("bastion", {
  instanceType: "t3.micro",
  associatePublicIpAddress: true,
  vpcSecurityGroupIds: [bastion.id],
});
`,
} satisfies RuleExamples;
