import type { RuleExamples } from "../../src/rules/examples";

export default {
  contract: { deployment: "blue-green" },
  incorrect: `
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const blue = new aws.lb.TargetGroup("blue", { vpcId: vpc.id, port: 80, protocol: "HTTP" });
const green = new aws.lb.TargetGroup("green", { vpcId: vpc.id, port: 80, protocol: "HTTP" });
`,
  correct: `
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const blue = new aws.lb.TargetGroup("blue", { vpcId: vpc.id, port: 80, protocol: "HTTP" });
const green = new aws.lb.TargetGroup("green", { vpcId: vpc.id, port: 80, protocol: "HTTP" });
new aws.ssm.Parameter(
  "active-environment",
  { name: "/shop/active-environment", type: "String", value: "blue" },
  { ignoreChanges: ["value"] },
);
`,
} satisfies RuleExamples;
