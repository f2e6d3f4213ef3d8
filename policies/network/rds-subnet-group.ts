import { isAuroraInstance, isReplica } from "../../src/aws/databases/database";
import { RDS_INSTANCE } from "../../src/aws/type-tokens";
import { anyOf } from "../../src/graph/certainty";
import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "rds-subnet-group",
  category: "network",
  description: "RDS instances must be in a VPC of their own choice",
  severity: "high",
  level: "only-if-required",
  why:
    "Without a subnet group, RDS puts an instance into the default VPC, whose subnets are public. A subnet group " +
    "puts it into the private subnets that you choose.",
  limits:
    "Replicas, which are where their source is; Aurora instances, which are where their cluster is. All instances " +
    "are in some VPC today: AWS's own control passes the default one.",
  references: ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html"],
  requirement: {
    types: [RDS_INSTANCE],
    property: "dbSubnetGroupName",
    must: { isNot: "default" },
    whenAbsent: "default",
    unless: (instance) => anyOf([isAuroraInstance(instance), isReplica(instance)]),
    consequence: "The database is in the default VPC.",
    instead: "Create an aws.rds.SubnetGroup of private subnets, and set `dbSubnetGroupName` to its name.",
    correct: "private",
    example: { engine: "postgres", instanceClass: "db.t4g.medium" },
  },
});
