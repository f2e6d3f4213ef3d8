import { ROLE } from "../../stack/iam";
import { makeWait, waitsForOneOf } from "../../stack/ordering";
import type { Resource } from "../../stack/resource";
import type { Stack } from "../../stack/stack";
import { UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

const NAME = "dms-vpc-role";
const SUBNET_GROUP = "aws:dms/replicationSubnetGroup:ReplicationSubnetGroup";
const INSTANCE = "aws:dms/replicationInstance:ReplicationInstance";
const ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
const ANSWER = `The IAM Role arn:aws:iam::ACCOUNT:role/${NAME} is not configured properly`;

export default defineRule({
  id: "dms-role-name",
  category: "validity",
  description: "DMS finds its role by the name dms-vpc-role",
  severity: "medium",
  level: "advisory",
  failures: [],
  why:
    "DMS makes network interfaces with a role of its account that it looks for by a fixed name. A role of another name, " +
    "or one that is made too late, does not count.",
  fix: {
    typescript:
      'const role = new aws.iam.Role("dms-vpc", { name: "dms-vpc-role", assumeRolePolicy });\n' +
      'const policy = new aws.iam.RolePolicyAttachment("dms-vpc", {\n' +
      '  role: role.name, policyArn: "arn:aws:iam::aws:policy/service-role/AmazonDMSVPCManagementRole",\n' +
      '});\nnew aws.dms.ReplicationSubnetGroup("dms", { /* … */ }, { dependsOn: [policy] });',
    python:
      'role = aws.iam.Role("dms-vpc", name="dms-vpc-role", assume_role_policy=assume_role_policy)\n' +
      'policy = aws.iam.RolePolicyAttachment("dms-vpc", role=role.name,\n' +
      '    policy_arn="arn:aws:iam::aws:policy/service-role/AmazonDMSVPCManagementRole")\n' +
      'aws.dms.ReplicationSubnetGroup("dms", ..., opts=pulumi.ResourceOptions(depends_on=[policy]))',
    yaml:
      "resources:\n  role:\n    type: aws:iam:Role\n    properties:\n      name: dms-vpc-role\n" +
      "      assumeRolePolicy: ${trust.json}\n  policy:\n    type: aws:iam:RolePolicyAttachment\n" +
      "    properties:\n      role: ${role.name}\n" +
      "      policyArn: arn:aws:iam::aws:policy/service-role/AmazonDMSVPCManagementRole\n  dms:\n" +
      '    type: aws:dms:ReplicationSubnetGroup\n    options:\n      dependsOn: ["${policy}"]',
  },
  limits: "Whether the account has the role already, and whether a stack reads it.",
  stack(stack, { project, report, undecided }) {
    const users = stack.ofType(SUBNET_GROUP, INSTANCE).filter((user) => !user.outside && needsRole(user));
    const roles = users.length > 0 ? stack.ofType(ROLE) : [];
    const own = roles.find((role) => role.str("name") === NAME);
    const [misnamed] = own ? [] : vpcRolesOf(stack).filter((role) => roles.includes(role));
    const mayBeThere = roles.some((role) => role.outside || role.str("name") === UNKNOWN);
    if (misnamed && !mayBeThere) {
      report({
        at: misnamed,
        property: "name",
        message: `this role is for DMS, which looks for one named ${NAME}; set name: "${NAME}".`,
        answer: ANSWER,
      });
    }
    for (const user of users) {
      const awaited = own ? [...stack.referrers(own, "role", ATTACHMENT), own] : [];
      if (own && !waitsForOneOf(stack, user, awaited)) {
        report({
          at: user,
          awaits: awaited.slice(0, 1),
          message:
            `nothing makes this wait for ${NAME}, which DMS needs for it; ` +
            `${makeWait(stack, user, awaited.slice(0, 1), project.files?.settings?.runtime)}.`,
          answer: ANSWER,
        });
      } else if (!own && mayBeThere) {
        undecided(user);
      } else if (!own && !misnamed) {
        report({
          at: user,
          message: `the stack has no role ${NAME}, without which DMS refuses this; make it, unless the account has it already.`,
          answer: ANSWER,
        });
      }
    }
  },
});

/** An instance that names a subnet group leaves the matter to that. */
const needsRole = (user: Resource): boolean =>
  user.type === SUBNET_GROUP || user.at("replicationSubnetGroupId").isAbsent;

const isVpcPolicy = (policy: unknown): boolean =>
  typeof policy === "string" && policy.endsWith("/AmazonDMSVPCManagementRole");

/** The roles that hold AWS's policy for the networks of DMS. */
function vpcRolesOf(stack: Stack): Resource[] {
  const attached = stack
    .ofType(ATTACHMENT)
    .filter((attachment) => isVpcPolicy(attachment.str("policyArn")))
    .flatMap((attachment) => stack.refs(attachment.at("role"), ROLE).resources);
  const inline = stack.ofType(ROLE).filter((role) =>
    role
      .at("managedPolicyArns")
      .scalars()
      .some(({ value }) => isVpcPolicy(value)),
  );
  return [...attached, ...inline];
}
