import type { RuleExamples } from "../../src/rules/examples";

const BEFORE = `
const shop = new aws.lb.TargetGroup("shop", { port: 80, protocol: "HTTP", vpcId: "vpc-0a1b" });
new aws.lb.Listener("http", {
  loadBalancerArn: "arn:aws:elasticloadbalancing:us-east-1:464738291005:loadbalancer/app/web/0a1b2c3d4e5f6789",
  port: 80,
  defaultActions: [{ type: "forward", targetGroupArn: shop.arn }],
});`;

export default {
  incorrect: `${BEFORE}
`,
  correct: `${BEFORE}
new aws.lb.TargetGroupAttachment("shop", { targetGroupArn: shop.arn, targetId: "i-0a1b2c3d4e5f67890" });
`,
} satisfies RuleExamples;
