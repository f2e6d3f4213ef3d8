import { mainRouteTable, routeTable } from "../../src/aws/network/routes";
import { UNKNOWN } from "../../src/graph/value";
import { isAssociated, managedVpcs, subnetsOf } from "../../src/aws/network/vpc";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "route-table-associated",
  category: "network",
  description: "Subnets must be associated with a route table",
  severity: "medium",
  level: "advisory",
  failures: [],
  why:
    "A subnet without an association uses the VPC's main route table, which has no route out of the VPC as AWS creates it. " +
    "What runs there does not reach the internet, and a change of the main table changes all such subnets.",
  fix: {
    typescript: `new aws.ec2.RouteTableAssociation("private-c", { subnetId: subnet.id, routeTableId: routes.id });`,
    python: `aws.ec2.RouteTableAssociation("private-c", subnet_id=subnet.id, route_table_id=routes.id)`,
    yaml: `resources:
  private-c:
    type: aws:ec2:RouteTableAssociation
    properties:
      subnetId: \${subnet.id}
      routeTableId: \${routes.id}`,
  },
  limits:
    "VPCs in which no subnet of the stack is associated; VPCs whose main route table the stack chooses or gives routes to.",
  references: ["https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html"],
  stack(stack, { report, undecided }) {
    for (const vpc of managedVpcs(stack)) {
      const subnets = subnetsOf(stack, vpc).resources;
      const others = subnets.filter((subnet) => isAssociated(stack, subnet) === true);
      const main = mainRouteTable(stack, vpc);
      const isMainUsed = main !== vpc || routeTable(stack, vpc).routes.length > 0;
      for (const subnet of others.length > 0 && !isMainUsed ? subnets : []) {
        const associated = isAssociated(stack, subnet);
        if (associated === UNKNOWN) {
          undecided(subnet);
        } else if (!associated) {
          report({
            at: subnet,
            message:
              `This subnet has no route table association, unlike ${String(others.length)} of the ${String(subnets.length)} subnets of its VPC, ` +
              "so it uses the main route table, which has no route out of the VPC. Add an aws.ec2.RouteTableAssociation.",
          });
        }
      }
    }
  },
});
