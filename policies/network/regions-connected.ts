import { regionInForce } from "../../src/aws/region";
import { mainRouteTable, routeTable, type Route } from "../../src/aws/network/routes";
import { managedVpcs } from "../../src/aws/network/vpc";
import { EC2_ROUTE, EC2_ROUTE_TABLE, EC2_VPC, EC2_VPC_PEERING_CONNECTION } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { defineRule, type Context } from "../../src/rules/rule";

const ACCEPTER = "aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter";
const PARTS = [EC2_VPC, EC2_VPC_PEERING_CONNECTION, ACCEPTER, EC2_ROUTE_TABLE, EC2_ROUTE];

/** Other ways from one region to another; what they connect is not followed. */
const OTHER_WAYS = [
  "aws:ec2transitgateway/peeringAttachment:PeeringAttachment",
  "aws:networkmanager/vpcAttachment:VpcAttachment",
  "aws:ec2/vpnConnection:VpnConnection",
];

/** A peering of two networks of the stack. */
interface Peering {
  resource: Resource;
  vpcs: readonly [Resource, Resource];
}

export default defineRule({
  id: "regions-connected",
  category: "network",
  description: "The networks of the regions must be connected",
  severity: "medium",
  level: "only-if-required",
  contractKeys: ["regions.connected"],
  why:
    "Replication by the application, administration and failover between regions go through private addresses only where " +
    "the networks are peered, the other side has accepted the peering, and routes lead to it from both.",
  fix: {
    typescript: `const peering = new aws.ec2.VpcPeeringConnection("peering", {
  vpcId: east.id,
  peerVpcId: west.id,
  peerRegion: "us-west-2",
});
new aws.ec2.VpcPeeringConnectionAccepter("peering", {
  vpcPeeringConnectionId: peering.id,
  autoAccept: true,
}, { provider: westProvider });`,
    python: `peering = aws.ec2.VpcPeeringConnection("peering",
    vpc_id=east.id,
    peer_vpc_id=west.id,
    peer_region="us-west-2")
aws.ec2.VpcPeeringConnectionAccepter("peering",
    vpc_peering_connection_id=peering.id,
    auto_accept=True,
    opts=pulumi.ResourceOptions(provider=west_provider))`,
    yaml: `resources:
  peering:
    type: aws:ec2:VpcPeeringConnection
    properties:
      vpcId: \${east.id}
      peerVpcId: \${west.id}
      peerRegion: us-west-2
  accepted:
    type: aws:ec2:VpcPeeringConnectionAccepter
    properties:
      region: us-west-2
      vpcPeeringConnectionId: \${peering.id}
      autoAccept: true`,
  },
  limits:
    "What transit gateways, Cloud WAN and VPNs connect; which subnets have a route; security groups; networks of other stacks.",
  references: [
    "https://docs.aws.amazon.com/vpc/latest/peering/create-vpc-peering-connection.html",
    "https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html",
  ],
  stack(stack, context) {
    const { names = [] } = context.contract.regions ?? {};
    // What an operation leaves out may be what connects them.
    if (stack.ofType(...PARTS).some(({ skipped }) => skipped)) {
      return;
    }
    const unclear = stack.ofType(EC2_VPC_PEERING_CONNECTION).find((peering) => !vpcsOf(stack, peering));
    if (stack.ofType(...OTHER_WAYS).length > 0) {
      return;
    }
    const peerings = stack.managed(EC2_VPC_PEERING_CONNECTION).flatMap((resource): Peering[] => {
      const vpcs = vpcsOf(stack, resource);
      return vpcs ? [{ resource, vpcs }] : [];
    });
    const inRegion = (name: string): Resource[] =>
      managedVpcs(stack).filter((vpc) => regionInForce(vpc, context.project) === name);
    names.forEach((name, index) => {
      for (const other of names.slice(index + 1)) {
        const [here, there] = [inRegion(name), inRegion(other)];
        const [first] = there;
        const found = peerings.filter(({ vpcs }) =>
          [here, there].every((side) => vpcs.some((vpc) => side.includes(vpc))),
        );
        if (found.length === 0 && here.length > 0 && first && unclear) {
          context.undecided(unclear, "peerVpcId");
        } else if (found.length === 0 && here.length > 0 && first) {
          context.report({
            at: first,
            message:
              `The contract requires that the networks of the regions are connected, and nothing connects this one in ${other} ` +
              `with ${name}. Add an aws.ec2.VpcPeeringConnection, its accepter and routes.`,
          });
        }
        for (const peering of found) {
          checkPeering(stack, peering, context);
        }
      }
    });
  },
});

function vpcsOf(stack: Stack, peering: Resource): Peering["vpcs"] | undefined {
  const [own] = stack.refs(peering.at("vpcId"), EC2_VPC).resources;
  const [other] = stack.refs(peering.at("peerVpcId"), EC2_VPC).resources;
  return own && other && [own, other];
}

/** A peering between regions carries nothing before the other side accepts it and both sides have routes. */
function checkPeering(stack: Stack, { resource, vpcs }: Peering, { report, undecided }: Context): void {
  const accepters = stack.referrers(resource, "vpcPeeringConnectionId", ACCEPTER);
  if (accepters.length === 0) {
    report({
      at: resource,
      message:
        "Nothing accepts this peering in the other region, so it stays pending. Add an " +
        "aws.ec2.VpcPeeringConnectionAccepter there, with `autoAccept: true`.",
    });
  }
  const isToPeer = ({ targetAt }: Route): boolean =>
    stack
      .refs(targetAt, EC2_VPC_PEERING_CONNECTION, ACCEPTER)
      .resources.some((one) => one === resource || accepters.includes(one));
  for (const vpc of vpcs) {
    const tables = [...stack.referrers(vpc, "vpcId", EC2_ROUTE_TABLE), mainRouteTable(stack, vpc)].map((table) =>
      routeTable(stack, table),
    );
    if (tables.some(({ routes }) => routes.some(isToPeer))) {
      continue;
    }
    if (tables.some(({ complete }) => !complete)) {
      undecided(vpc);
    } else {
      report({
        at: vpc,
        message:
          `No route table of this network leads to the peering ${resource.name}. Add an aws.ec2.Route to the other network's ` +
          "block, with its `vpcPeeringConnectionId`.",
      });
    }
  }
}
