import { WAFV2_WEB_ACL_ASSOCIATION } from "../../aws/type-tokens";
import type { ServiceConstraints } from "../form";

const ACL = "aws:wafv2/webAcl:WebAcl";
const GROUP = "aws:wafv2/ruleGroup:RuleGroup";
const LOGGING = "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration";
const IP_SET = "aws:wafv2/ipSet:IpSet";
const RULE = "https://docs.aws.amazon.com/waf/latest/APIReference/API_Rule.html";
const RATE = "https://docs.aws.amazon.com/waf/latest/APIReference/API_RateBasedStatement.html";
const SET = "https://docs.aws.amazon.com/waf/latest/APIReference/API_IPSet.html";

const managed = { managedRuleGroupStatement: { vendorName: "AWS", name: "AWSManagedRulesCommonRuleSet" } };
const ofGroup = { ruleGroupReferenceStatement: { arn: "arn:aws:wafv2:us-east-1:111122223333:regional/rulegroup/x/y" } };
const limit = (count: number): { rateBasedStatement: { limit: number } } => ({ rateBasedStatement: { limit: count } });

export default {
  date: "2026-11-30",
  constraints: {
    "aws.wafv2.web-acl.priorities-differ": {
      type: ACL,
      require: { rules: { uniqueBy: "priority" } },
      must: "Each of the `rules` must have a priority of its own.",
      source: "https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-processing-order.html",
      accepts: [
        {
          rules: [
            { priority: 1, action: {}, statement: limit(100) },
            { priority: 2, action: {}, statement: limit(100) },
          ],
        },
      ],
      rejects: [{ rules: [{ priority: 1 }, { priority: 1 }] }],
    },
    "aws.wafv2.web-acl.names-differ": {
      type: ACL,
      require: { rules: { uniqueBy: "name" } },
      must: "Each of the `rules` must have a name of its own.",
      source: RULE,
      accepts: [
        {
          rules: [
            { name: "one", priority: 1, action: {}, statement: limit(100) },
            { name: "two", priority: 2, action: {}, statement: limit(100) },
          ],
        },
      ],
      rejects: [
        {
          rules: [
            { name: "one", priority: 1 },
            { name: "one", priority: 2 },
          ],
        },
      ],
    },
    "aws.wafv2.web-acl.group-override": {
      type: ACL,
      each: "rules",
      where: [
        { "statement.managedRuleGroupStatement": { present: true } },
        { "statement.ruleGroupReferenceStatement": { present: true } },
      ],
      require: { overrideAction: { present: true }, action: { present: false } },
      must: "A rule that refers to a group has an `overrideAction` and no `action`.",
      source: RULE,
      accepts: [
        { rules: [{ priority: 1, overrideAction: { none: {} }, statement: managed }] },
        { rules: [{ priority: 1, overrideAction: { count: {} }, statement: ofGroup }] },
        { rules: [{ priority: 1, action: { block: {} }, statement: limit(100) }] },
      ],
      rejects: [
        { rules: [{ priority: 1, action: { block: {} }, statement: managed }] },
        { rules: [{ priority: 1, statement: ofGroup }] },
      ],
    },
    "aws.wafv2.web-acl.rule-action": {
      type: ACL,
      each: "rules",
      where: {
        statement: { present: true },
        "statement.managedRuleGroupStatement": { present: false },
        "statement.ruleGroupReferenceStatement": { present: false },
      },
      require: { action: { present: true }, overrideAction: { present: false } },
      must: "A rule with a statement of its own must have an `action` and no `overrideAction`.",
      source: RULE,
      accepts: [{ rules: [{ priority: 1, action: { count: {} }, statement: limit(100) }] }],
      rejects: [
        { rules: [{ priority: 1, statement: limit(100) }] },
        { rules: [{ priority: 1, overrideAction: { none: {} }, statement: limit(100) }] },
      ],
    },
    "aws.wafv2.web-acl.rate-limit": {
      type: ACL,
      each: "rules",
      require: { "statement.rateBasedStatement.limit": { min: 10, max: 2000000000 } },
      must: "A limit must be at least 10 requests and at most 2,000,000,000.",
      source: RATE,
      accepts: [{ rules: [{ priority: 1, action: { block: {} }, statement: limit(10) }] }],
      rejects: [{ rules: [{ priority: 1, action: { block: {} }, statement: limit(5) }] }],
    },
    "aws.wafv2.web-acl.rate-window": {
      type: ACL,
      each: "rules",
      require: { "statement.rateBasedStatement.evaluationWindowSec": [60, 120, 300, 600] },
      must: "`statement.rateBasedStatement.evaluationWindowSec` must be 60, 120, 300 or 600.",
      source: RATE,
      accepts: [
        {
          rules: [
            {
              priority: 1,
              action: { block: {} },
              statement: { rateBasedStatement: { limit: 10, evaluationWindowSec: 60 } },
            },
          ],
        },
      ],
      rejects: [
        {
          rules: [
            {
              priority: 1,
              action: { block: {} },
              statement: { rateBasedStatement: { limit: 10, evaluationWindowSec: 30 } },
            },
          ],
        },
      ],
    },
    "aws.wafv2.web-acl.forwarded-address": {
      type: ACL,
      each: "rules",
      where: { "statement.rateBasedStatement.aggregateKeyType": "FORWARDED_IP" },
      require: { "statement.rateBasedStatement.forwardedIpConfig": { present: true } },
      must: "Counting by forwarded address requires `statement.rateBasedStatement.forwardedIpConfig`.",
      source: RATE,
      accepts: [
        {
          rules: [
            {
              priority: 1,
              action: { block: {} },
              statement: {
                rateBasedStatement: {
                  limit: 10,
                  aggregateKeyType: "FORWARDED_IP",
                  forwardedIpConfig: { headerName: "X-Forwarded-For", fallbackBehavior: "MATCH" },
                },
              },
            },
          ],
        },
      ],
      rejects: [
        {
          rules: [
            {
              priority: 1,
              action: { block: {} },
              statement: { rateBasedStatement: { limit: 10, aggregateKeyType: "FORWARDED_IP" } },
            },
          ],
        },
      ],
    },
    "aws.wafv2.web-acl.one-default-action": {
      type: ACL,
      require: { atMostOne: ["defaultAction.allow", "defaultAction.block"] },
      must: "The default action must be either to allow or to block.",
      source: "https://docs.aws.amazon.com/waf/latest/APIReference/API_DefaultAction.html",
      accepts: [{ defaultAction: { allow: {} } }, { defaultAction: { block: {} } }],
      rejects: [{ defaultAction: { allow: {}, block: {} } }],
    },
    "aws.wafv2.rule-group.priorities-differ": {
      type: GROUP,
      require: { rules: { uniqueBy: "priority" } },
      must: "Each of the `rules` must have a priority of its own.",
      source: "https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-processing-order.html",
      accepts: [{ rules: [{ priority: 1 }, { priority: 2 }] }],
      rejects: [{ rules: [{ priority: 1 }, { priority: 1 }] }],
    },
    "aws.wafv2.web-acl-logging-configuration.destination-name": {
      type: LOGGING,
      require: {
        logDestinationConfigs: {
          every: { matches: /:log-group:aws-waf-logs-|:deliverystream\/aws-waf-logs-|^arn:[\w-]+:s3:::aws-waf-logs-/ },
        },
      },
      must: 'The name of a log group, bucket or delivery stream for WAF must begin with "aws-waf-logs-".',
      source: "https://docs.aws.amazon.com/waf/latest/developerguide/logging-destinations.html",
      accepts: [
        { logDestinationConfigs: ["arn:aws:logs:us-east-1:111122223333:log-group:aws-waf-logs-orders"] },
        { logDestinationConfigs: ["arn:aws:s3:::aws-waf-logs-orders"] },
        { logDestinationConfigs: ["arn:aws:firehose:us-east-1:111122223333:deliverystream/aws-waf-logs-orders"] },
      ],
      rejects: [{ logDestinationConfigs: ["arn:aws:logs:us-east-1:111122223333:log-group:/aws/waf"] }],
    },
    "aws.wafv2.web-acl-logging-configuration.one-destination": {
      type: LOGGING,
      require: { logDestinationConfigs: { maxItems: 1 } },
      must: "WAF sends the logs of a web ACL to one destination.",
      source: "https://docs.aws.amazon.com/waf/latest/APIReference/API_LoggingConfiguration.html",
      accepts: [{ logDestinationConfigs: ["arn:aws:s3:::aws-waf-logs-orders"] }],
      rejects: [{ logDestinationConfigs: ["arn:aws:s3:::aws-waf-logs-orders", "arn:aws:s3:::aws-waf-logs-more"] }],
    },
    "aws.wafv2.ip-set.address-version": {
      type: IP_SET,
      when: { ipAddressVersion: "IPV4" },
      require: { addresses: { every: { matches: /^[\d.]+\/\d+$/ } } },
      must: "A set of IPv4 addresses must have blocks such as 203.0.113.0/24, and no IPv6 addresses.",
      source: SET,
      accepts: [
        { ipAddressVersion: "IPV4", addresses: ["203.0.113.10/32"] },
        { ipAddressVersion: "IPV6", addresses: ["2001:db8::/32"] },
      ],
      rejects: [
        { ipAddressVersion: "IPV4", addresses: ["2001:db8::/32"] },
        { ipAddressVersion: "IPV4", addresses: ["203.0.113.10"] },
      ],
    },
    "aws.wafv2.ip-set.address-version-6": {
      type: IP_SET,
      when: { ipAddressVersion: "IPV6" },
      require: { addresses: { every: { matches: /^[\da-f]*:[\da-f:.]*\/\d+$/i } } },
      must: "A set of IPv6 addresses must have blocks such as 2001:db8::/32, and no IPv4 addresses.",
      source: SET,
      accepts: [{ ipAddressVersion: "IPV6", addresses: ["2001:db8::/32"] }],
      rejects: [{ ipAddressVersion: "IPV6", addresses: ["203.0.113.0/24"] }],
    },
    "aws.wafv2.ip-set.whole-space": {
      type: IP_SET,
      require: { addresses: { every: { not: { matches: /\/0$/ } } } },
      must: "WAF accepts all blocks except for those of the size /0: use two halves, such as 0.0.0.0/1 and 128.0.0.0/1.",
      source: SET,
      accepts: [{ addresses: ["0.0.0.0/1", "128.0.0.0/1"] }],
      rejects: [{ addresses: ["0.0.0.0/0"] }, { addresses: ["::/0"] }],
    },
    "aws.wafv2.web-acl-association.distribution": {
      type: WAFV2_WEB_ACL_ASSOCIATION,
      require: { resourceArn: { not: { matches: /^arn:[\w-]+:cloudfront:/ } } },
      must: "A distribution must name its web ACL itself: set its webAclId instead.",
      source: "https://docs.aws.amazon.com/waf/latest/APIReference/API_AssociateWebACL.html",
      accepts: [{ resourceArn: "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/x/y" }],
      rejects: [{ resourceArn: "arn:aws:cloudfront::111122223333:distribution/E2QWRUHAPOMQZL" }],
    },
    "aws.wafv2.web-acl-association.network-load-balancer": {
      type: WAFV2_WEB_ACL_ASSOCIATION,
      require: { resourceArn: { not: { matches: /:loadbalancer\/(?:net|gwy)\// } } },
      must: "WAF protects application load balancers only.",
      source: "https://docs.aws.amazon.com/waf/latest/APIReference/API_AssociateWebACL.html",
      accepts: [{ resourceArn: "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/x/y" }],
      rejects: [{ resourceArn: "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/net/x/y" }],
    },
    "aws.wafv2.web-acl-association.scope": {
      type: WAFV2_WEB_ACL_ASSOCIATION,
      require: { webAclArn: { not: { matches: /:global\/webacl\// } } },
      must: "A web ACL with the scope CLOUDFRONT must be for distributions only: use one with the scope REGIONAL.",
      source: "https://docs.aws.amazon.com/waf/latest/APIReference/API_AssociateWebACL.html",
      accepts: [{ webAclArn: "arn:aws:wafv2:us-east-1:111122223333:regional/webacl/x/y" }],
      rejects: [{ webAclArn: "arn:aws:wafv2:us-east-1:111122223333:global/webacl/x/y" }],
    },
  },
} satisfies ServiceConstraints;
