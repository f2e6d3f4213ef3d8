import type { RuleExamples } from "../../src/rules/examples";

const program = (group: string): string => `
const vpcId = "vpc-0a1b";
const groups = ["public", "internal"].map(
  (name) => new aws.lb.TargetGroup(name, { port: 8080, protocol: "HTTP", targetType: "ip", vpcId }),
);
["public", "internal"].forEach((name, index) => {
  const balancer = new aws.lb.LoadBalancer(name, { internal: true, subnets: ["subnet-0a1b", "subnet-0c2d"], securityGroups: ["sg-0a1b"] });
  new aws.lb.Listener(name, {
    loadBalancerArn: balancer.arn,
    port: 80,
    protocol: "HTTP",
    defaultActions: [{ type: "forward", targetGroupArn: groups[${group}].arn }],
  });
});
`;

export default { incorrect: program("0"), correct: program("index") } satisfies RuleExamples;
