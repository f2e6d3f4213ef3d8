import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const config = new pulumi.Config();
new aws.lb.Listener("https", {
  loadBalancerArn: config.require("loadBalancerArn"),
  certificateArn: config.require("certificateArn"),
  port: 443,
  protocol: "HTTPS",
  defaultActions: [{ type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "404" } }],
});
`,
  correct: `
const config = new pulumi.Config();
new aws.lb.Listener("https", {
  loadBalancerArn: config.require("loadBalancerArn"),
  certificateArn: config.require("certificateArn"),
  port: 443,
  protocol: "HTTPS",
  sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
  defaultActions: [{ type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "404" } }],
});
`,
  config: {
    "shop:loadBalancerArn":
      "arn:aws:elasticloadbalancing:us-east-1:464738291005:loadbalancer/app/shop/50dc6c495c0c9188",
    "shop:certificateArn": "arn:aws:acm:us-east-1:464738291005:certificate/0f1c1f5e-92b2-4d6d-a2f4-6b1b1c1b7c55",
  },
} satisfies RuleExamples;
