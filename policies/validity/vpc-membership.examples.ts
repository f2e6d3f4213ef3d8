import type { RuleExamples } from "../../src/rules/examples";

const program = (hostnames: string): string => `
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16", enableDnsHostnames: ${hostnames} });
const endpoint = new aws.ec2.VpcEndpoint("secrets", {
  vpcId: vpc.id,
  serviceName: "com.amazonaws.us-east-1.secretsmanager",
  vpcEndpointType: "Interface",
  subnetIds: ["subnet-0b8d3f6a1c5e7294d"],
  privateDnsEnabled: true,
});
`;

export default { incorrect: program("false"), correct: program("true") } satisfies RuleExamples;
