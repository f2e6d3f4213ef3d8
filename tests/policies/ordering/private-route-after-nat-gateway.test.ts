import rule from "../../../policies/ordering/private-route-after-nat-gateway";
import { nat, route, ROUTE_TABLE, subnet, table, vpc } from "../../kit/network";
import { ruleTest } from "../../../testing/rule-test";
import { resource, unknown } from "../../../testing/stack";

const place = subnet("public", "us-east-1a");
const gateway = nat("nat-a", place);
const network = [vpc, place, gateway];
const routes = table("private-routes");
const TEXT = { natGatewayId: "nat-0a1b2c3d4e5f67890" };

ruleTest(rule, {
  valid: [
    {
      name: "a route that names the resource",
      stack: [...network, routes, route("out", routes, { natGatewayId: gateway.id })],
    },
    {
      name: "an inline route that names the resource",
      stack: [...network, table("private-routes", [{ cidrBlock: "0.0.0.0/0", natGatewayId: gateway.id }])],
    },
    {
      name: "a text, and an explicit dependency",
      stack: [
        ...network,
        routes,
        resource(
          "aws:ec2/route:Route",
          "out",
          { routeTableId: routes.id, destinationCidrBlock: "0.0.0.0/0", ...TEXT },
          { dependsOn: [gateway] },
        ),
      ],
    },
    { name: "a NAT gateway of elsewhere", stack: [vpc, place, routes, route("out", routes, TEXT)] },
    {
      name: "a NAT gateway of another VPC",
      stack: [...network, resource(ROUTE_TABLE, "there", { vpcId: "vpc-0123" }), route("out", routes, TEXT)],
    },
    {
      name: "a route to one network",
      stack: [...network, routes, route("out", routes, { ...TEXT, destinationCidrBlock: "192.168.0.0/16" })],
    },
    {
      name: "a default route to an internet gateway by its id",
      stack: [...network, routes, route("out", routes, { gatewayId: "igw-0123" })],
    },
    {
      name: "what a data source finds",
      stack: [...network, routes, route("out", routes, { natGatewayId: unknown })],
      shape: "preview",
    },
  ],
  invalid: [
    {
      name: "a NAT gateway by a text",
      stack: [...network, routes, route("out", routes, TEXT)],
      findings: [{ resource: "out", path: "natGatewayId", message: /natGatewayId: nat-a\.id.*dependsOn: \[nat-a\]/ }],
    },
    {
      name: "an inline route, for IPv6 too",
      stack: [
        ...network,
        table("private-routes", [
          { cidrBlock: "10.1.0.0/16", ...TEXT },
          { ipv6CidrBlock: "::/0", ...TEXT },
        ]),
      ],
      findings: [{ resource: "private-routes", path: "routes[1].natGatewayId" }],
    },
    {
      name: "the main route table",
      stack: [
        ...network,
        resource("aws:ec2/defaultRouteTable:DefaultRouteTable", "main-routes", {
          defaultRouteTableId: vpc.defaultRouteTableId,
          routes: [{ cidrBlock: "0.0.0.0/0", ...TEXT }],
        }),
      ],
      findings: [{ resource: "main-routes", path: "routes[0].natGatewayId" }],
    },
    {
      name: "the main route table that no resource stands for",
      stack: [
        ...network,
        resource("aws:ec2/route:Route", "out", {
          routeTableId: vpc.mainRouteTableId,
          destinationCidrBlock: "0.0.0.0/0",
          ...TEXT,
        }),
      ],
      findings: [{ resource: "out", path: "natGatewayId" }],
    },
  ],
});
