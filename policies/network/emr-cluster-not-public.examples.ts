import type { RuleExamples } from "../../src/rules/examples";

const program = (isPublic: boolean): string => `
const subnet = new aws.ec2.Subnet("jobs", {
  vpcId: "vpc-0123456789abcdef0",
  cidrBlock: "10.0.1.0/24",
  mapPublicIpOnLaunch: ${String(isPublic)},
});
new aws.emr.Cluster("jobs", {
  releaseLabel: "emr-7.9.0",
  serviceRole: "EMR_DefaultRole_V2",
  ec2Attributes: { instanceProfile: "EMR_EC2_DefaultRole", subnetId: subnet.id },
  masterInstanceGroup: { instanceType: "m7g.xlarge" },
});
`;

export default {
  contract: { frameworks: ["AWS FSBP"] },
  incorrect: program(true),
  correct: program(false),
} satisfies RuleExamples;
