import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const subnets = aws.ec2.getSubnetsOutput().ids;
const balancer = new aws.lb.LoadBalancer("web", { subnets });
const vpcId = aws.ec2.getVpcOutput({ default: true }).id;
const app = new aws.lb.TargetGroup("app", { vpcId, port: 8080, protocol: "HTTP" });
new aws.lb.Listener("http", {
  loadBalancerArn: balancer.arn,
  port: 80,
  defaultActions: [{ type: "forward", targetGroupArn: app.arn }],
});
`,
  correct: `
const subnets = aws.ec2.getSubnetsOutput().ids;
const balancer = new aws.lb.LoadBalancer("web", { subnets });
new aws.lb.Listener("http", {
  loadBalancerArn: balancer.arn,
  port: 80,
  defaultActions: [
    { type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } },
  ],
});
`,
} satisfies RuleExamples;
