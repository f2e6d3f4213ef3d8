import type { RuleExamples } from "../../src/rules/examples";

const INSTANCE = `
const web = new aws.ec2.Instance("web", {
  ami: "ami-0abcdef1234567890",
  instanceType: "t4g.small",
  subnetId: "subnet-0123456789abcdef0",
});
`;

export default {
  contract: { frameworks: ["AWS FSBP"] },
  incorrect: `${INSTANCE}const second = new aws.ec2.NetworkInterface("second", { subnetId: "subnet-0fedcba9876543210" });
new aws.ec2.NetworkInterfaceAttachment("second", {
  instanceId: web.id,
  networkInterfaceId: second.id,
  deviceIndex: 1,
});
`,
  correct: INSTANCE,
} satisfies RuleExamples;
