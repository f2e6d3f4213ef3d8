import { EC2_EIP, EC2_NAT_GATEWAY } from "../../src/aws/type-tokens";
import { tableOf } from "../../src/contract/facts";
import { isRegionalNat, subnetOfNat } from "../../src/aws/network/nat-gateways";
import { byScope } from "../../src/aws/scopes";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known } from "../../src/graph/value";
import { zoneOf } from "../../src/aws/network/vpc";
import { defineRule } from "../../src/rules/rule";

interface Quota {
  readonly label: string;
  readonly limit: number;
  /** `region` or `zone`. */
  readonly per: string;
  /** AWS's error; empty where it is not known. */
  readonly answer: string;
}

/** Addresses that a program brings itself do not count. */
function counts(resource: Resource): boolean {
  const pools = resource.type === EC2_EIP ? ["publicIpv4Pool", "ipamPoolId", "address"] : [];
  return pools.every((key) => [undefined, "", "amazon"].includes(stringAt(resource, key)));
}

function stringAt(resource: Resource, key: string): string | undefined {
  const text = resource.str(key);
  return text === undefined || known(text) ? text : "unknown";
}

function byZone(stack: Stack, gateways: readonly Resource[]): Resource[][] {
  const groups = new Map<string, Resource[]>();
  for (const gateway of gateways) {
    const subnet =
      gateway.type === EC2_NAT_GATEWAY && isRegionalNat(gateway) === false ? subnetOfNat(stack, gateway) : undefined;
    const zone = subnet && zoneOf(stack, subnet);
    if (known(zone)) {
      groups.set(zone, [...(groups.get(zone) ?? []), gateway]);
    }
  }
  return [...groups.values()];
}

function messageFor(type: string, count: number, { label, limit, per, answer }: Quota): string {
  return (
    `This is one of ${String(count)} ${label} that the stack creates in one ${per}. The default quota of an account is ` +
    `${String(limit)}${answer === "" ? "" : `, and AWS rejects more with "${answer}"`}. Create fewer, or raise the quota and ` +
    `set facts.service-quotas.quotas."${type}".limit in the contract.`
  );
}

export default defineRule({
  id: "service-quota",
  category: "validity",
  description: "A stack must stay within the quotas of an account",
  severity: "medium",
  level: "advisory",
  why:
    "An account has five Elastic IP addresses and five VPCs in a region until AWS raises the quota, which can take days. " +
    "A stack that needs more stops halfway, and what it has created by then uses up the quota.",
  fix: {
    typescript: `new aws.servicequotas.ServiceQuota("addresses", { serviceCode: "ec2", quotaCode: "L-0263D0A3", value: 20 });`,
    python: `aws.servicequotas.ServiceQuota("addresses", service_code="ec2", quota_code="L-0263D0A3", value=20)`,
    yaml: `resources:
  addresses:
    type: aws:servicequotas:ServiceQuota
    properties:
      serviceCode: ec2
      quotaCode: L-0263D0A3
      value: 20`,
  },
  limits:
    "What other stacks in the account use, and quotas that AWS has raised already, unless the contract's " +
    "`facts.service-quotas` has them. Addresses from pools of your own and regional NAT gateways do not count.",
  references: ["https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html"],
  stack(stack, { contract, report }) {
    const quotas: Readonly<Record<string, Quota>> = tableOf(contract, "service-quotas").quotas;
    for (const [type, quota] of Object.entries(quotas)) {
      const counted = stack.managed(type).filter((resource) => counts(resource));
      for (const inRegion of byScope(counted).values()) {
        for (const group of quota.per === "zone" ? byZone(stack, inRegion) : [inRegion]) {
          const first = group[quota.limit];
          if (first) {
            report({ at: first, message: messageFor(type, group.length, quota) });
          }
        }
      }
    }
  },
});
