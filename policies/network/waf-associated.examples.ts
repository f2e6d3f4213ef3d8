import type { RuleExamples } from "../../src/rules/examples";

const BEFORE = `
const balancer = new aws.lb.LoadBalancer("web", { subnets: ["subnet-0123", "subnet-4567"] });`;

export default {
  contract: { webFirewall: true },
  incorrect: `${BEFORE}
`,
  correct: `${BEFORE}
const acl = new aws.wafv2.WebAcl("web", {
  scope: "REGIONAL",
  defaultAction: { allow: {} },
  visibilityConfig: { cloudwatchMetricsEnabled: true, metricName: "web", sampledRequestsEnabled: true },
});
new aws.wafv2.WebAclAssociation("web", { resourceArn: balancer.arn, webAclArn: acl.arn });
`,
} satisfies RuleExamples;
