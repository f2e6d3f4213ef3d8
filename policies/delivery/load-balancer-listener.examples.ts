import type { RuleExamples } from "../../src/rules/examples";

const BEFORE = `
const web = new aws.lb.LoadBalancer("web", { subnets: ["subnet-0a1b", "subnet-0c2d"] });
const shop = new aws.lb.TargetGroup("shop", { port: 80, protocol: "HTTP", vpcId: "vpc-0a1b" });`;

export default {
  incorrect: `${BEFORE}
`,
  correct: `${BEFORE}
new aws.lb.Listener("http", {
  loadBalancerArn: web.arn,
  port: 80,
  defaultActions: [{ type: "forward", targetGroupArn: shop.arn }],
});
`,
} satisfies RuleExamples;
