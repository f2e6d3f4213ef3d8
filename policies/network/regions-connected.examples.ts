import type { RuleExamples } from "../../src/rules/examples";

const program = (more: string): string => `
const west = new aws.ec2.Vpc("west", { region: "us-west-2", cidrBlock: "10.1.0.0/16" });
const east = new aws.ec2.Vpc("east", { cidrBlock: "10.0.0.0/16" });
const peering = new aws.ec2.VpcPeeringConnection("peering", {
  vpcId: east.id, peerVpcId: west.id, peerRegion: "us-west-2",
});
const vpcPeeringConnectionId = peering.id;
for (const [vpc, region] of [[east, "us-east-1"], [west, "us-west-2"]] as const) {
  const routeTableId = new aws.ec2.RouteTable(region, { region, vpcId: vpc.id }).id;
  new aws.ec2.Route(region, { region, routeTableId, destinationCidrBlock: "10.0.0.0/8", vpcPeeringConnectionId });
}${more}
`;

export default {
  incorrect: program(""),
  correct: program(`
new aws.ec2.VpcPeeringConnectionAccepter("west", { region: "us-west-2", vpcPeeringConnectionId, autoAccept: true });`),
  contract: { regions: { names: ["us-east-1", "us-west-2"], connected: true } },
} satisfies RuleExamples;
