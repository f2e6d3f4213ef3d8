import type { RuleExamples } from "../../src/rules/examples";

export default {
  contract: { deployment: "blue-green" },
  incorrect: `
const vpcId = aws.ec2.getVpcOutput({ default: true }).id;
const blue = new aws.lb.TargetGroup("blue", { vpcId, port: 8080, protocol: "HTTP" });
const green = new aws.lb.TargetGroup("green", { vpcId, port: 8080, protocol: "HTTP" });
const balancer = new aws.lb.LoadBalancer("web", { subnets: aws.ec2.getSubnetsOutput().ids });
new aws.lb.Listener("http", {
  loadBalancerArn: balancer.arn,
  port: 80,
  defaultActions: [{ type: "forward", targetGroupArn: blue.arn }],
});
`,
  correct: `
const vpcId = aws.ec2.getVpcOutput({ default: true }).id;
const blue = new aws.lb.TargetGroup("blue", { vpcId, port: 8080, protocol: "HTTP" });
const green = new aws.lb.TargetGroup("green", { vpcId, port: 8080, protocol: "HTTP" });
const balancer = new aws.lb.LoadBalancer("web", { subnets: aws.ec2.getSubnetsOutput().ids });
const targetGroups = [
  { arn: blue.arn, weight: 100 },
  { arn: green.arn, weight: 0 },
];
new aws.lb.Listener("http", {
  loadBalancerArn: balancer.arn,
  port: 80,
  defaultActions: [{ type: "forward", forward: { targetGroups } }],
});
`,
} satisfies RuleExamples;
