import type { RuleExamples } from "../../src/rules/examples";

const program = (isPublic: boolean): string => `
const subnet = new aws.ec2.Subnet("files", {
  vpcId: "vpc-0123456789abcdef0",
  cidrBlock: "10.0.1.0/24",
  mapPublicIpOnLaunch: ${String(isPublic)},
});
new aws.efs.MountTarget("files", { fileSystemId: "fs-0123456789abcdef0", subnetId: subnet.id });
`;

export default {
  contract: { frameworks: ["AWS FSBP"] },
  incorrect: program(true),
  correct: program(false),
} satisfies RuleExamples;
