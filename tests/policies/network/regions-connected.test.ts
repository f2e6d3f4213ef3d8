import rule from "../../../policies/network/regions-connected";
import type { Contract } from "../../../src/contract/contract";
import { resource, ruleTest, unknown, type BuiltResource, type Input } from "../../../src/testing";

const contract: Contract = { regions: { names: ["us-east-1", "us-west-2"], connected: true } };
const config = { "aws:region": "us-east-1" };
const inWest = { region: "us-west-2" };
const east = resource("aws:ec2/vpc:Vpc", "east", { cidrBlock: "10.0.0.0/16" });
const west = resource("aws:ec2/vpc:Vpc", "west", { cidrBlock: "10.1.0.0/16", ...inWest });
const peer = (peerVpcId: Input = west.id): BuiltResource =>
  resource("aws:ec2/vpcPeeringConnection:VpcPeeringConnection", "peering", {
    vpcId: east.id,
    peerVpcId,
    peerRegion: "us-west-2",
  });
const peering = peer();
const accepter = resource("aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter", "accepter", {
  vpcPeeringConnectionId: peering.id,
  autoAccept: true,
  ...inWest,
});
const routes = (
  name: string,
  vpc: BuiltResource,
  through: BuiltResource,
  more: Record<string, Input> = {},
): BuiltResource[] => {
  const table = resource("aws:ec2/routeTable:RouteTable", `${name}-private`, { vpcId: vpc.id, ...more });
  const route = resource("aws:ec2/route:Route", `${name}-peer`, {
    routeTableId: table.id,
    destinationCidrBlock: "10.0.0.0/8",
    vpcPeeringConnectionId: through.id,
    ...more,
  });
  return [table, route];
};

ruleTest(rule, {
  valid: [
    { name: "no contract", config, stack: [east, west] },
    { name: "one network", contract, config, stack: [east] },
    {
      name: "a peering with its accepter and routes",
      contract,
      config,
      stack: [
        east,
        west,
        peering,
        accepter,
        ...routes("east", east, peering),
        ...routes("west", west, accepter, inWest),
      ],
    },
    {
      name: "transit gateways, which are not followed",
      contract,
      config,
      stack: [
        east,
        west,
        resource("aws:ec2transitgateway/peeringAttachment:PeeringAttachment", "regions", { peerRegion: "us-west-2" }),
      ],
    },
  ],
  invalid: [
    {
      name: "two networks without a connection",
      contract,
      config,
      stack: [east, west],
      findings: [
        { resource: "west", level: "mandatory", message: /nothing connects this one in us-west-2 with us-east-1/ },
      ],
    },
    {
      name: "a peering that nothing accepts, and a route on one side only",
      contract,
      config,
      stack: [east, west, peering, ...routes("east", east, peering)],
      findings: [
        { resource: "peering", level: "mandatory", message: /Nothing accepts/ },
        { resource: "west", level: "mandatory", message: /leads to the peering peering/ },
      ],
    },
  ],
  undecided: [
    {
      name: "a peering with what is not known yet",
      contract,
      config,
      stack: [east, west, peer(unknown)],
      at: ["peering.peerVpcId"],
    },
  ],
});
