import type { RuleExamples } from "../../src/rules/examples";

const program = (group: string): string => `
const groups = ["public", "internal"].map(
  (name) => new aws.lb.TargetGroup(name, { port: 8080, protocol: "HTTP", vpcId: "vpc-0a1b" }),
);
["public", "internal"].forEach((name, index) => {
  const subnets = ["subnet-0a1b", "subnet-0c2d"];
  const balancer = new aws.lb.LoadBalancer(name, { internal: true, subnets, securityGroups: ["sg-0a1b"] });
  new aws.lb.Listener(name, {
    loadBalancerArn: balancer.arn,
    port: 80,
    protocol: "HTTP",
    defaultActions: [{ type: "forward", targetGroupArn: groups[${group}].arn }],
  });
});
`;

export default { incorrect: program("0"), correct: program("index") } satisfies RuleExamples;
