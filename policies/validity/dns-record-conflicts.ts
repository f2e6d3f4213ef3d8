import { ROUTE53_RECORD, ROUTE53_ZONE } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

const folded = (name: string): string => name.toLowerCase().replace(/\.$/, "");

/** The zone of a record: the resource, else its id. */
function zoneOf(stack: Stack, record: Resource): { key: string; name: string | undefined } | undefined {
  const { resources } = stack.refs(record.at("zoneId"), ROUTE53_ZONE);
  const [zone, another] = resources;
  if (zone && !another) {
    const name = zone.str("name");
    return { key: zone.urn, name: known(name) ? folded(name) : undefined };
  }
  const id = record.str("zoneId");
  return known(id) ? { key: id, name: undefined } : undefined;
}

/** A record by its zone and its full name. */
interface Named {
  readonly record: Resource;
  readonly key: string;
  readonly isApex: boolean;
  readonly type: string;
}

function namedOf(stack: Stack, record: Resource): Named | undefined {
  const zone = zoneOf(stack, record);
  const name = record.str("name");
  const type = record.str("type");
  if (!zone || !known(name) || !known(type)) {
    return undefined;
  }
  const own = folded(name);
  // A name may be given without that of its zone.
  const isWhole = zone.name === undefined || own === zone.name || own.endsWith(`.${zone.name}`);
  const full = own === "" ? (zone.name ?? "") : isWhole ? own : [own, zone.name].join(".");
  return { record, key: `${zone.key} ${full}`, isApex: zone.name !== undefined && full === zone.name, type };
}

export default defineRule({
  id: "dns-record-conflicts",
  category: "validity",
  description: "A CNAME must be the only record of its name, and not be the zone's own name",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "With a CNAME, a name is another one, so the name can have no record beside it. The name of a zone has its name " +
    "servers, so it never has a CNAME. Route 53 rejects both; an alias record does the same without that limit.",
  fix: {
    typescript: `new aws.route53.Record("apex", {
  zoneId: zone.zoneId,
  name: "shop.example",
  type: "A",
  aliases: [{ name: balancer.dnsName, zoneId: balancer.zoneId, evaluateTargetHealth: true }],
});`,
    python: `aws.route53.Record("apex",
    zone_id=zone.zone_id,
    name="shop.example",
    type="A",
    aliases=[{"name": balancer.dns_name, "zone_id": balancer.zone_id, "evaluate_target_health": True}])`,
    yaml: `resources:
  apex:
    type: aws:route53:Record
    properties:
      zoneId: \${zone.zoneId}
      name: shop.example
      type: A
      aliases:
        - name: \${balancer.dnsName}
          zoneId: \${balancer.zoneId}
          evaluateTargetHealth: true`,
  },
  limits:
    "Records of other stacks, and names that are not known yet. On a record that exists already a finding is advisory.",
  references: ["https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html"],
  stack(stack, { report }) {
    const all = stack.managed(ROUTE53_RECORD).flatMap((record) => namedOf(stack, record) ?? []);
    for (const { record, key, isApex } of all.filter(({ type }) => type === "CNAME")) {
      const other = all.find((one) => one.key === key && one.type !== "CNAME");
      if (isApex) {
        report({
          at: record,
          property: "type",
          onlyAtCreation: true,
          message:
            'This is the name of the zone itself, which cannot have a CNAME. Use an alias: `type: "A"` with `aliases`.',
        });
      } else if (other) {
        report({
          at: record,
          property: "name",
          onlyAtCreation: true,
          message: `The name has a record of the type ${other.type} already (${other.record.name}), and a CNAME must be alone. Remove one of them.`,
        });
      }
    }
  },
});
