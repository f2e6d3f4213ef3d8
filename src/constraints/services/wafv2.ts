import {
  APIGATEWAYV2_API,
  APIGATEWAYV2_STAGE,
  LB_LOAD_BALANCER,
  WAFV2_WEB_ACL_ASSOCIATION,
} from "../../aws/type-tokens";
import type { Constraint, ServiceConstraints } from "../form";

const REGEX_PATTERN_SET = "aws:wafv2/regexPatternSet:RegexPatternSet";
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

const AND_OR = "https://docs.aws.amazon.com/waf/latest/APIReference/API_OrStatement.html";
const RATE_PAGE = "https://docs.aws.amazon.com/waf/latest/APIReference/API_RateBasedStatement.html";
const STATEMENT = "https://docs.aws.amazon.com/waf/latest/APIReference/API_Statement.html";
const shown = { cloudwatchMetricsEnabled: true, metricName: "orders", sampledRequestsEnabled: true };
const countries = (code: string): Record<string, unknown> => ({ geoMatchStatement: { countryCodes: [code] } });
const ruled = (statement: object, more: object = {}): Record<string, unknown> => ({
  scope: "REGIONAL",
  defaultAction: { allow: {} },
  visibilityConfig: shown,
  rules: [{ name: "a", priority: 1, action: { block: {} }, visibilityConfig: shown, statement }],
  ...more,
});
const grouped = (statement: object, more: object = {}): Record<string, unknown> => ({
  scope: "REGIONAL",
  capacity: 50,
  visibilityConfig: shown,
  rules: [{ name: "a", priority: 1, action: { block: {} }, visibilityConfig: shown, statement }],
  ...more,
});

/** A statement that refers to a set or a group, which has the scope of the web ACL. */
function ofOwnScope(
  kind: string,
  type: string,
  statement: (scope: string) => object,
  action: object = { action: { block: {} } },
): Constraint {
  const path = `statement.${kind}.arn`;
  const acl = (scope: string): Record<string, unknown> => ({
    scope: "REGIONAL",
    defaultAction: { allow: {} },
    visibilityConfig: shown,
    rules: [{ name: "x", priority: 0, visibilityConfig: shown, statement: { [kind]: statement(scope) }, ...action }],
  });
  return {
    type: ACL,
    each: "rules",
    refers: { [path]: type },
    require: { [`${path}->scope`]: { sameAs: "/scope" } },
    must: "A web ACL refers to sets and groups of its own `scope`.",
    source: "https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateWebACL.html",
    accepts: [acl("REGIONAL")],
    rejects: [acl("CLOUDFRONT")],
  };
}

/** What each statement that compares a part of a request has beside that part and its transformations. */
const COMPARED: Readonly<Record<string, readonly [statement: string, more: object]>> = {
  match: ["byteMatchStatement", { positionalConstraint: "STARTS_WITH", searchString: "/a" }],
  size: ["sizeConstraintStatement", { comparisonOperator: "GT", size: 100 }],
  sql: ["sqliMatchStatement", {}],
  script: ["xssMatchStatement", {}],
  expression: ["regexMatchStatement", { regexString: "a" }],
  set: [
    "regexPatternSetReferenceStatement",
    { arn: "arn:aws:wafv2:us-east-1:111122223333:regional/regexpatternset/x/y" },
  ],
};

/** The constraints on the transformations of these statements. `program` makes a case of its type from a statement. */
function transformed(
  owner: string,
  type: string,
  program: (statement: object) => Record<string, unknown>,
): Record<string, Constraint> {
  return Object.fromEntries(
    Object.entries(COMPARED).map(([id, [name, more]]) => {
      const path = `statement.${name}`;
      const having = (...textTransformations: object[]): Record<string, unknown> =>
        program({ [name]: { ...more, fieldToMatch: { uriPath: {} }, textTransformations } });
      const constraint: Constraint = {
        type,
        each: "rules",
        where: { [path]: { present: true } },
        require: { [`${path}.textTransformations`]: { present: true, uniqueBy: "priority" } },
        must: 'A statement must have at least one transformation, which may be "NONE", each with a priority of its own.',
        source: "https://docs.aws.amazon.com/waf/latest/APIReference/API_TextTransformation.html",
        accepts: [having({ priority: 0, type: "NONE" })],
        rejects: [having(), having({ priority: 0, type: "LOWERCASE" }, { priority: 0, type: "URL_DECODE" })],
      };
      return [`aws.wafv2.${owner}.${id}-transformations`, constraint];
    }),
  );
}

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
    "aws.wafv2.web-acl.and-count": {
      type: ACL,
      each: "rules",
      require: { "statement.andStatement.statements": { minItems: 2 } },
      must: "A statement of AND joins at least two others: use the one statement alone.",
      source: AND_OR,
      accepts: [ruled({ andStatement: { statements: [countries("KP"), countries("IR")] } })],
      rejects: [ruled({ andStatement: { statements: [countries("KP")] } })],
    },
    "aws.wafv2.web-acl.or-count": {
      type: ACL,
      each: "rules",
      require: { "statement.orStatement.statements": { minItems: 2 } },
      must: "A statement of OR joins at least two others: use the one statement alone.",
      source: AND_OR,
      accepts: [ruled({ orStatement: { statements: [countries("KP"), countries("IR")] } })],
      rejects: [ruled({ orStatement: { statements: [countries("KP")] } })],
    },
    "aws.wafv2.web-acl.one-statement": {
      type: ACL,
      each: "rules",
      require: {
        atMostOne: [
          "statement.andStatement",
          "statement.asnMatchStatement",
          "statement.byteMatchStatement",
          "statement.geoMatchStatement",
          "statement.ipSetReferenceStatement",
          "statement.labelMatchStatement",
          "statement.managedRuleGroupStatement",
          "statement.notStatement",
          "statement.orStatement",
          "statement.rateBasedStatement",
          "statement.regexMatchStatement",
          "statement.regexPatternSetReferenceStatement",
          "statement.ruleGroupReferenceStatement",
          "statement.sizeConstraintStatement",
          "statement.sqliMatchStatement",
          "statement.xssMatchStatement",
        ],
      },
      must: "A rule has one statement: join several with `andStatement` or `orStatement`.",
      source: STATEMENT,
      accepts: [ruled(countries("KP"))],
      rejects: [ruled({ ...countries("KP"), labelMatchStatement: { scope: "LABEL", key: "x" } })],
    },
    "aws.wafv2.web-acl.rate-of-all": {
      type: ACL,
      each: "rules",
      where: { "statement.rateBasedStatement.aggregateKeyType": "CONSTANT" },
      require: { "statement.rateBasedStatement.scopeDownStatement": { present: true } },
      must: "A rate of all requests together requires `scopeDownStatement`.",
      source: RATE_PAGE,
      accepts: [
        ruled({
          rateBasedStatement: { limit: 100, aggregateKeyType: "CONSTANT", scopeDownStatement: countries("KP") },
        }),
      ],
      rejects: [ruled({ rateBasedStatement: { limit: 100, aggregateKeyType: "CONSTANT" } })],
    },
    "aws.wafv2.web-acl.countries": {
      type: ACL,
      each: "rules",
      require: { "statement.geoMatchStatement.countryCodes": { every: { matches: /^[A-Z]{2}$/ } } },
      must: "Countries are named by two capital letters.",
      source: "https://docs.aws.amazon.com/waf/latest/APIReference/API_GeoMatchStatement.html",
      accepts: [ruled(countries("KP"))],
      rejects: [ruled(countries("Germany"))],
    },
    "aws.wafv2.web-acl.response-body": {
      type: ACL,
      each: "rules",
      where: { "action.block.customResponse.customResponseBodyKey": { present: true } },
      require: {
        "../customResponseBodies": {
          present: true,
          some: { key: { sameAs: "../action.block.customResponse.customResponseBodyKey" } },
        },
      },
      must: "The body of a response must be one of `customResponseBodies`, by its key.",
      source: "https://docs.aws.amazon.com/waf/latest/APIReference/API_CustomResponse.html",
      accepts: [
        ruled(countries("KP"), {
          customResponseBodies: [{ key: "no", content: "no", contentType: "TEXT_PLAIN" }],
          rules: [
            {
              name: "a",
              priority: 1,
              action: { block: { customResponse: { responseCode: 403, customResponseBodyKey: "no" } } },
              visibilityConfig: shown,
              statement: countries("KP"),
            },
          ],
        }),
      ],
      rejects: [
        ruled(countries("KP"), {
          customResponseBodies: [{ key: "yes", content: "no", contentType: "TEXT_PLAIN" }],
          rules: [
            {
              name: "a",
              priority: 1,
              action: { block: { customResponse: { responseCode: 403, customResponseBodyKey: "no" } } },
              visibilityConfig: shown,
              statement: countries("KP"),
            },
          ],
        }),
      ],
    },
    "aws.wafv2.rule-group.and-count": {
      type: GROUP,
      each: "rules",
      require: { "statement.andStatement.statements": { minItems: 2 } },
      must: "A statement of AND joins at least two others: use the one statement alone.",
      source: AND_OR,
      accepts: [grouped({ andStatement: { statements: [countries("KP"), countries("IR")] } })],
      rejects: [grouped({ andStatement: { statements: [countries("KP")] } })],
    },
    "aws.wafv2.rule-group.or-count": {
      type: GROUP,
      each: "rules",
      require: { "statement.orStatement.statements": { minItems: 2 } },
      must: "A statement of OR joins at least two others: use the one statement alone.",
      source: AND_OR,
      accepts: [grouped({ orStatement: { statements: [countries("KP"), countries("IR")] } })],
      rejects: [grouped({ orStatement: { statements: [countries("KP")] } })],
    },
    "aws.wafv2.rule-group.one-statement": {
      type: GROUP,
      each: "rules",
      require: {
        atMostOne: [
          "statement.andStatement",
          "statement.asnMatchStatement",
          "statement.byteMatchStatement",
          "statement.geoMatchStatement",
          "statement.ipSetReferenceStatement",
          "statement.labelMatchStatement",
          "statement.notStatement",
          "statement.orStatement",
          "statement.rateBasedStatement",
          "statement.regexMatchStatement",
          "statement.regexPatternSetReferenceStatement",
          "statement.sizeConstraintStatement",
          "statement.sqliMatchStatement",
          "statement.xssMatchStatement",
        ],
      },
      must: "A rule has one statement: join several with `andStatement` or `orStatement`.",
      source: STATEMENT,
      accepts: [grouped(countries("KP"))],
      rejects: [grouped({ ...countries("KP"), labelMatchStatement: { scope: "LABEL", key: "x" } })],
    },
    "aws.wafv2.rule-group.rate-of-all": {
      type: GROUP,
      each: "rules",
      where: { "statement.rateBasedStatement.aggregateKeyType": "CONSTANT" },
      require: { "statement.rateBasedStatement.scopeDownStatement": { present: true } },
      must: "A rate of all requests together requires `scopeDownStatement`.",
      source: RATE_PAGE,
      accepts: [
        grouped({
          rateBasedStatement: { limit: 100, aggregateKeyType: "CONSTANT", scopeDownStatement: countries("KP") },
        }),
      ],
      rejects: [grouped({ rateBasedStatement: { limit: 100, aggregateKeyType: "CONSTANT" } })],
    },
    "aws.wafv2.rule-group.countries": {
      type: GROUP,
      each: "rules",
      require: { "statement.geoMatchStatement.countryCodes": { every: { matches: /^[A-Z]{2}$/ } } },
      must: "Countries are named by two capital letters.",
      source: "https://docs.aws.amazon.com/waf/latest/APIReference/API_GeoMatchStatement.html",
      accepts: [grouped(countries("KP"))],
      rejects: [grouped(countries("Germany"))],
    },
    "aws.wafv2.rule-group.response-body": {
      type: GROUP,
      each: "rules",
      where: { "action.block.customResponse.customResponseBodyKey": { present: true } },
      require: {
        "../customResponseBodies": {
          present: true,
          some: { key: { sameAs: "../action.block.customResponse.customResponseBodyKey" } },
        },
      },
      must: "The body of a response must be one of `customResponseBodies`, by its key.",
      source: "https://docs.aws.amazon.com/waf/latest/APIReference/API_CustomResponse.html",
      accepts: [
        grouped(countries("KP"), {
          customResponseBodies: [{ key: "no", content: "no", contentType: "TEXT_PLAIN" }],
          rules: [
            {
              name: "a",
              priority: 1,
              action: { block: { customResponse: { responseCode: 403, customResponseBodyKey: "no" } } },
              visibilityConfig: shown,
              statement: countries("KP"),
            },
          ],
        }),
      ],
      rejects: [
        grouped(countries("KP"), {
          customResponseBodies: [{ key: "yes", content: "no", contentType: "TEXT_PLAIN" }],
          rules: [
            {
              name: "a",
              priority: 1,
              action: { block: { customResponse: { responseCode: 403, customResponseBodyKey: "no" } } },
              visibilityConfig: shown,
              statement: countries("KP"),
            },
          ],
        }),
      ],
    },
    "aws.wafv2.regex-pattern-set.count": {
      type: REGEX_PATTERN_SET,
      require: { regularExpressions: { maxItems: 10 } },
      must: "A set holds at most 10 expressions.",
      source: "https://docs.aws.amazon.com/waf/latest/developerguide/limits.html",
      accepts: [{ scope: "REGIONAL", regularExpressions: [{ regexString: "^a" }] }],
      rejects: [
        { scope: "REGIONAL", regularExpressions: "abcdefghijk".split("").map((regexString) => ({ regexString })) },
      ],
    },
    "aws.wafv2.rule-group.capacity": {
      type: GROUP,
      require: { capacity: { min: 1, max: 5000 } },
      must: "The capacity of a group is from 1 to 5,000.",
      source: "https://docs.aws.amazon.com/waf/latest/developerguide/aws-waf-capacity-units.html",
      accepts: [grouped(countries("KP"))],
      rejects: [grouped(countries("KP"), { capacity: 6000 })],
    },
    "aws.wafv2.rule-group.names-differ": {
      type: GROUP,
      require: { rules: { uniqueBy: "name" } },
      must: "Each rule has a name of its own.",
      source: "https://docs.aws.amazon.com/waf/latest/APIReference/API_Rule.html",
      accepts: [grouped(countries("KP"))],
      rejects: [
        grouped(
          {},
          {
            rules: [
              { name: "a", priority: 1, action: { block: {} }, visibilityConfig: shown, statement: countries("KP") },
              { name: "a", priority: 2, action: { block: {} }, visibilityConfig: shown, statement: countries("IR") },
            ],
          },
        ),
      ],
    },
    "aws.wafv2.web-acl.match-field": {
      type: ACL,
      each: "rules",
      require: {
        atMostOne: [
          "statement.byteMatchStatement.fieldToMatch.allQueryArguments",
          "statement.byteMatchStatement.fieldToMatch.body",
          "statement.byteMatchStatement.fieldToMatch.cookies",
          "statement.byteMatchStatement.fieldToMatch.headerOrders",
          "statement.byteMatchStatement.fieldToMatch.headers",
          "statement.byteMatchStatement.fieldToMatch.ja3Fingerprint",
          "statement.byteMatchStatement.fieldToMatch.ja4Fingerprint",
          "statement.byteMatchStatement.fieldToMatch.jsonBody",
          "statement.byteMatchStatement.fieldToMatch.method",
          "statement.byteMatchStatement.fieldToMatch.queryString",
          "statement.byteMatchStatement.fieldToMatch.singleHeader",
          "statement.byteMatchStatement.fieldToMatch.singleQueryArgument",
          "statement.byteMatchStatement.fieldToMatch.uriFragment",
          "statement.byteMatchStatement.fieldToMatch.uriPath",
        ],
      },
      must: "A statement looks at one part of a request: write one for each.",
      source: "https://docs.aws.amazon.com/waf/latest/APIReference/API_FieldToMatch.html",
      accepts: [
        ruled({
          byteMatchStatement: {
            fieldToMatch: { uriPath: {} },
            positionalConstraint: "STARTS_WITH",
            searchString: "/a",
            textTransformations: [{ priority: 0, type: "NONE" }],
          },
        }),
      ],
      rejects: [
        ruled({
          byteMatchStatement: {
            fieldToMatch: { uriPath: {}, method: {} },
            positionalConstraint: "STARTS_WITH",
            searchString: "/a",
            textTransformations: [{ priority: 0, type: "NONE" }],
          },
        }),
      ],
    },
    "aws.wafv2.web-acl.size-field": {
      type: ACL,
      each: "rules",
      require: {
        atMostOne: [
          "statement.sizeConstraintStatement.fieldToMatch.allQueryArguments",
          "statement.sizeConstraintStatement.fieldToMatch.body",
          "statement.sizeConstraintStatement.fieldToMatch.cookies",
          "statement.sizeConstraintStatement.fieldToMatch.headerOrders",
          "statement.sizeConstraintStatement.fieldToMatch.headers",
          "statement.sizeConstraintStatement.fieldToMatch.ja3Fingerprint",
          "statement.sizeConstraintStatement.fieldToMatch.ja4Fingerprint",
          "statement.sizeConstraintStatement.fieldToMatch.jsonBody",
          "statement.sizeConstraintStatement.fieldToMatch.method",
          "statement.sizeConstraintStatement.fieldToMatch.queryString",
          "statement.sizeConstraintStatement.fieldToMatch.singleHeader",
          "statement.sizeConstraintStatement.fieldToMatch.singleQueryArgument",
          "statement.sizeConstraintStatement.fieldToMatch.uriFragment",
          "statement.sizeConstraintStatement.fieldToMatch.uriPath",
        ],
      },
      must: "A statement looks at one part of a request: write one for each.",
      source: "https://docs.aws.amazon.com/waf/latest/APIReference/API_FieldToMatch.html",
      accepts: [
        ruled({
          sizeConstraintStatement: {
            fieldToMatch: { uriPath: {} },
            comparisonOperator: "GT",
            size: 10,
            textTransformations: [{ priority: 0, type: "NONE" }],
          },
        }),
      ],
      rejects: [
        ruled({
          sizeConstraintStatement: {
            fieldToMatch: { uriPath: {}, method: {} },
            comparisonOperator: "GT",
            size: 10,
            textTransformations: [{ priority: 0, type: "NONE" }],
          },
        }),
      ],
    },
    "aws.wafv2.web-acl.sql-field": {
      type: ACL,
      each: "rules",
      require: {
        atMostOne: [
          "statement.sqliMatchStatement.fieldToMatch.allQueryArguments",
          "statement.sqliMatchStatement.fieldToMatch.body",
          "statement.sqliMatchStatement.fieldToMatch.cookies",
          "statement.sqliMatchStatement.fieldToMatch.headerOrders",
          "statement.sqliMatchStatement.fieldToMatch.headers",
          "statement.sqliMatchStatement.fieldToMatch.ja3Fingerprint",
          "statement.sqliMatchStatement.fieldToMatch.ja4Fingerprint",
          "statement.sqliMatchStatement.fieldToMatch.jsonBody",
          "statement.sqliMatchStatement.fieldToMatch.method",
          "statement.sqliMatchStatement.fieldToMatch.queryString",
          "statement.sqliMatchStatement.fieldToMatch.singleHeader",
          "statement.sqliMatchStatement.fieldToMatch.singleQueryArgument",
          "statement.sqliMatchStatement.fieldToMatch.uriFragment",
          "statement.sqliMatchStatement.fieldToMatch.uriPath",
        ],
      },
      must: "A statement looks at one part of a request: write one for each.",
      source: "https://docs.aws.amazon.com/waf/latest/APIReference/API_FieldToMatch.html",
      accepts: [
        ruled({
          sqliMatchStatement: { fieldToMatch: { uriPath: {} }, textTransformations: [{ priority: 0, type: "NONE" }] },
        }),
      ],
      rejects: [
        ruled({
          sqliMatchStatement: {
            fieldToMatch: { uriPath: {}, method: {} },
            textTransformations: [{ priority: 0, type: "NONE" }],
          },
        }),
      ],
    },
    "aws.wafv2.web-acl.script-field": {
      type: ACL,
      each: "rules",
      require: {
        atMostOne: [
          "statement.xssMatchStatement.fieldToMatch.allQueryArguments",
          "statement.xssMatchStatement.fieldToMatch.body",
          "statement.xssMatchStatement.fieldToMatch.cookies",
          "statement.xssMatchStatement.fieldToMatch.headerOrders",
          "statement.xssMatchStatement.fieldToMatch.headers",
          "statement.xssMatchStatement.fieldToMatch.ja3Fingerprint",
          "statement.xssMatchStatement.fieldToMatch.ja4Fingerprint",
          "statement.xssMatchStatement.fieldToMatch.jsonBody",
          "statement.xssMatchStatement.fieldToMatch.method",
          "statement.xssMatchStatement.fieldToMatch.queryString",
          "statement.xssMatchStatement.fieldToMatch.singleHeader",
          "statement.xssMatchStatement.fieldToMatch.singleQueryArgument",
          "statement.xssMatchStatement.fieldToMatch.uriFragment",
          "statement.xssMatchStatement.fieldToMatch.uriPath",
        ],
      },
      must: "A statement looks at one part of a request: write one for each.",
      source: "https://docs.aws.amazon.com/waf/latest/APIReference/API_FieldToMatch.html",
      accepts: [
        ruled({
          xssMatchStatement: { fieldToMatch: { uriPath: {} }, textTransformations: [{ priority: 0, type: "NONE" }] },
        }),
      ],
      rejects: [
        ruled({
          xssMatchStatement: {
            fieldToMatch: { uriPath: {}, method: {} },
            textTransformations: [{ priority: 0, type: "NONE" }],
          },
        }),
      ],
    },
    "aws.wafv2.web-acl.expression-field": {
      type: ACL,
      each: "rules",
      require: {
        atMostOne: [
          "statement.regexMatchStatement.fieldToMatch.allQueryArguments",
          "statement.regexMatchStatement.fieldToMatch.body",
          "statement.regexMatchStatement.fieldToMatch.cookies",
          "statement.regexMatchStatement.fieldToMatch.headerOrders",
          "statement.regexMatchStatement.fieldToMatch.headers",
          "statement.regexMatchStatement.fieldToMatch.ja3Fingerprint",
          "statement.regexMatchStatement.fieldToMatch.ja4Fingerprint",
          "statement.regexMatchStatement.fieldToMatch.jsonBody",
          "statement.regexMatchStatement.fieldToMatch.method",
          "statement.regexMatchStatement.fieldToMatch.queryString",
          "statement.regexMatchStatement.fieldToMatch.singleHeader",
          "statement.regexMatchStatement.fieldToMatch.singleQueryArgument",
          "statement.regexMatchStatement.fieldToMatch.uriFragment",
          "statement.regexMatchStatement.fieldToMatch.uriPath",
        ],
      },
      must: "A statement looks at one part of a request: write one for each.",
      source: "https://docs.aws.amazon.com/waf/latest/APIReference/API_FieldToMatch.html",
      accepts: [
        ruled({
          regexMatchStatement: {
            fieldToMatch: { uriPath: {} },
            regexString: "^a",
            textTransformations: [{ priority: 0, type: "NONE" }],
          },
        }),
      ],
      rejects: [
        ruled({
          regexMatchStatement: {
            fieldToMatch: { uriPath: {}, method: {} },
            regexString: "^a",
            textTransformations: [{ priority: 0, type: "NONE" }],
          },
        }),
      ],
    },
    "aws.wafv2.web-acl.set-field": {
      type: ACL,
      each: "rules",
      require: {
        atMostOne: [
          "statement.regexPatternSetReferenceStatement.fieldToMatch.allQueryArguments",
          "statement.regexPatternSetReferenceStatement.fieldToMatch.body",
          "statement.regexPatternSetReferenceStatement.fieldToMatch.cookies",
          "statement.regexPatternSetReferenceStatement.fieldToMatch.headerOrders",
          "statement.regexPatternSetReferenceStatement.fieldToMatch.headers",
          "statement.regexPatternSetReferenceStatement.fieldToMatch.ja3Fingerprint",
          "statement.regexPatternSetReferenceStatement.fieldToMatch.ja4Fingerprint",
          "statement.regexPatternSetReferenceStatement.fieldToMatch.jsonBody",
          "statement.regexPatternSetReferenceStatement.fieldToMatch.method",
          "statement.regexPatternSetReferenceStatement.fieldToMatch.queryString",
          "statement.regexPatternSetReferenceStatement.fieldToMatch.singleHeader",
          "statement.regexPatternSetReferenceStatement.fieldToMatch.singleQueryArgument",
          "statement.regexPatternSetReferenceStatement.fieldToMatch.uriFragment",
          "statement.regexPatternSetReferenceStatement.fieldToMatch.uriPath",
        ],
      },
      must: "A statement looks at one part of a request: write one for each.",
      source: "https://docs.aws.amazon.com/waf/latest/APIReference/API_FieldToMatch.html",
      accepts: [
        ruled({
          regexPatternSetReferenceStatement: {
            fieldToMatch: { uriPath: {} },
            arn: "arn:aws:wafv2:us-east-1:111122223333:regional/regexpatternset/x/y",
            textTransformations: [{ priority: 0, type: "NONE" }],
          },
        }),
      ],
      rejects: [
        ruled({
          regexPatternSetReferenceStatement: {
            fieldToMatch: { uriPath: {}, method: {} },
            arn: "arn:aws:wafv2:us-east-1:111122223333:regional/regexpatternset/x/y",
            textTransformations: [{ priority: 0, type: "NONE" }],
          },
        }),
      ],
    },
    "aws.wafv2.rule-group.match-field": {
      type: GROUP,
      each: "rules",
      require: {
        atMostOne: [
          "statement.byteMatchStatement.fieldToMatch.allQueryArguments",
          "statement.byteMatchStatement.fieldToMatch.body",
          "statement.byteMatchStatement.fieldToMatch.cookies",
          "statement.byteMatchStatement.fieldToMatch.headerOrders",
          "statement.byteMatchStatement.fieldToMatch.headers",
          "statement.byteMatchStatement.fieldToMatch.ja3Fingerprint",
          "statement.byteMatchStatement.fieldToMatch.ja4Fingerprint",
          "statement.byteMatchStatement.fieldToMatch.jsonBody",
          "statement.byteMatchStatement.fieldToMatch.method",
          "statement.byteMatchStatement.fieldToMatch.queryString",
          "statement.byteMatchStatement.fieldToMatch.singleHeader",
          "statement.byteMatchStatement.fieldToMatch.singleQueryArgument",
          "statement.byteMatchStatement.fieldToMatch.uriFragment",
          "statement.byteMatchStatement.fieldToMatch.uriPath",
        ],
      },
      must: "A statement looks at one part of a request: write one for each.",
      source: "https://docs.aws.amazon.com/waf/latest/APIReference/API_FieldToMatch.html",
      accepts: [
        grouped({
          byteMatchStatement: {
            fieldToMatch: { uriPath: {} },
            positionalConstraint: "STARTS_WITH",
            searchString: "/a",
            textTransformations: [{ priority: 0, type: "NONE" }],
          },
        }),
      ],
      rejects: [
        grouped({
          byteMatchStatement: {
            fieldToMatch: { uriPath: {}, method: {} },
            positionalConstraint: "STARTS_WITH",
            searchString: "/a",
            textTransformations: [{ priority: 0, type: "NONE" }],
          },
        }),
      ],
    },
    "aws.wafv2.rule-group.size-field": {
      type: GROUP,
      each: "rules",
      require: {
        atMostOne: [
          "statement.sizeConstraintStatement.fieldToMatch.allQueryArguments",
          "statement.sizeConstraintStatement.fieldToMatch.body",
          "statement.sizeConstraintStatement.fieldToMatch.cookies",
          "statement.sizeConstraintStatement.fieldToMatch.headerOrders",
          "statement.sizeConstraintStatement.fieldToMatch.headers",
          "statement.sizeConstraintStatement.fieldToMatch.ja3Fingerprint",
          "statement.sizeConstraintStatement.fieldToMatch.ja4Fingerprint",
          "statement.sizeConstraintStatement.fieldToMatch.jsonBody",
          "statement.sizeConstraintStatement.fieldToMatch.method",
          "statement.sizeConstraintStatement.fieldToMatch.queryString",
          "statement.sizeConstraintStatement.fieldToMatch.singleHeader",
          "statement.sizeConstraintStatement.fieldToMatch.singleQueryArgument",
          "statement.sizeConstraintStatement.fieldToMatch.uriFragment",
          "statement.sizeConstraintStatement.fieldToMatch.uriPath",
        ],
      },
      must: "A statement looks at one part of a request: write one for each.",
      source: "https://docs.aws.amazon.com/waf/latest/APIReference/API_FieldToMatch.html",
      accepts: [
        grouped({
          sizeConstraintStatement: {
            fieldToMatch: { uriPath: {} },
            comparisonOperator: "GT",
            size: 10,
            textTransformations: [{ priority: 0, type: "NONE" }],
          },
        }),
      ],
      rejects: [
        grouped({
          sizeConstraintStatement: {
            fieldToMatch: { uriPath: {}, method: {} },
            comparisonOperator: "GT",
            size: 10,
            textTransformations: [{ priority: 0, type: "NONE" }],
          },
        }),
      ],
    },
    "aws.wafv2.rule-group.sql-field": {
      type: GROUP,
      each: "rules",
      require: {
        atMostOne: [
          "statement.sqliMatchStatement.fieldToMatch.allQueryArguments",
          "statement.sqliMatchStatement.fieldToMatch.body",
          "statement.sqliMatchStatement.fieldToMatch.cookies",
          "statement.sqliMatchStatement.fieldToMatch.headerOrders",
          "statement.sqliMatchStatement.fieldToMatch.headers",
          "statement.sqliMatchStatement.fieldToMatch.ja3Fingerprint",
          "statement.sqliMatchStatement.fieldToMatch.ja4Fingerprint",
          "statement.sqliMatchStatement.fieldToMatch.jsonBody",
          "statement.sqliMatchStatement.fieldToMatch.method",
          "statement.sqliMatchStatement.fieldToMatch.queryString",
          "statement.sqliMatchStatement.fieldToMatch.singleHeader",
          "statement.sqliMatchStatement.fieldToMatch.singleQueryArgument",
          "statement.sqliMatchStatement.fieldToMatch.uriFragment",
          "statement.sqliMatchStatement.fieldToMatch.uriPath",
        ],
      },
      must: "A statement looks at one part of a request: write one for each.",
      source: "https://docs.aws.amazon.com/waf/latest/APIReference/API_FieldToMatch.html",
      accepts: [
        grouped({
          sqliMatchStatement: { fieldToMatch: { uriPath: {} }, textTransformations: [{ priority: 0, type: "NONE" }] },
        }),
      ],
      rejects: [
        grouped({
          sqliMatchStatement: {
            fieldToMatch: { uriPath: {}, method: {} },
            textTransformations: [{ priority: 0, type: "NONE" }],
          },
        }),
      ],
    },
    "aws.wafv2.rule-group.script-field": {
      type: GROUP,
      each: "rules",
      require: {
        atMostOne: [
          "statement.xssMatchStatement.fieldToMatch.allQueryArguments",
          "statement.xssMatchStatement.fieldToMatch.body",
          "statement.xssMatchStatement.fieldToMatch.cookies",
          "statement.xssMatchStatement.fieldToMatch.headerOrders",
          "statement.xssMatchStatement.fieldToMatch.headers",
          "statement.xssMatchStatement.fieldToMatch.ja3Fingerprint",
          "statement.xssMatchStatement.fieldToMatch.ja4Fingerprint",
          "statement.xssMatchStatement.fieldToMatch.jsonBody",
          "statement.xssMatchStatement.fieldToMatch.method",
          "statement.xssMatchStatement.fieldToMatch.queryString",
          "statement.xssMatchStatement.fieldToMatch.singleHeader",
          "statement.xssMatchStatement.fieldToMatch.singleQueryArgument",
          "statement.xssMatchStatement.fieldToMatch.uriFragment",
          "statement.xssMatchStatement.fieldToMatch.uriPath",
        ],
      },
      must: "A statement looks at one part of a request: write one for each.",
      source: "https://docs.aws.amazon.com/waf/latest/APIReference/API_FieldToMatch.html",
      accepts: [
        grouped({
          xssMatchStatement: { fieldToMatch: { uriPath: {} }, textTransformations: [{ priority: 0, type: "NONE" }] },
        }),
      ],
      rejects: [
        grouped({
          xssMatchStatement: {
            fieldToMatch: { uriPath: {}, method: {} },
            textTransformations: [{ priority: 0, type: "NONE" }],
          },
        }),
      ],
    },
    "aws.wafv2.rule-group.expression-field": {
      type: GROUP,
      each: "rules",
      require: {
        atMostOne: [
          "statement.regexMatchStatement.fieldToMatch.allQueryArguments",
          "statement.regexMatchStatement.fieldToMatch.body",
          "statement.regexMatchStatement.fieldToMatch.cookies",
          "statement.regexMatchStatement.fieldToMatch.headerOrders",
          "statement.regexMatchStatement.fieldToMatch.headers",
          "statement.regexMatchStatement.fieldToMatch.ja3Fingerprint",
          "statement.regexMatchStatement.fieldToMatch.ja4Fingerprint",
          "statement.regexMatchStatement.fieldToMatch.jsonBody",
          "statement.regexMatchStatement.fieldToMatch.method",
          "statement.regexMatchStatement.fieldToMatch.queryString",
          "statement.regexMatchStatement.fieldToMatch.singleHeader",
          "statement.regexMatchStatement.fieldToMatch.singleQueryArgument",
          "statement.regexMatchStatement.fieldToMatch.uriFragment",
          "statement.regexMatchStatement.fieldToMatch.uriPath",
        ],
      },
      must: "A statement looks at one part of a request: write one for each.",
      source: "https://docs.aws.amazon.com/waf/latest/APIReference/API_FieldToMatch.html",
      accepts: [
        grouped({
          regexMatchStatement: {
            fieldToMatch: { uriPath: {} },
            regexString: "^a",
            textTransformations: [{ priority: 0, type: "NONE" }],
          },
        }),
      ],
      rejects: [
        grouped({
          regexMatchStatement: {
            fieldToMatch: { uriPath: {}, method: {} },
            regexString: "^a",
            textTransformations: [{ priority: 0, type: "NONE" }],
          },
        }),
      ],
    },
    "aws.wafv2.rule-group.set-field": {
      type: GROUP,
      each: "rules",
      require: {
        atMostOne: [
          "statement.regexPatternSetReferenceStatement.fieldToMatch.allQueryArguments",
          "statement.regexPatternSetReferenceStatement.fieldToMatch.body",
          "statement.regexPatternSetReferenceStatement.fieldToMatch.cookies",
          "statement.regexPatternSetReferenceStatement.fieldToMatch.headerOrders",
          "statement.regexPatternSetReferenceStatement.fieldToMatch.headers",
          "statement.regexPatternSetReferenceStatement.fieldToMatch.ja3Fingerprint",
          "statement.regexPatternSetReferenceStatement.fieldToMatch.ja4Fingerprint",
          "statement.regexPatternSetReferenceStatement.fieldToMatch.jsonBody",
          "statement.regexPatternSetReferenceStatement.fieldToMatch.method",
          "statement.regexPatternSetReferenceStatement.fieldToMatch.queryString",
          "statement.regexPatternSetReferenceStatement.fieldToMatch.singleHeader",
          "statement.regexPatternSetReferenceStatement.fieldToMatch.singleQueryArgument",
          "statement.regexPatternSetReferenceStatement.fieldToMatch.uriFragment",
          "statement.regexPatternSetReferenceStatement.fieldToMatch.uriPath",
        ],
      },
      must: "A statement looks at one part of a request: write one for each.",
      source: "https://docs.aws.amazon.com/waf/latest/APIReference/API_FieldToMatch.html",
      accepts: [
        grouped({
          regexPatternSetReferenceStatement: {
            fieldToMatch: { uriPath: {} },
            arn: "arn:aws:wafv2:us-east-1:111122223333:regional/regexpatternset/x/y",
            textTransformations: [{ priority: 0, type: "NONE" }],
          },
        }),
      ],
      rejects: [
        grouped({
          regexPatternSetReferenceStatement: {
            fieldToMatch: { uriPath: {}, method: {} },
            arn: "arn:aws:wafv2:us-east-1:111122223333:regional/regexpatternset/x/y",
            textTransformations: [{ priority: 0, type: "NONE" }],
          },
        }),
      ],
    },
    ...transformed("web-acl", ACL, ruled),
    "aws.wafv2.web-acl.custom-keys": {
      type: ACL,
      each: "rules",
      where: { "statement.rateBasedStatement.aggregateKeyType": "CUSTOM_KEYS" },
      require: { "statement.rateBasedStatement.customKeys": { present: true, maxItems: 5 } },
      must: 'The key type "CUSTOM_KEYS" has one to five `customKeys`.',
      source: "https://docs.aws.amazon.com/waf/latest/APIReference/API_RateBasedStatement.html",
      accepts: [
        {
          name: "orders",
          scope: "REGIONAL",
          visibilityConfig: { cloudwatchMetricsEnabled: true, metricName: "a", sampledRequestsEnabled: true },
          defaultAction: { allow: {} },
          rules: [
            {
              name: "a",
              priority: 0,
              action: { block: {} },
              visibilityConfig: { cloudwatchMetricsEnabled: true, metricName: "a", sampledRequestsEnabled: true },
              statement: {
                rateBasedStatement: {
                  limit: 100,
                  aggregateKeyType: "CUSTOM_KEYS",
                  customKeys: [{ ip: {} }, { httpMethod: {} }],
                },
              },
            },
          ],
        },
      ],
      rejects: [
        {
          name: "orders",
          scope: "REGIONAL",
          visibilityConfig: { cloudwatchMetricsEnabled: true, metricName: "a", sampledRequestsEnabled: true },
          defaultAction: { allow: {} },
          rules: [
            {
              name: "a",
              priority: 0,
              action: { block: {} },
              visibilityConfig: { cloudwatchMetricsEnabled: true, metricName: "a", sampledRequestsEnabled: true },
              statement: { rateBasedStatement: { limit: 100, aggregateKeyType: "CUSTOM_KEYS" } },
            },
          ],
        },
      ],
    },
    ...transformed("rule-group", GROUP, grouped),
    "aws.wafv2.rule-group.custom-keys": {
      type: GROUP,
      each: "rules",
      where: { "statement.rateBasedStatement.aggregateKeyType": "CUSTOM_KEYS" },
      require: { "statement.rateBasedStatement.customKeys": { present: true, maxItems: 5 } },
      must: 'The key type "CUSTOM_KEYS" has one to five `customKeys`.',
      source: "https://docs.aws.amazon.com/waf/latest/APIReference/API_RateBasedStatement.html",
      accepts: [
        {
          name: "orders",
          scope: "REGIONAL",
          visibilityConfig: { cloudwatchMetricsEnabled: true, metricName: "a", sampledRequestsEnabled: true },
          capacity: 10,
          rules: [
            {
              name: "a",
              priority: 0,
              action: { block: {} },
              visibilityConfig: { cloudwatchMetricsEnabled: true, metricName: "a", sampledRequestsEnabled: true },
              statement: {
                rateBasedStatement: {
                  limit: 100,
                  aggregateKeyType: "CUSTOM_KEYS",
                  customKeys: [{ ip: {} }, { httpMethod: {} }],
                },
              },
            },
          ],
        },
      ],
      rejects: [
        {
          name: "orders",
          scope: "REGIONAL",
          visibilityConfig: { cloudwatchMetricsEnabled: true, metricName: "a", sampledRequestsEnabled: true },
          capacity: 10,
          rules: [
            {
              name: "a",
              priority: 0,
              action: { block: {} },
              visibilityConfig: { cloudwatchMetricsEnabled: true, metricName: "a", sampledRequestsEnabled: true },
              statement: { rateBasedStatement: { limit: 100, aggregateKeyType: "CUSTOM_KEYS" } },
            },
          ],
        },
      ],
    },
    "aws.wafv2.web-acl-association.scope-of-acl": {
      type: WAFV2_WEB_ACL_ASSOCIATION,
      refers: { webAclArn: ACL },
      require: { "webAclArn->scope": "REGIONAL" },
      must: "An association takes a web ACL of the scope REGIONAL: a distribution names its own.",
      source: "https://docs.aws.amazon.com/waf/latest/APIReference/API_AssociateWebACL.html",
      accepts: [
        { resourceArn: "arn:aws:apigateway:us-east-1::/restapis/x/stages/y", webAclArn: { scope: "REGIONAL" } },
      ],
      rejects: [
        { resourceArn: "arn:aws:apigateway:us-east-1::/restapis/x/stages/y", webAclArn: { scope: "CLOUDFRONT" } },
      ],
    },
    "aws.wafv2.web-acl-association.balancer": {
      type: WAFV2_WEB_ACL_ASSOCIATION,
      refers: { resourceArn: LB_LOAD_BALANCER },
      defaults: { "resourceArn->loadBalancerType": "application" },
      require: { "resourceArn->loadBalancerType": "application" },
      must: "A web ACL protects application load balancers only.",
      source: "https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html",
      accepts: [{ webAclArn: "arn:aws:wafv2:us-east-1:111122223333:regional/webacl/x/1", resourceArn: {} }],
      rejects: [
        {
          webAclArn: "arn:aws:wafv2:us-east-1:111122223333:regional/webacl/x/1",
          resourceArn: { loadBalancerType: "network" },
        },
      ],
    },
    "aws.wafv2.web-acl-association.api": {
      type: WAFV2_WEB_ACL_ASSOCIATION,
      refers: { resourceArn: APIGATEWAYV2_STAGE, "resourceArn->apiId": APIGATEWAYV2_API },
      require: { "resourceArn->apiId->protocolType": { not: ["HTTP", "WEBSOCKET"] } },
      must: "A web ACL protects REST APIs, not HTTP and WebSocket APIs.",
      source: "https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html",
      accepts: [
        {
          webAclArn: "arn:aws:wafv2:us-east-1:111122223333:regional/webacl/x/1",
          resourceArn: "arn:aws:apigateway:us-east-1::/restapis/x/stages/y",
        },
      ],
      rejects: [
        {
          webAclArn: "arn:aws:wafv2:us-east-1:111122223333:regional/webacl/x/1",
          resourceArn: { name: "x", apiId: { protocolType: "HTTP" } },
        },
      ],
    },
    "aws.wafv2.web-acl.ip-set-scope": ofOwnScope("ipSetReferenceStatement", IP_SET, (scope) => ({
      arn: { scope, ipAddressVersion: "IPV4" },
    })),
    "aws.wafv2.web-acl.pattern-set-scope": ofOwnScope(
      "regexPatternSetReferenceStatement",
      REGEX_PATTERN_SET,
      (scope) => ({
        arn: { scope, name: "x" },
        fieldToMatch: { uriPath: {} },
        textTransformations: [{ priority: 0, type: "NONE" }],
      }),
    ),
    "aws.wafv2.web-acl.rule-group-scope": ofOwnScope(
      "ruleGroupReferenceStatement",
      GROUP,
      (scope) => ({ arn: { scope, capacity: 10 } }),
      { overrideAction: { none: {} } },
    ),
  },
} satisfies ServiceConstraints;
