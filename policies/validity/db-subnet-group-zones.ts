import { DMS_REPLICATION_SUBNET_GROUP, EC2_SUBNET, EKS_CLUSTER } from "../../src/aws/type-tokens";
import { anyOf, type Certainty } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import { DEFAULT_SUBNET, isRegionalZone, zoneOf, zonesOf } from "../../src/aws/network/vpc";
import { defineRule } from "../../src/rules/rule";

const GROUPS = [
  DMS_REPLICATION_SUBNET_GROUP,
  "aws:docdb/subnetGroup:SubnetGroup",
  "aws:neptune/subnetGroup:SubnetGroup",
  "aws:rds/subnetGroup:SubnetGroup",
];

/** AWS's error for a group, also one of DMS, and for a cluster of EKS, which has its subnets itself. */
const REJECTIONS = {
  replication:
    "ReplicationSubnetGroupDoesNotCoverEnoughAZs: The replication subnet group doesn't cover enough Availability Zones",
  group:
    "DBSubnetGroupDoesNotCoverEnoughAZs: The DB subnet group doesn't meet Availability Zone (AZ) coverage requirement",
  cluster: "Subnets specified must be in at least two different AZs",
};
const REQUIRED_ZONES = 2;

/** Whether a subnet is on an Outpost or in a local zone, where a group is in one zone only. */
function isOutsideRegionalZones(stack: Stack, subnet: Resource): Certainty {
  const zone = zoneOf(stack, subnet);
  const isGiven = ["availabilityZone", "availabilityZoneId"].some((property) => subnet.at(property).isUnknown);
  return !subnet.at("outpostArn").isAbsent || (known(zone) ? !isRegionalZone(zone) : isGiven && UNKNOWN);
}

export default defineRule({
  id: "db-subnet-group-zones",
  category: "validity",
  description: "Database subnet groups and EKS clusters must span two availability zones",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "A database must be able to move to another zone when one fails, even if it runs in a single zone now. RDS, DocumentDB, " +
    "Neptune and DMS reject a subnet group whose subnets are in one zone, and EKS rejects such a cluster.",
  fix: {
    typescript: `subnetIds: [privateA.id, privateB.id], // in us-east-1a and us-east-1b`,
    python: `subnet_ids=[private_a.id, private_b.id],  # in us-east-1a and us-east-1b`,
    yaml: `subnetIds: ["\${privateA.id}", "\${privateB.id}"] # in us-east-1a and us-east-1b`,
  },
  limits:
    "Groups with subnets of other stacks, or whose zone AWS chooses; Outposts and local zones. A group with one subnet of " +
    "another stack is advisory.",
  references: ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html"],
  stack(stack, { report, undecided }) {
    for (const group of stack.managed(...GROUPS, EKS_CLUSTER)) {
      const isCluster = group.type === EKS_CLUSTER;
      const path = isCluster ? "vpcConfig.subnetIds" : "subnetIds";
      const property = group.at(...path.split("."));
      const { resources, complete } = stack.refs(property, EC2_SUBNET, DEFAULT_SUBNET);
      const isOutside = anyOf(resources.map((subnet) => isOutsideRegionalZones(stack, subnet)));
      if (isOutside === true || (isCluster && !group.at("outpostConfig").isAbsent)) {
        continue;
      }
      const { zones, atMost } = zonesOf(stack, resources);
      const listed = property.list() ?? [];
      const isOne = known(listed) && (listed.length === 1 || (complete && resources.length === 1));
      // An unknown list may hold more than the subnets that it was made of here.
      const isOfSubnets = group.propertyDependencies.get(property.property)?.length === resources.length;
      const isAll = complete && (property.isUnknown ? isOfSubnets && resources.length > 1 : resources.length > 0);
      const isTooFew = isAll ? atMost < REQUIRED_ZONES : isOne;
      if (isTooFew && isOutside === UNKNOWN) {
        undecided(property);
      } else if (isTooFew) {
        const where = zones.length === 1 ? ` in ${zones.join("")}` : "";
        // AWS rejects such a change of an existing group as well, so none can exist unchanged.
        report({
          at: group,
          property: path,
          ...(!isAll && { level: "advisory" }),
          message:
            `The ${isCluster ? "cluster" : "group"} has ${isOne ? "one subnet" : `${String(resources.length)} subnets${where}`}, and it must span at least ` +
            `two availability zones. Add a subnet of another zone to \`${path}\`.`,
          awsError:
            REJECTIONS[isCluster ? "cluster" : group.type === DMS_REPLICATION_SUBNET_GROUP ? "replication" : "group"],
        });
      } else if (!isAll) {
        undecided(property);
      }
    }
  },
});
