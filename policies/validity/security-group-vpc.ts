import { commonNetwork, locationOf, LOCATIONS, type Network } from "../../src/aws/network/placement";
import { groupsAt, groupsOf } from "../../src/aws/network/security-groups";
import { VPC_SECURITY_GROUP_VPC_ASSOCIATION } from "../../src/aws/type-tokens";
import { opaqueUsersOf } from "../../src/graph/opaque";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

const describe = (network: Network): string =>
  network === "default" ? "the default VPC" : network === UNKNOWN ? "a VPC" : `the VPC ${network.name}`;

export default defineRule({
  id: "security-group-vpc",
  category: "validity",
  description: "Security groups must be in the VPC of what they protect",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  supersedes: ["vpc-membership"],
  why:
    "A security group belongs to one VPC. AWS rejects a resource whose groups are in another one: often because nothing " +
    "names its subnets, so that it would be created in the default VPC.",
  fix: {
    typescript: `const subnets = new aws.rds.SubnetGroup("orders", { subnetIds: privateSubnetIds });
new aws.rds.Instance("orders", { dbSubnetGroupName: subnets.name, vpcSecurityGroupIds: [group.id] });`,
    python: `subnets = aws.rds.SubnetGroup("orders", subnet_ids=private_subnet_ids)
aws.rds.Instance("orders", db_subnet_group_name=subnets.name, vpc_security_group_ids=[group.id])`,
    yaml: `resources:
  orders:
    type: aws:rds:Instance
    properties:
      dbSubnetGroupName: \${subnets.name}
      vpcSecurityGroupIds: ["\${group.id}"]`,
  },
  limits:
    "VPCs, subnets and groups of other stacks; groups that are associated with further VPCs; replicas and restored " +
    "databases, which take the VPC of their source; instances with a launch template or a network interface.",
  references: [
    "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html",
  ],
  stack(stack, { report }) {
    const hasAssociations = stack.ofType(VPC_SECURITY_GROUP_VPC_ASSOCIATION).length > 0;
    const resources = hasAssociations ? [] : stack.managed(...Object.keys(LOCATIONS));
    for (const resource of resources.filter((one) => !one.skipped)) {
      const location = LOCATIONS[resource.type] ?? {};
      const own = locationOf(stack, resource, location);
      const groups = groupsOf(stack, resource);
      const other = groups.complete ? commonNetwork(stack, groups.resources) : UNKNOWN;
      if (own === UNKNOWN || other === UNKNOWN || own === other || opaqueUsersOf(stack, resource).length > 0) {
        continue;
      }
      const [property] = location.group ?? location.subnets ?? [""];
      const names = groups.resources.map(({ name }) => name).join(", ");
      const isUnnamed = resource.at(property).isAbsent;
      report({
        ...(isUnnamed ? { at: resource, property } : { at: groupsAt(resource) ?? resource }),
        onlyAtCreation: true,
        message: isUnnamed
          ? `Without \`${property}\` this is created in the default VPC, and its security groups (${names}) are in ` +
            `${describe(other)}. Set \`${property}\` to ${location.group ? "a group of subnets" : "subnets"} of ${describe(other)}.`
          : `This is in ${describe(own)}, and its security groups (${names}) are in ${describe(other)}. Use groups of ` +
            `${describe(own)}.`,
        ...(location.awsError !== undefined && { awsError: location.awsError }),
      });
    }
  },
});
