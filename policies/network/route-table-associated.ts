import { mainRouteTable, routeTable } from "../../stack/routes";
import { UNKNOWN } from "../../stack/value";
import { isAssociated, managedVpcs, subnetsOf } from "../../stack/vpc";
import { defineRule } from "../rule";

export default defineRule({
  id: "route-table-associated",
  category: "network",
  description: "Subnets are associated with a route table",
  severity: "medium",
  level: "advisory",
  failures: [],
  why:
    "A subnet that no route table is associated with uses the VPC's main one, which leads nowhere outside the VPC as AWS " +
    "makes it. What runs there does not reach the internet, and whoever changes the main table changes it for all such subnets.",
  fix: {
    typescript: 'new aws.ec2.RouteTableAssociation("private-c", { subnetId: subnet.id, routeTableId: routes.id });',
    python: 'aws.ec2.RouteTableAssociation("private-c", subnet_id=subnet.id, route_table_id=routes.id)',
    yaml:
      "resources:\n  private-c:\n    type: aws:ec2:RouteTableAssociation\n    properties:\n" +
      "      subnetId: ${subnet.id}\n      routeTableId: ${routes.id}",
  },
  limits:
    "VPCs in which no subnet of the stack is associated; VPCs of which the stack gives the main route table routes or chooses it.",
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
              `this subnet has no route table of its own, unlike ${String(others.length)} of its VPC's ${String(subnets.length)} subnets, ` +
              "and is left with the main one, which leads nowhere; add an aws.ec2.RouteTableAssociation.",
          });
        }
      }
    }
  },
});
