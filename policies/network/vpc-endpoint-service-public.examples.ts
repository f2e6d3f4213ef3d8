import type { RuleExamples } from "../../src/rules/examples";

const program = (principal: string): string => `
const balancer = new aws.lb.LoadBalancer("prices", {
  loadBalancerType: "network",
  internal: true,
  subnets: ["subnet-0a1b2c3d4e5f67890"],
});
new aws.ec2.VpcEndpointService("prices", {
  acceptanceRequired: false,
  networkLoadBalancerArns: [balancer.arn],
  allowedPrincipals: ["${principal}"],
});
`;

export default {
  incorrect: program("*"),
  correct: program("arn:aws:iam::464738291005:root"),
} satisfies RuleExamples;
