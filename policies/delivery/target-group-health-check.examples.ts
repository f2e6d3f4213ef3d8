import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
new aws.lb.TargetGroup("app", { vpcId: vpc.id, port: 8080, protocol: "HTTP", targetType: "ip" });
`,
  correct: `
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
new aws.lb.TargetGroup("app", {
  vpcId: vpc.id,
  port: 8080,
  protocol: "HTTP",
  targetType: "ip",
  healthCheck: { path: "/health", matcher: "200" },
});
`,
} satisfies RuleExamples;
