import rule from "../../../policies/network/route-table-associated";
import { associate, internet, route, subnet, table, vpc } from "../../kit/network";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource } from "../../../src/testing/stack";

const one = subnet("one", "us-east-1a");
const two = subnet("two", "us-east-1b");
const routes = table("routes");
const associated = [vpc, routes, one, associate(one, routes)];
const association = (subnetId: Parameters<typeof resource>[2]): BuiltResource =>
  resource("aws:ec2/routeTableAssociation:RouteTableAssociation", "some", { routeTableId: routes.id, ...subnetId });

ruleTest(rule, {
  valid: [
    { name: "all are associated", stack: [...associated, two, associate(two, routes)] },
    { name: "no subnet is associated", stack: [vpc, one, two] },
    {
      name: "routes of the main table",
      stack: [
        ...associated,
        two,
        internet,
        resource("aws:ec2/route:Route", "out", {
          routeTableId: vpc.mainRouteTableId,
          destinationCidrBlock: "0.0.0.0/0",
          gatewayId: internet.id,
        }),
      ],
    },
    {
      name: "a default table of the stack",
      stack: [
        ...associated,
        two,
        resource("aws:ec2/defaultRouteTable:DefaultRouteTable", "main", {
          defaultRouteTableId: vpc.defaultRouteTableId,
        }),
      ],
    },
    {
      name: "a main table that the stack chooses",
      stack: [
        ...associated,
        two,
        resource("aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation", "main", {
          vpcId: vpc.id,
          routeTableId: routes.id,
        }),
      ],
    },
    {
      name: "subnets of a VPC of another stack",
      stack: [routes, resource("aws:ec2/subnet:Subnet", "far", { vpcId: "vpc-0123456789abcdef0" })],
    },
  ],
  invalid: [
    {
      name: "one subnet without an association",
      stack: [...associated, two, internet, route("out", routes, { gatewayId: internet.id })],
      findings: [{ resource: "two", message: /unlike 1 of the 2 subnets of its VPC/ }],
    },
  ],
  undecided: [
    {
      name: "an association of some subnet",
      stack: [...associated, two, association({ subnetId: unknown })],
      at: ["two"],
    },
  ],
});
