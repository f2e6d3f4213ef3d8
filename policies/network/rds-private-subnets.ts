import { hasInternetRoute } from "../../src/aws/network/reachability";
import { RDS_CLUSTER_INSTANCE, RDS_INSTANCE } from "../../src/aws/type-tokens";
import { not } from "../../src/graph/certainty";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "rds-private-subnets",
  category: "network",
  description: "RDS instances must be in subnets without a route to an internet gateway",
  severity: "high",
  level: "only-if-required",
  why:
    "In a public subnet, a public address and one wrong rule of a security group are all that is missing to put the " +
    "database on the internet. In a private subnet neither has an effect.",
  fix: {
    typescript: `const subnets = new aws.rds.SubnetGroup("orders", { subnetIds: [privateA.id, privateB.id] });
// on the instance
dbSubnetGroupName: subnets.name,`,
    python: `subnets = aws.rds.SubnetGroup("orders", subnet_ids=[private_a.id, private_b.id])
# on the instance
db_subnet_group_name=subnets.name,`,
    yaml: `resources:
  subnets:
    type: aws:rds:SubnetGroup
    properties:
      subnetIds: ["\${privateA.id}", "\${privateB.id}"]
  orders:
    type: aws:rds:Instance
    properties:
      dbSubnetGroupName: \${subnets.name}`,
  },
  limits:
    "Subnet groups and subnets of other stacks, and subnets whose route table is not known, are undecided. Without a subnet " +
    "group, an instance is in the default VPC, whose subnets are public.",
  references: [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html",
  ],
  stack(stack, { decide }) {
    for (const instance of stack.managed(RDS_INSTANCE, RDS_CLUSTER_INSTANCE)) {
      decide(not(hasInternetRoute(stack, instance)), {
        at: instance,
        property: "dbSubnetGroupName",
        message: instance.at("dbSubnetGroupName").isAbsent
          ? "The database is in subnets with a route to an internet gateway, such as those of the default VPC. " +
            "Set `dbSubnetGroupName` to a group of private subnets."
          : "The database's subnets have a route to an internet gateway. " +
            "Put private subnets into its aws.rds.SubnetGroup.",
      });
    }
  },
});
