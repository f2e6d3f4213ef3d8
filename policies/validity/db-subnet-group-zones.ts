import type { Resource } from "../../stack/resource";
import type { Stack } from "../../stack/stack";
import { known } from "../../stack/value";
import { DEFAULT_SUBNET, isRegionalZone, SUBNET, zoneOf, zonesOf } from "../../stack/vpc";
import { defineRule } from "../rule";

const GROUPS = [
  "aws:docdb/subnetGroup:SubnetGroup",
  "aws:neptune/subnetGroup:SubnetGroup",
  "aws:rds/subnetGroup:SubnetGroup",
];
const ENOUGH = 2;

/** True for a subnet on an Outpost or in a local zone, where a group lies in one place only. */
function isApart(stack: Stack, subnet: Resource): boolean {
  const zone = zoneOf(stack, subnet);
  return !subnet.at("outpostArn").isAbsent || (known(zone) && !isRegionalZone(zone));
}

export default defineRule({
  id: "db-subnet-group-zones",
  category: "validity",
  description: "Database subnet groups span two availability zones",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "A database has to find a place when a zone fails, also one that runs in a single zone now. RDS, DocumentDB and Neptune " +
    "refuse a subnet group whose subnets lie in one zone.",
  fix: {
    typescript: "subnetIds: [privateA.id, privateB.id], // in us-east-1a and us-east-1b",
    python: "subnet_ids=[private_a.id, private_b.id],  # in us-east-1a and us-east-1b",
    yaml: 'subnetIds: ["${privateA.id}", "${privateB.id}"] # in us-east-1a and us-east-1b',
  },
  limits:
    "Groups with subnets that the stack does not make, or whose zone AWS chooses; Outposts and local zones. A group with " +
    "one subnet from elsewhere is advisory.",
  stack(stack, { report, undecided }) {
    for (const group of stack.ofType(...GROUPS).filter(({ outside }) => !outside)) {
      const place = group.at("subnetIds");
      const { resources, complete } = stack.refs(place, SUBNET, DEFAULT_SUBNET);
      const { zones, atMost } = zonesOf(stack, resources);
      const listed = place.list() ?? [];
      const isOne = known(listed) && (listed.length === 1 || (complete && resources.length === 1));
      // A list that is not known as a whole may hold more than the subnets that it was made of here.
      const isOfSubnets = group.propertyDependencies.get("subnetIds")?.length === resources.length;
      const isAll = complete && (place.isUnknown ? isOfSubnets && resources.length > 1 : resources.length > 0);
      if (resources.some((subnet) => isApart(stack, subnet))) {
        continue;
      }
      if (isAll ? atMost < ENOUGH : isOne) {
        const where = zones.length === 1 ? `, which lie in ${zones.join("")}` : "";
        report({
          at: group,
          property: "subnetIds",
          ...(!isAll && { level: "advisory" }),
          message:
            `the group has ${isOne ? "one subnet" : `${String(resources.length)} subnets${where}`}, and needs subnets in at ` +
            "least two availability zones; add one of another zone to subnetIds.",
          answer:
            "DBSubnetGroupDoesNotCoverEnoughAZs: The DB subnet group doesn't meet Availability Zone (AZ) coverage requirement",
        });
      } else if (!isAll) {
        undecided(place);
      }
    }
  },
});
