import { locationOf, LOCATIONS } from "../../src/aws/network/placement";
import { groupsOf } from "../../src/aws/network/security-groups";
import { managedVpcs } from "../../src/aws/network/vpc";
import { EC2_INSTANCE } from "../../src/aws/type-tokens";
import { joinNames } from "../../src/graph/words";
import { defineRule } from "../../src/rules/rule";

/** Instances may be in the default VPC on purpose: a build machine, a bastion of another network. */
const TYPES = Object.keys(LOCATIONS).filter((type) => type !== EC2_INSTANCE && LOCATIONS[type]?.isDefaultOtherwise);

export default defineRule({
  id: "default-vpc-used",
  category: "network",
  description: "Databases and caches must be in the VPC that the stack creates",
  severity: "medium",
  level: "advisory",
  why:
    "A database or cache that names no subnets is created in the default VPC of the region. What runs in the VPC of the " +
    "stack does not reach it there, and the default VPC has public subnets only.",
  fix: {
    typescript: `const subnets = new aws.rds.SubnetGroup("orders", { subnetIds: privateSubnetIds });
new aws.rds.Instance("orders", { dbSubnetGroupName: subnets.name, vpcSecurityGroupIds: [database.id] });`,
    python: `subnets = aws.rds.SubnetGroup("orders", subnet_ids=private_subnet_ids)
aws.rds.Instance("orders", db_subnet_group_name=subnets.name, vpc_security_group_ids=[database.id])`,
    yaml: `resources:
  orders:
    type: aws:rds:Instance
    properties:
      dbSubnetGroupName: \${subnets.name}
      vpcSecurityGroupIds: ["\${database.id}"]`,
  },
  limits:
    "Stacks that create no VPC; replicas and restored databases, which take the VPC of their source; databases whose " +
    "security groups are in another VPC than the default one, which AWS rejects (security-group-vpc).",
  references: ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html"],
  stack(stack, { report }) {
    const vpcs = managedVpcs(stack);
    for (const resource of vpcs.length === 0 ? [] : stack.managed(...TYPES)) {
      const location = LOCATIONS[resource.type] ?? {};
      const [property] = location.group ?? [""];
      const { resources: groups, complete } = groupsOf(stack, resource);
      const hasGroups = groups.length > 0 || !complete;
      if (!resource.skipped && !hasGroups && locationOf(stack, resource, location) === "default") {
        report({
          at: resource,
          property,
          message:
            `Without \`${property}\` this is created in the default VPC, and the stack creates ` +
            `${joinNames(vpcs.map(({ name }) => name))} for its resources. Set \`${property}\` to a group of its private subnets.`,
        });
      }
    }
  },
});
