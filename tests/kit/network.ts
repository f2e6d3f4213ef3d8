import { resource, type BuiltResource, type Input } from "../../src/testing/stack";

export const VPC = "aws:ec2/vpc:Vpc";
export const SUBNET = "aws:ec2/subnet:Subnet";
export const ROUTE_TABLE = "aws:ec2/routeTable:RouteTable";
export const NAT = "aws:ec2/natGateway:NatGateway";

export const vpc = resource(VPC, "main", { cidrBlock: "10.0.0.0/16" });
export const internet = resource("aws:ec2/internetGateway:InternetGateway", "internet", { vpcId: vpc.id });

/** A block for a subnet of this name, in that of the VPC. */
function blockFor(name: string): string {
  const slot = Buffer.from(name).reduce((sum, byte) => (sum * 31 + byte) % 4096, 7);
  return `10.0.${String(Math.floor(slot / 16))}.${String((slot % 16) * 16)}/28`;
}

export const subnet = (name: string, availabilityZone: Input, more: Record<string, Input> = {}): BuiltResource =>
  resource(SUBNET, name, { vpcId: vpc.id, availabilityZone, cidrBlock: blockFor(name), ...more });

export const table = (name: string, routes?: Input, more: Record<string, Input> = {}): BuiltResource =>
  resource(ROUTE_TABLE, name, { vpcId: vpc.id, routes, ...more });

export const route = (name: string, of: BuiltResource, target: Record<string, Input>): BuiltResource =>
  resource("aws:ec2/route:Route", name, { routeTableId: of.id, destinationCidrBlock: "0.0.0.0/0", ...target });

export const associate = (place: BuiltResource, to: BuiltResource): BuiltResource =>
  resource("aws:ec2/routeTableAssociation:RouteTableAssociation", `${place.$name}-to-${to.$name}`, {
    subnetId: place.id,
    routeTableId: to.id,
  });

export const nat = (name: string, place: BuiltResource, more: Record<string, Input> = {}): BuiltResource =>
  resource(NAT, name, { subnetId: place.id, allocationId: "eipalloc-0123", ...more });

/** A public subnet of its own route table, with an inline route to the internet gateway. */
export function publicSubnet(name: string, zone: Input, more: Record<string, Input> = {}): BuiltResource[] {
  const place = subnet(name, zone, more);
  const routes = table(`${name}-routes`, [{ cidrBlock: "0.0.0.0/0", gatewayId: internet.id }]);
  return [place, routes, associate(place, routes)];
}

/** A private subnet with a route table and, where `through` is given, a default route of its own to a NAT gateway. */
export function privateSubnet(name: string, zone: Input, through?: BuiltResource): BuiltResource[] {
  const place = subnet(name, zone);
  const routes = table(`${name}-routes`);
  const out = through ? [route(`${name}-out`, routes, { natGatewayId: through.id })] : [];
  return [place, routes, associate(place, routes), ...out];
}
