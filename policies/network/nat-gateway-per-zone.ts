import { tableOf } from "../../contract/facts";
import { anyOf, type Certainty } from "../../stack/certainty";
import { isPrivateNat, isRegionalNat, NAT_GATEWAY, natGatewaysOf, subnetOfNat } from "../../stack/nat-gateways";
import type { Resource } from "../../stack/resource";
import type { Stack } from "../../stack/stack";
import { known, UNKNOWN } from "../../stack/value";
import { isSameZone, managedVpcs, routeTablesOf, subnetsOf, tierOf, zoneOf } from "../../stack/vpc";
import { defineRule, type Context } from "../rule";

const names = (resources: readonly Resource[]): string => resources.map(({ name }) => name).join(", ");

/** Whether a NAT gateway works in the zone of a subnet. */
function isInZoneOf(stack: Stack, gateway: Resource, subnet: Resource): Certainty {
  const place = subnetOfNat(stack, gateway);
  const isSame = place ? isSameZone(zoneOf(stack, place), zoneOf(stack, subnet)) : UNKNOWN;
  return anyOf([isRegionalNat(gateway), isSame]);
}

const where = (zone: ReturnType<typeof zoneOf>): string => (known(zone) ? zone : "its zone");

/** A private subnet's default routes: those through NAT gateways, and whether there are others. */
function defaultRoutes(stack: Stack, subnet: Resource): { gateways: Resource[]; complete: boolean; hasOther: boolean } {
  const tables = routeTablesOf(stack, subnet);
  const routes = tables.flatMap((table) => table.routes).filter(({ isDefault }) => isDefault !== false);
  const throughNat = routes.filter(({ target }) => target === "nat-gateway");
  const refs = throughNat.map(({ targetAt }) => stack.refs(targetAt, NAT_GATEWAY));
  const isEgress = ({ target }: (typeof routes)[number]): boolean =>
    target !== "nat-gateway" && target !== "egress-only-internet-gateway";
  return {
    gateways: [...new Set(refs.flatMap(({ resources }) => resources))],
    complete: tables.length === 1 && refs.every(({ complete, resources }) => complete && resources.length > 0),
    hasOther: routes.some(isEgress),
  };
}

function judgePerZone(stack: Stack, { report, undecided }: Context, vpc: Resource): void {
  const inVpc = natGatewaysOf(stack, vpc);
  const served: Resource[] = [];
  const unserved: Resource[] = [];
  for (const subnet of subnetsOf(stack, vpc).resources.filter((one) => tierOf(stack, one) === "private")) {
    const { gateways, complete, hasOther } = defaultRoutes(stack, subnet);
    if (gateways.length === 0 && complete) {
      if (!hasOther) {
        unserved.push(subnet);
      }
      continue;
    }
    served.push(subnet);
    const isInZone = anyOf(gateways.map((gateway) => isInZoneOf(stack, gateway, subnet)));
    if (!complete || isInZone === UNKNOWN) {
      undecided(subnet, "availabilityZone");
    } else if (!isInZone) {
      const [gateway] = gateways;
      const place = gateway && subnetOfNat(stack, gateway);
      report({
        at: subnet,
        message:
          `this private subnet in ${where(zoneOf(stack, subnet))} reaches the internet through a NAT gateway in ` +
          `another zone (${names(gateways)} in ${where(place ? zoneOf(stack, place) : UNKNOWN)}), and is cut off when ` +
          "that zone fails; make a NAT gateway in a public subnet of its own zone, and route its table there.",
      });
    }
  }
  const told: Resource[] = [];
  for (const subnet of unserved) {
    const zone = zoneOf(stack, subnet);
    const isServed = anyOf([
      ...inVpc.resources.map((gateway) => isInZoneOf(stack, gateway, subnet)),
      ...[...served, ...told].map((other) => isSameZone(zoneOf(stack, other), zone)),
    ]);
    if (isServed === true) {
      continue;
    }
    if (isServed === UNKNOWN || !inVpc.complete) {
      undecided(subnet, "availabilityZone");
    } else {
      told.push(subnet);
      report({
        at: subnet,
        message:
          `no NAT gateway is in ${where(zone)}, where this private subnet is, and nothing leads from it to the ` +
          "internet; make a NAT gateway in a public subnet of the zone, and route this subnet's table there.",
      });
    }
  }
}

function judgeSingle(stack: Stack, { contract, report, undecided }: Context, vpc: Resource): void {
  const { resources, complete } = natGatewaysOf(stack, vpc);
  const gateways = resources.filter((gateway) => isPrivateNat(gateway) === false);
  const surplus = gateways.length - 1;
  if (surplus > 0) {
    const price = tableOf(contract, "nat-gateway-price");
    const cost = Math.round(surplus * price.perHour * price.hoursPerMonth);
    report({
      at: vpc,
      message:
        `the contract wants a single NAT gateway, and this VPC has ${String(gateways.length)} (${names(gateways)}), of ` +
        `which ${String(surplus)} cost about ${String(cost)} USD a month for nothing (${price.region}, ${price.date}, ` +
        "without traffic); keep one, and route all private subnets to it.",
    });
  } else if (!complete || gateways.length < resources.length) {
    undecided(vpc);
  }
}

export default defineRule({
  id: "nat-gateway-per-zone",
  category: "network",
  description: "NAT gateways are as many as the contract wants",
  severity: "medium",
  level: "contract",
  contractKeys: ["natGateways"],
  failures: ["B11", "P16"],
  why:
    "With one NAT gateway for several zones, the failure of its zone cuts all of them off the internet. Where that may " +
    "happen, as in a test, each further gateway is money for nothing.",
  fix: {
    typescript:
      "publicSubnets.map((subnet, i) => {\n" +
      '  const address = new aws.ec2.Eip(`nat-${i}`, { domain: "vpc" });\n' +
      "  return new aws.ec2.NatGateway(`nat-${i}`, { subnetId: subnet.id, allocationId: address.id });\n});",
    python:
      "for i, subnet in enumerate(public_subnets):\n" +
      '    address = aws.ec2.Eip(f"nat-{i}", domain="vpc")\n' +
      '    aws.ec2.NatGateway(f"nat-{i}", subnet_id=subnet.id, allocation_id=address.id)',
    yaml:
      "resources:\n  address-a:\n    type: aws:ec2:Eip\n    properties:\n      domain: vpc\n  nat-a:\n" +
      "    type: aws:ec2:NatGateway\n    properties:\n      subnetId: ${publicA.id}\n" +
      "      allocationId: ${address-a.id}\n  address-b:\n    type: aws:ec2:Eip\n    properties:\n" +
      "      domain: vpc\n  nat-b:\n    type: aws:ec2:NatGateway\n    properties:\n" +
      "      subnetId: ${publicB.id}\n      allocationId: ${address-b.id}",
  },
  limits:
    "Private subnets that reach the internet through something else (a transit gateway, a firewall, an instance); " +
    "private subnets without a way out in a zone that has a NAT gateway; private NAT gateways; NAT gateways in other " +
    "VPCs than the stack's.",
  stack(stack, context) {
    for (const vpc of managedVpcs(stack)) {
      if (context.contract.natGateways === "single") {
        judgeSingle(stack, context, vpc);
      } else {
        judgePerZone(stack, context, vpc);
      }
    }
  },
});
