import type { RuleExamples } from "../../src/rules/examples";

export default {
  contract: { deployment: "blue-green" },
  incorrect: `
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
new aws.lb.TargetGroup("blue", { vpcId: vpc.id, port: 8080, protocol: "HTTP", targetType: "ip" });
`,
  correct: `
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const [blue, green] = ["blue", "green"].map(
  (side) => new aws.lb.TargetGroup(side, { vpcId: vpc.id, port: 8080, protocol: "HTTP", targetType: "ip" }),
);
const config = new pulumi.Config();
const targetGroups = [
  { arn: blue.arn, weight: 100 },
  { arn: green.arn, weight: 0 },
];
new aws.lb.Listener("http", {
  loadBalancerArn: config.require("loadBalancerArn"),
  port: 80,
  defaultActions: [{ type: "forward", forward: { targetGroups } }],
});
`,
  config: {
    "shop:loadBalancerArn":
      "arn:aws:elasticloadbalancing:us-east-1:464738291005:loadbalancer/app/shop/50dc6c495c0c9188",
  },
} satisfies RuleExamples;
