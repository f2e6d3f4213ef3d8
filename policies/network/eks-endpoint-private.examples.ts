import type { RuleExamples } from "../../src/rules/examples";

const program = (endpoint: string): string => `
const roleArn = "arn:aws:iam::464738291005:role/eks";
const subnetIds = ["subnet-0123", "subnet-4567"];
new aws.eks.Cluster("shop", { roleArn, vpcConfig: { subnetIds, ${endpoint} } });
`;

export default {
  incorrect: program("endpointPublicAccess: true"),
  correct: program("endpointPublicAccess: false, endpointPrivateAccess: true"),
} satisfies RuleExamples;
