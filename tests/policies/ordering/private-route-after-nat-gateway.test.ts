import rule from "../../../policies/ordering/private-route-after-nat-gateway";
import { nat, route, ROUTE_TABLE, subnet, table, vpc } from "../../kit/network";
import { createdAndDeployed } from "../../kit/deployed";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, text, unknown } from "../../../src/testing/stack";

const edge = subnet("public", "us-east-1a");
const gateway = nat("nat-a", edge);
const network = [vpc, edge, gateway];
const routes = table("private-routes");
const otherRoutes = table("other-routes");
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
      name: "a string, and an explicit dependency",
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
    { name: "a NAT gateway of another stack", stack: [vpc, edge, routes, route("out", routes, TEXT)] },
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
      name: "an id from a data source",
      stack: [...network, routes, route("out", routes, { natGatewayId: unknown })],
      shape: "preview",
    },
    {
      name: "a route of one of two tables, which may be the other one",
      stack: [
        ...network,
        routes,
        otherRoutes,
        resource("aws:ec2/route:Route", "out", {
          routeTableId: text`${routes.id}${otherRoutes.id}`,
          destinationCidrBlock: "0.0.0.0/0",
          ...TEXT,
        }),
      ],
    },
  ],
  invalid: createdAndDeployed([
    {
      name: "a NAT gateway by a string",
      stack: [...network, routes, route("out", routes, TEXT)],
      findings: [
        {
          resource: "out",
          path: "natGatewayId",
          message: /does not wait for nat-a: .*add the aws\.ec2\.NatGateway named "nat-a" to its `dependsOn`/,
        },
      ],
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
      name: "the main route table without a resource of its own",
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
  ]),
});
