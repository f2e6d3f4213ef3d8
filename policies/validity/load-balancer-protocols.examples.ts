import type { RuleExamples } from "../../src/rules/examples";

const program = (protocol: string): string => `
const vpcId = "vpc-0d9e2b7a4c6f1835b";
const subnets = ["subnet-0b8d3f6a1c5e7294d", "subnet-07c2e9a4f1b6d8350"];
const balancer = new aws.lb.LoadBalancer("orders", { loadBalancerType: "network", internal: true, subnets });
const group = new aws.lb.TargetGroup("orders", { port: 8080, protocol: "${protocol}", targetType: "ip", vpcId });
new aws.lb.Listener("orders", {
  loadBalancerArn: balancer.arn,
  port: 8080,
  protocol: "TCP",
  defaultActions: [{ type: "forward", targetGroupArn: group.arn }],
});
`;

export default { incorrect: program("HTTP"), correct: program("TCP") } satisfies RuleExamples;
