import type { RuleExamples } from "../../src/rules/examples";

const program = (policy: string): string => `
const balancer = new aws.lb.LoadBalancer("web", { subnets: ["subnet-0a1b2c3d", "subnet-4e5f6a7b"] });
const target = new aws.lb.TargetGroup("web", { port: 8080, protocol: "HTTP", vpcId: "vpc-0a1b2c3d", targetType: "ip" });
new aws.lb.Listener("web", {
  loadBalancerArn: balancer.arn,
  port: 443,
  protocol: "HTTPS",
  certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/3f0e8a52",
  sslPolicy: "${policy}",
  defaultActions: [{ type: "forward", targetGroupArn: target.arn }],
});
`;

export default {
  contract: { allowedTlsPolicies: ["ELBSecurityPolicy-TLS13-1-3-*"] },
  incorrect: program("ELBSecurityPolicy-TLS13-1-2-2021-06"),
  correct: program("ELBSecurityPolicy-TLS13-1-3-2021-06"),
} satisfies RuleExamples;
