import { EC2_NAT_GATEWAY } from "../../src/aws/type-tokens";
import { tableOf } from "../../src/contract/facts";
import { anyOf, type Certainty } from "../../src/graph/certainty";
import { isPrivateNat, isRegionalNat, natGatewaysOf, subnetOfNat } from "../../src/aws/network/nat-gateways";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import { isSameZone, managedVpcs, routeTablesOf, subnetsOf, tierOf, zoneOf } from "../../src/aws/network/vpc";
import { defineRule, type Context } from "../../src/rules/rule";

const names = (resources: readonly Resource[]): string => resources.map(({ name }) => name).join(", ");

/** Whether a NAT gateway works in the zone of a subnet. */
function isInZoneOf(stack: Stack, gateway: Resource, subnet: Resource): Certainty {
  const own = subnetOfNat(stack, gateway);
  const isSame = own ? isSameZone(zoneOf(stack, own), zoneOf(stack, subnet)) : UNKNOWN;
  return anyOf([isRegionalNat(gateway), isSame]);
}

const where = (zone: ReturnType<typeof zoneOf>): string => (known(zone) ? zone : "its zone");

/** A private subnet's default routes: those through NAT gateways, and whether there are others. */
function defaultRoutes(stack: Stack, subnet: Resource): { gateways: Resource[]; complete: boolean; hasOther: boolean } {
  const tables = routeTablesOf(stack, subnet);
  const routes = tables.flatMap((table) => table.routes).filter(({ isDefault }) => isDefault !== false);
  const throughNat = routes.filter(({ target }) => target === "nat-gateway");
  const refs = throughNat.map(({ targetAt }) => stack.refs(targetAt, EC2_NAT_GATEWAY));
  const isEgress = ({ target }: (typeof routes)[number]): boolean =>
    target !== "nat-gateway" && target !== "egress-only-internet-gateway";
  return {
    gateways: [...new Set(refs.flatMap(({ resources }) => resources))],
    complete: tables.length === 1 && refs.every(({ complete, resources }) => complete && resources.length > 0),
    hasOther: routes.some(isEgress),
  };
}

function checkPerZone(stack: Stack, { report, undecided }: Context, vpc: Resource): void {
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
      const gatewaySubnet = gateway && subnetOfNat(stack, gateway);
      report({
        at: subnet,
        message:
          `This private subnet in ${where(zoneOf(stack, subnet))} reaches the internet through a NAT gateway in another ` +
          `zone (${names(gateways)} in ${where(gatewaySubnet ? zoneOf(stack, gatewaySubnet) : UNKNOWN)}), and is cut off ` +
          "when that zone fails. Create a NAT gateway in a public subnet of its own zone, and route its table there.",
      });
    }
  }
  const reported: Resource[] = [];
  for (const subnet of unserved) {
    const zone = zoneOf(stack, subnet);
    const isServed = anyOf([
      ...inVpc.resources.map((gateway) => isInZoneOf(stack, gateway, subnet)),
      ...[...served, ...reported].map((other) => isSameZone(zoneOf(stack, other), zone)),
    ]);
    if (isServed === true) {
      continue;
    }
    if (isServed === UNKNOWN || !inVpc.complete) {
      undecided(subnet, "availabilityZone");
    } else {
      reported.push(subnet);
      report({
        at: subnet,
        message:
          `There is no NAT gateway in the zone of this private subnet${known(zone) ? ` (${zone})` : ""}, and no route from ` +
          "it to the internet. Create a NAT gateway in a public subnet of the zone, and route this subnet's table there.",
      });
    }
  }
}

function checkSingle(stack: Stack, { contract, report, undecided }: Context, vpc: Resource): void {
  const { resources, complete } = natGatewaysOf(stack, vpc);
  const gateways = resources.filter((gateway) => isPrivateNat(gateway) === false);
  const surplus = gateways.length - 1;
  if (surplus > 0) {
    const price = tableOf(contract, "nat-gateway-price");
    const cost = Math.round(surplus * price.perHour * price.hoursPerMonth);
    report({
      at: vpc,
      message:
        `The contract requires a single NAT gateway, and this VPC has ${String(gateways.length)} (${names(gateways)}). ` +
        `The surplus costs about ${String(cost)} USD a month (${price.region}, ${price.date}, without traffic). Keep one, ` +
        "and route all private subnets to it.",
    });
  } else if (!complete || gateways.length < resources.length) {
    undecided(vpc);
  }
}

export default defineRule({
  id: "nat-gateway-per-zone",
  category: "network",
  description: "A VPC must have as many NAT gateways as the contract requires",
  severity: "medium",
  level: "only-if-required",
  contractKeys: ["natGateways"],
  failures: ["B11", "P16"],
  why:
    "With one NAT gateway for several zones, the failure of its zone cuts all of them off from the internet. Where that is " +
    "acceptable, as in a test, each further gateway costs money for nothing.",
  fix: {
    typescript: `publicSubnets.map((subnet, i) => {
  const address = new aws.ec2.Eip(\`nat-\${i}\`, { domain: "vpc" });
  return new aws.ec2.NatGateway(\`nat-\${i}\`, { subnetId: subnet.id, allocationId: address.id });
});`,
    python: `for i, subnet in enumerate(public_subnets):
    address = aws.ec2.Eip(f"nat-{i}", domain="vpc")
    aws.ec2.NatGateway(f"nat-{i}", subnet_id=subnet.id, allocation_id=address.id)`,
    yaml: `resources:
  address-a:
    type: aws:ec2:Eip
    properties:
      domain: vpc
  nat-a:
    type: aws:ec2:NatGateway
    properties:
      subnetId: \${publicA.id}
      allocationId: \${address-a.id}
  address-b:
    type: aws:ec2:Eip
    properties:
      domain: vpc
  nat-b:
    type: aws:ec2:NatGateway
    properties:
      subnetId: \${publicB.id}
      allocationId: \${address-b.id}`,
  },
  limits:
    "Private subnets that reach the internet through something else (a transit gateway, a firewall, an instance); private " +
    "subnets without a route to the internet in a zone that has a NAT gateway; private NAT gateways; NAT gateways in VPCs " +
    "of other stacks.",
  references: [
    "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html",
    "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-example-private-subnets-nat.html",
  ],
  stack(stack, context) {
    for (const vpc of managedVpcs(stack)) {
      if (context.contract.natGateways === "single") {
        checkSingle(stack, context, vpc);
      } else {
        checkPerZone(stack, context, vpc);
      }
    }
  },
});
