import type { ControlCase, Inputs, Other } from "./case";

const metrics = (cloudwatchMetricsEnabled: boolean): Inputs => ({
  cloudwatchMetricsEnabled,
  metricName: "shop",
  sampledRequestsEnabled: true,
});
const acl: Inputs = { name: "shop", scope: "REGIONAL", defaultAction: { allow: {} }, visibilityConfig: metrics(true) };
const rule = (isMeasured: boolean): Inputs => ({ name: "common", priority: 1, visibilityConfig: metrics(isMeasured) });
const group = (isMeasured: boolean, ...rules: Inputs[]): Inputs => ({
  name: "shop",
  scope: "REGIONAL",
  capacity: 10,
  visibilityConfig: metrics(isMeasured),
  rules,
});
const activated = { action: { type: "BLOCK" }, priority: 1, ruleId: "0a1b2c3d" };
const CLASSIC = { metricName: "shop", defaultAction: { type: "ALLOW" } };
const part = (type: string, name: string, inputs: Inputs): Other => ({ type, name, inputs });

const classic = (module: string, scope: string, [ofRule, ofGroup, ofAcl]: [string, string, string]): ControlCase[] => [
  {
    control: ofRule,
    rule: `waf-${scope}-rule-conditions`,
    type: `aws:${module}/rule:Rule`,
    violating: { metricName: "shop", predicates: [] },
    compliant: { metricName: "shop", predicates: [{ dataId: "0a1b", negated: false, type: "IPMatch" }] },
  },
  {
    control: ofGroup,
    rule: `waf-${scope}-rule-group-rules`,
    type: `aws:${module}/ruleGroup:RuleGroup`,
    violating: { metricName: "shop" },
    compliant: { metricName: "shop", activatedRules: [activated] },
  },
  {
    control: ofAcl,
    rule: `waf-${scope}-web-acl-rules`,
    type: `aws:${module}/webAcl:WebAcl`,
    violating: CLASSIC,
    compliant: { ...CLASSIC, rules: [activated] },
  },
];

export default [
  {
    control: "WAF.1",
    rule: "waf-global-web-acl-logging",
    type: "aws:waf/webAcl:WebAcl",
    violating: CLASSIC,
    compliant: {
      ...CLASSIC,
      loggingConfiguration: {
        logDestination: "arn:aws:firehose:us-east-1:464738291005:deliverystream/aws-waf-logs-shop",
      },
    },
  },
  ...classic("wafregional", "regional", ["WAF.2", "WAF.3", "WAF.4"]),
  ...classic("waf", "global", ["WAF.6", "WAF.7", "WAF.8"]),
  {
    control: "WAF.10",
    rule: "wafv2-web-acl-rules",
    type: "aws:wafv2/webAcl:WebAcl",
    violating: acl,
    compliant: { ...acl, rules: [rule(true)] },
  },
  {
    control: "WAF.10",
    rule: "wafv2-web-acl-rules",
    about: "a rule of its own",
    type: "aws:wafv2/webAcl:WebAcl",
    violating: acl,
    compliant: acl,
    othersOfCompliant: [part("aws:wafv2/webAclRule:WebAclRule", "rule", { webAclArn: "${it.arn}", name: "common" })],
  },
  {
    control: "WAF.11",
    rule: "wafv2-logging",
    type: "aws:wafv2/webAcl:WebAcl",
    violating: acl,
    compliant: acl,
    othersOfCompliant: [
      part("aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration", "logs", {
        resourceArn: "${it.arn}",
        logDestinationConfigs: ["arn:aws:logs:us-east-1:464738291005:log-group:aws-waf-logs-shop"],
      }),
    ],
  },
  {
    control: "WAF.12",
    rule: "wafv2-metrics",
    type: "aws:wafv2/ruleGroup:RuleGroup",
    violating: group(false),
    compliant: group(true),
  },
  {
    control: "WAF.12",
    rule: "wafv2-metrics",
    about: "a rule of a group",
    type: "aws:wafv2/ruleGroup:RuleGroup",
    violating: group(true, rule(false)),
    compliant: group(true, rule(true)),
  },
] satisfies ControlCase[];
