import { DMS_REPLICATION_SUBNET_GROUP, IAM_ROLE, IAM_ROLE_POLICY_ATTACHMENT } from "../../src/aws/type-tokens";
import { makeWait, waitsForOneOf } from "../../src/graph/ordering";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { UNKNOWN } from "../../src/graph/value";
import { variablesOf } from "../../src/source/variables";
import { defineRule } from "../../src/rules/rule";

const NAME = "dms-vpc-role";
const INSTANCE = "aws:dms/replicationInstance:ReplicationInstance";
const REJECTION = "The IAM Role … is not configured properly";

/** An instance that names a subnet group uses the role of that group. */
const needsRole = (user: Resource): boolean =>
  user.type === DMS_REPLICATION_SUBNET_GROUP || user.at("replicationSubnetGroupId").isAbsent;

const isVpcPolicy = (policy: unknown): boolean =>
  typeof policy === "string" && policy.endsWith("/AmazonDMSVPCManagementRole");

/** The roles that have AWS's policy for the networks of DMS. */
function vpcRolesOf(stack: Stack): Resource[] {
  const attached = stack
    .ofType(IAM_ROLE_POLICY_ATTACHMENT)
    .filter((attachment) => isVpcPolicy(attachment.str("policyArn")))
    .flatMap((attachment) => stack.refs(attachment.at("role"), IAM_ROLE).resources);
  const inline = stack.ofType(IAM_ROLE).filter((role) =>
    role
      .at("managedPolicyArns")
      .scalars()
      .some(({ value }) => isVpcPolicy(value)),
  );
  return [...attached, ...inline];
}

export default defineRule({
  id: "dms-role-name",
  category: "validity",
  description: "The role of DMS must be named dms-vpc-role",
  severity: "medium",
  level: "advisory",
  why:
    "DMS creates network interfaces with a role of the account that it finds by a fixed name. It ignores a role of another " +
    "name, and one that is created too late.",
  fix: {
    typescript: `const role = new aws.iam.Role("dms-vpc", { name: "dms-vpc-role", assumeRolePolicy });
const policy = new aws.iam.RolePolicyAttachment("dms-vpc", {
  role: role.name, policyArn: "arn:aws:iam::aws:policy/service-role/AmazonDMSVPCManagementRole",
});
new aws.dms.ReplicationSubnetGroup("dms", { /* … */ }, { dependsOn: [policy] });`,
    python: `role = aws.iam.Role("dms-vpc", name="dms-vpc-role", assume_role_policy=assume_role_policy)
policy = aws.iam.RolePolicyAttachment("dms-vpc", role=role.name,
    policy_arn="arn:aws:iam::aws:policy/service-role/AmazonDMSVPCManagementRole")
aws.dms.ReplicationSubnetGroup("dms", ..., opts=pulumi.ResourceOptions(depends_on=[policy]))`,
    yaml: `resources:
  role:
    type: aws:iam:Role
    properties:
      name: dms-vpc-role
      assumeRolePolicy: \${trust.json}
  policy:
    type: aws:iam:RolePolicyAttachment
    properties:
      role: \${role.name}
      policyArn: arn:aws:iam::aws:policy/service-role/AmazonDMSVPCManagementRole
  dms:
    type: aws:dms:ReplicationSubnetGroup
    options:
      dependsOn: ["\${policy}"]`,
  },
  limits: "Whether the account has the role already, so findings are advisory. Subnet groups and instances that exist.",
  references: ["https://docs.aws.amazon.com/dms/latest/userguide/security-iam.html"],
  stack(stack, { project, report, undecided }) {
    const users = stack
      .managed(DMS_REPLICATION_SUBNET_GROUP, INSTANCE)
      .filter((user) => needsRole(user) && user.exists !== true);
    const roles = users.length > 0 ? stack.ofType(IAM_ROLE) : [];
    const own = roles.find((role) => role.str("name") === NAME);
    const mayBeThere = roles.some((role) => role.external || role.str("name") === UNKNOWN);
    if (own) {
      const awaited = [...stack.referrers(own, "role", IAM_ROLE_POLICY_ATTACHMENT), own];
      for (const user of users.filter((one) => !waitsForOneOf(stack, one, awaited))) {
        report({
          at: user,
          missingDependencies: awaited.slice(0, 1),
          message:
            `Nothing makes this wait for the role ${NAME}, which DMS needs for it: ` +
            `${makeWait(stack, user, awaited.slice(0, 1), variablesOf(project.files))}.`,
          awsError: REJECTION,
        });
      }
      return;
    }
    if (mayBeThere) {
      users.forEach((user) => {
        undecided(user);
      });
      return;
    }
    const [misnamed] = vpcRolesOf(stack).filter((role) => roles.includes(role));
    for (const user of misnamed ? [] : users) {
      report({
        at: user,
        message: `DMS needs a role named ${NAME} for this, and the stack has none. Create it, unless the account has it already.`,
        awsError: REJECTION,
      });
    }
    if (misnamed) {
      report({
        at: misnamed,
        property: "name",
        message: `DMS looks for its role by the name ${NAME}, and this role has another. Set \`name: "${NAME}"\`.`,
        awsError: REJECTION,
      });
    }
  },
});
