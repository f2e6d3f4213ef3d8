import { tableOf } from "../../contract/facts";
import { isRegionalNat, NAT_GATEWAY, subnetOfNat } from "../../stack/nat-gateways";
import { byPlace } from "../../stack/places";
import type { Resource } from "../../stack/resource";
import type { Stack } from "../../stack/stack";
import { known } from "../../stack/value";
import { zoneOf } from "../../stack/vpc";
import { defineRule } from "../rule";

interface Quota {
  readonly label: string;
  readonly limit: number;
  /** `region` or `zone`. */
  readonly per: string;
  readonly answer: string;
}

const ADDRESS = "aws:ec2/eip:Eip";

export default defineRule({
  id: "service-quota",
  category: "validity",
  description: "A stack stays within the quotas of an account",
  severity: "medium",
  level: "advisory",
  failures: [],
  why:
    "An account has five Elastic IP addresses and five VPCs in a region until AWS raises the quota, which can take days. " +
    "A stack that needs more stops half way, and what it has made already uses up what others need.",
  fix: {
    typescript:
      'new aws.servicequotas.ServiceQuota("addresses", { serviceCode: "ec2", quotaCode: "L-0263D0A3", value: 20 });',
    python: 'aws.servicequotas.ServiceQuota("addresses", service_code="ec2", quota_code="L-0263D0A3", value=20)',
    yaml:
      "resources:\n  addresses:\n    type: aws:servicequotas:ServiceQuota\n    properties:\n" +
      "      serviceCode: ec2\n      quotaCode: L-0263D0A3\n      value: 20",
  },
  limits:
    "What other stacks in the account use, and quotas that AWS has raised already, unless the contract's " +
    "`facts.service-quotas` says so. Addresses of pools of your own and regional NAT gateways do not count.",
  stack(stack, { contract, report }) {
    const quotas: Readonly<Record<string, Quota>> = tableOf(contract, "service-quotas").quotas;
    for (const [type, { label, limit, per, answer }] of Object.entries(quotas)) {
      const counted = stack.ofType(type).filter((resource) => counts(resource));
      for (const inRegion of byPlace(counted).values()) {
        for (const group of per === "zone" ? byZone(stack, inRegion) : [inRegion]) {
          const first = group[limit];
          if (first) {
            report({
              at: first,
              message:
                `this is one of ${String(group.length)} ${label} that the stack makes in one ${per}, and an account has a quota of ` +
                `${String(limit)} there unless AWS has raised it; make fewer, or ask for more in Service Quotas and say so in ` +
                `the contract (facts.service-quotas.quotas."${type}".limit).`,
              ...(answer !== "" && { answer }),
            });
          }
        }
      }
    }
  },
});

/** Addresses that a program brings along are not AWS's to ration. */
function counts(resource: Resource): boolean {
  const pools = resource.type === ADDRESS ? ["publicIpv4Pool", "ipamPoolId", "address"] : [];
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
      gateway.type === NAT_GATEWAY && isRegionalNat(gateway) === false ? subnetOfNat(stack, gateway) : undefined;
    const zone = subnet && zoneOf(stack, subnet);
    if (known(zone)) {
      groups.set(zone, [...(groups.get(zone) ?? []), gateway]);
    }
  }
  return [...groups.values()];
}
