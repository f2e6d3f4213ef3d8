import { natGatewaysOf } from "../../src/aws/network/nat-gateways";
import { EC2_ROUTE_TABLE, EC2_VPC } from "../../src/aws/type-tokens";
import { isAlreadyOrdered, makeWait, waitsForOneOf } from "../../src/graph/ordering";
import type { Resource } from "../../src/graph/resource";
import { DEFAULT_ROUTE_TABLE, routeTable } from "../../src/aws/network/routes";
import type { Stack } from "../../src/graph/stack";
import { vpcOf } from "../../src/aws/network/vpc";
import { variablesOf } from "../../src/source/variables";
import { defineRule } from "../../src/rules/rule";

/** Any one of them may be meant; no message names hundreds. */
const MOST_NAMED = 10;

const namesOf = (resources: readonly Resource[]): string => resources.map(({ name }) => name).join(" or ");

function vpcOfTable(stack: Stack, table: Resource): Resource | undefined {
  switch (table.type) {
    case EC2_VPC:
      return table;
    case DEFAULT_ROUTE_TABLE:
      return stack.refs(table.at("defaultRouteTableId"), EC2_VPC).resources[0];
    default:
      return vpcOf(stack, table);
  }
}

export default defineRule({
  id: "private-route-after-nat-gateway",
  category: "ordering",
  description: "Default routes of private subnets must wait for their NAT gateway",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  failures: ["F18", "C2"],
  why:
    "AWS assigns the id of a NAT gateway when it creates it. A route that names one by a string can be created before it, " +
    "and AWS rejects it then; or it goes on naming a gateway that has been replaced.",
  fix: {
    typescript: `new aws.ec2.Route("private-out", {
  routeTableId: privateRoutes.id,
  destinationCidrBlock: "0.0.0.0/0",
  natGatewayId: natGateway.id,
});`,
    python: `aws.ec2.Route("private-out", route_table_id=private_routes.id,
    destination_cidr_block="0.0.0.0/0", nat_gateway_id=nat_gateway.id)`,
    yaml: `resources:
  private-out:
    type: aws:ec2:Route
    properties:
      routeTableId: \${privateRoutes.id}
      destinationCidrBlock: 0.0.0.0/0
      natGatewayId: \${natGateway.id}`,
  },
  limits:
    "Routes in a VPC for which the stack creates no NAT gateway, since the one that they name exists already; routes to " +
    "other destinations than everywhere. On a route that exists the finding is advisory.",
  references: [
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateRoute.html",
    "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html",
  ],
  stack(stack, { project, report, undecided }) {
    for (const table of stack.ofType(EC2_ROUTE_TABLE, DEFAULT_ROUTE_TABLE, EC2_VPC)) {
      const vpc = vpcOfTable(stack, table);
      const gateways = vpc ? natGatewaysOf(stack, vpc).resources : [];
      const named = gateways.slice(0, MOST_NAMED);
      const isUnknown = !table.external && table.find("routes")?.isUnknown === true;
      if (isUnknown && gateways.length > 0 && !waitsForOneOf(stack, table, gateways)) {
        undecided(table, "routes");
      }
      const byString = routeTable(stack, table).routes.filter(
        ({ target, targetAt, isDefault, certain }) =>
          certain && isDefault === true && target === "nat-gateway" && typeof targetAt.value === "string",
      );
      for (const { targetAt } of byString) {
        if (gateways.length > 0 && !waitsForOneOf(stack, targetAt.resource, gateways)) {
          report({
            at: targetAt,
            onlyAtCreation: true,
            missingDependencies: named,
            message:
              `This default route names a NAT gateway by a string, so it does not wait for ${namesOf(named)}: set ` +
              "`natGatewayId` to the `id` output of the NAT gateway, or " +
              `${makeWait(stack, targetAt.resource, named, variablesOf(project.files))}.`,
            awsError: "The natGateway ID '…' does not exist",
            ...(isAlreadyOrdered(targetAt.resource, gateways) && { level: "advisory" }),
          });
        }
      }
    }
  },
});
