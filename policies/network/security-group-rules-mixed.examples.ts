import type { RuleExamples } from "../../src/rules/examples";

const program = (more: string): string => `
const vpc = new aws.ec2.Vpc("vpc", { cidrBlock: "10.0.0.0/16" });
const web = new aws.ec2.SecurityGroup("web", {
  vpcId: vpc.id,${more}
});
new aws.vpc.SecurityGroupIngressRule("https", {
  securityGroupId: web.id, ipProtocol: "tcp", fromPort: 443, toPort: 443, cidrIpv4: "10.0.0.0/16",
});
`;

export default {
  incorrect: program(`
  ingress: [{ protocol: "tcp", fromPort: 80, toPort: 80, cidrBlocks: ["10.0.0.0/16"] }],`),
  correct: program(""),
} satisfies RuleExamples;
