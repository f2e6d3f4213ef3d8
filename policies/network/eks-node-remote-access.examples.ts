import type { RuleExamples } from "../../src/rules/examples";

const program = (source: string): string => `
const ec2SshKey = "operations";
new aws.eks.NodeGroup("nodes", {
  clusterName: "shop",
  nodeRoleArn: "arn:aws:iam::464738291005:role/nodes",
  subnetIds: ["subnet-0123", "subnet-4567"],
  scalingConfig: { minSize: 1, maxSize: 3, desiredSize: 2 },
  remoteAccess: { ec2SshKey${source} },
});
`;

export default {
  incorrect: program(""),
  correct: program(', sourceSecurityGroupIds: ["sg-0123"]'),
} satisfies RuleExamples;
