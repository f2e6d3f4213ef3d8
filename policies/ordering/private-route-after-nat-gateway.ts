import { natGatewaysOf } from "../../stack/nat-gateways";
import { makeWait, waitsForOneOf } from "../../stack/ordering";
import type { Resource } from "../../stack/resource";
import { DEFAULT_ROUTE_TABLE, ROUTE_TABLE, routeTable, VPC } from "../../stack/routes";
import type { Stack } from "../../stack/stack";
import { vpcOf } from "../../stack/vpc";
import { defineRule } from "../rule";

function vpcOfTable(stack: Stack, table: Resource): Resource | undefined {
  switch (table.type) {
    case VPC:
      return table;
    case DEFAULT_ROUTE_TABLE:
      return stack.refs(table.at("defaultRouteTableId"), VPC).resources[0];
    default:
      return vpcOf(stack, table);
  }
}

export default defineRule({
  id: "private-route-after-nat-gateway",
  category: "ordering",
  description: "Default routes of private subnets wait for their NAT gateway",
  severity: "high",
  level: "mandatory",
  failures: ["F18", "C2"],
  why:
    "A NAT gateway gets its id from AWS when it is made. A route that names one by a text of the program can be made " +
    "before it, and then AWS refuses it, or goes on naming a gateway that has been replaced.",
  fix: {
    typescript:
      'new aws.ec2.Route("private-out", {\n  routeTableId: privateRoutes.id,\n' +
      '  destinationCidrBlock: "0.0.0.0/0",\n  natGatewayId: natGateway.id,\n});',
    python:
      'aws.ec2.Route("private-out", route_table_id=private_routes.id,\n' +
      '    destination_cidr_block="0.0.0.0/0", nat_gateway_id=nat_gateway.id)',
    yaml:
      "resources:\n  private-out:\n    type: aws:ec2:Route\n    properties:\n" +
      "      routeTableId: ${privateRoutes.id}\n      destinationCidrBlock: 0.0.0.0/0\n" +
      "      natGatewayId: ${natGateway.id}",
  },
  limits:
    "Routes in a VPC for which the stack makes no NAT gateway: the one that they name is there already. Routes to other " +
    "destinations than everywhere.",
  stack(stack, { report, project }) {
    for (const table of stack.ofType(ROUTE_TABLE, DEFAULT_ROUTE_TABLE, VPC)) {
      const vpc = vpcOfTable(stack, table);
      const gateways = vpc ? natGatewaysOf(stack, vpc).resources : [];
      const byText = routeTable(stack, table).routes.filter(
        ({ target, targetAt, isDefault, certain }) =>
          certain && isDefault === true && target === "nat-gateway" && typeof targetAt.value === "string",
      );
      const [first] = gateways;
      for (const { targetAt } of byText) {
        if (first && !waitsForOneOf(stack, targetAt.resource, gateways)) {
          report({
            at: targetAt,
            awaits: gateways,
            message:
              "this default route names a NAT gateway by a text, so that nothing makes it wait for one of those that " +
              `the stack makes (${gateways.map(({ name }) => name).join(", ")}); pass the id of the resource itself, ` +
              `natGatewayId: ${first.name}.id, or ${makeWait(stack, targetAt.resource, gateways, project.files?.settings?.runtime)}.`,
          });
        }
      }
    }
  },
});
