import { anyOf } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import type { Read } from "../../src/graph/view";
import { CLOUDFRONT_DISTRIBUTION, ROUTE53_RECORD } from "../../src/aws/type-tokens";
import { defineRule, type Context } from "../../src/rules/rule";

const POLICIES = [
  "failoverRoutingPolicies",
  "geolocationRoutingPolicies",
  "geoproximityRoutingPolicy",
  "latencyRoutingPolicies",
  "multivalueAnswerRoutingPolicy",
  "weightedRoutingPolicies",
];

/** The records that send clients to one of several places. */
const routedRecords = (stack: Stack): Resource[] =>
  stack.managed(ROUTE53_RECORD).filter((record) => POLICIES.some((policy) => !record.at(policy).isAbsent));

/** True where something other than DNS sends clients to a region that works. */
const hasOtherFailover = (stack: Stack): boolean =>
  stack.ofType("aws:globalaccelerator/endpointGroup:EndpointGroup").length > 1 ||
  stack.ofType(CLOUDFRONT_DISTRIBUTION).some((one) => !one.at("originGroups").isAbsent);

/** Whether Route 53 learns that what a record points to does not work. */
function checkHealth(record: Resource, { report, undecided }: Context): void {
  const type = record.str("failoverRoutingPolicies", "type");
  const aliases = record.list("aliases") ?? [];
  if (!record.at("healthCheckId").isAbsent || type === "SECONDARY") {
    return;
  }
  if (type === UNKNOWN) {
    return;
  }
  const isEvaluated = known(aliases)
    ? anyOf(aliases.map((alias) => alias.bool("evaluateTargetHealth") ?? false))
    : UNKNOWN;
  if (isEvaluated === UNKNOWN) {
    undecided(record, "aliases");
  } else if (!isEvaluated) {
    report({
      at: record,
      property: "healthCheckId",
      message:
        "The record has no health check, so Route 53 keeps sending clients to this region when it fails. Set `healthCheckId` " +
        "to the id of an aws.route53.HealthCheck, or `evaluateTargetHealth: true` in its alias.",
    });
  }
}

/** Reports each primary record whose name has no secondary one: there is nowhere to go when it fails. */
function checkPartners(records: readonly Resource[], { report, undecided }: Context): void {
  const typeOf = (record: Resource): Read<string> => record.str("failoverRoutingPolicies", "type");
  const others = records.filter((record) => typeOf(record) === "SECONDARY" || typeOf(record) === UNKNOWN);
  for (const record of records.filter((one) => typeOf(one) === UNKNOWN)) {
    undecided(record, "failoverRoutingPolicies");
  }
  for (const record of records.filter((one) => typeOf(one) === "PRIMARY")) {
    const name = record.str("name");
    if (known(name) && !others.some((other) => !known(other.str("name")) || other.str("name") === name)) {
      report({
        at: record,
        property: "failoverRoutingPolicies",
        message:
          "There is no secondary record of this name, so clients have nowhere to go when the primary fails. Add an " +
          'aws.route53.Record of the other region with `failoverRoutingPolicies: [{ type: "SECONDARY" }]`.',
      });
    }
  }
}

export default defineRule({
  id: "regional-failover",
  category: "network",
  description: "Clients must be sent to a region that works",
  severity: "high",
  level: "only-if-required",
  contractKeys: ["regions.failover"],
  why:
    "A second region helps only if clients get there. Records with a routing policy and a health check, an accelerator, or " +
    "origin groups of CloudFront do that by themselves.",
  fix: {
    typescript: `new aws.route53.Record("api-primary", {
  zoneId: zone.zoneId,
  name: "api",
  type: "A",
  setIdentifier: "primary",
  failoverRoutingPolicies: [{ type: "PRIMARY" }],
  healthCheckId: health.id,
  aliases: [{ name: east.dnsName, zoneId: east.zoneId, evaluateTargetHealth: true }],
});`,
    python: `aws.route53.Record("api-primary",
    zone_id=zone.zone_id,
    name="api",
    type="A",
    set_identifier="primary",
    failover_routing_policies=[{"type": "PRIMARY"}],
    health_check_id=health.id,
    aliases=[{"name": east.dns_name, "zone_id": east.zone_id, "evaluate_target_health": True}])`,
    yaml: `resources:
  api-primary:
    type: aws:route53:Record
    properties:
      zoneId: \${zone.zoneId}
      name: api
      type: A
      setIdentifier: primary
      failoverRoutingPolicies:
        - type: PRIMARY
      healthCheckId: \${health.id}
      aliases:
        - name: \${east.dnsName}
          zoneId: \${east.zoneId}
          evaluateTargetHealth: true`,
  },
  limits: "What the records point to; records of other stacks; whether the secondary has all that it takes.",
  references: ["https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover.html"],
  stack(stack, context) {
    const records = routedRecords(stack);
    if (records.length === 0 && !hasOtherFailover(stack)) {
      context.report({
        at: stack.root,
        message:
          "The contract requires failover between regions, and no record of the stack has a routing policy. Add an " +
          "aws.route53.Record for each region, with `failoverRoutingPolicies` and a health check.",
      });
    }
    for (const record of records) {
      checkHealth(record, context);
    }
    checkPartners(records, context);
  },
});
