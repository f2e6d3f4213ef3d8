import rule from "../../../policies/validity/dms-role-name";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const POLICY = "arn:aws:iam::aws:policy/service-role/AmazonDMSVPCManagementRole";
const role = (name: Input, more: Record<string, Input> = {}, external = false): BuiltResource =>
  resource("aws:iam/role:Role", "dms-vpc", { name, assumeRolePolicy: "{}", ...more }, { external });
const attach = (to: BuiltResource): BuiltResource =>
  resource("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "dms-vpc", { role: to.name, policyArn: POLICY });
const group = (...dependsOn: BuiltResource[]): BuiltResource =>
  resource(
    "aws:dms/replicationSubnetGroup:ReplicationSubnetGroup",
    "dms",
    { replicationSubnetGroupId: "dms", replicationSubnetGroupDescription: "dms", subnetIds: ["a", "b"] },
    { dependsOn },
  );
const instance = (replicationSubnetGroupId?: Input): BuiltResource =>
  resource("aws:dms/replicationInstance:ReplicationInstance", "dms-instance", {
    replicationInstanceId: "dms",
    replicationInstanceClass: "dms.t3.small",
    replicationSubnetGroupId,
  });

const right = role("dms-vpc-role");
const attached = attach(right);
const other = role("shop-dms-role");
const late = group();
const good = group(attached);

ruleTest(rule, {
  valid: [
    { name: "a group that waits for the role's policy", stack: [right, attached, good, instance(good.id)] },
    { name: "a group that waits for the role", stack: [right, group(right)] },
    { name: "roles of other names, and no DMS", stack: [other, attach(other)] },
    { name: "a group that exists, so that the account has the role", stack: [late], shape: "up" },
    { name: "the same with a role of another name", stack: [other, attach(other), late], shape: "up" },
    { name: "a group that exists and does not wait", stack: [right, attached, late], shape: "up" },
    {
      name: "a group that the stack only reads",
      stack: [resource("aws:dms/replicationSubnetGroup:ReplicationSubnetGroup", "g", {}, { external: true })],
    },
  ],
  invalid: [
    {
      name: "a role of another name",
      stack: [other, attach(other), late],
      shape: "preview",
      findings: [
        { resource: "dms-vpc", path: "name", message: /Set `name: "dms-vpc-role"`\. .*is not configured properly/ },
      ],
    },
    {
      name: "a role of another name with the policy inside",
      stack: [role("shop-dms-role", { managedPolicyArns: [POLICY] }), late],
      shape: "preview",
      findings: [{ resource: "dms-vpc", path: "name" }],
    },
    {
      name: "no role",
      stack: [late],
      shape: "preview",
      findings: [{ resource: "dms", message: /unless the account has it/ }],
    },
    {
      name: "an instance without a group, and no role",
      stack: [instance()],
      shape: "preview",
      findings: [{ resource: "dms-instance" }],
    },
    {
      name: "a group that does not wait",
      shape: "preview",
      stack: [right, attached, late],
      findings: [{ resource: "dms", message: /named "dms-vpc" to its `dependsOn`/ }],
    },
    {
      name: "a group that does not wait, in Python",
      shape: "preview",
      stack: [right, attached, late],
      files: { "Pulumi.yaml": "name: shop\nruntime: python\n" },
      findings: [{ resource: "dms", message: /named "dms-vpc" to its `depends_on`/ }],
    },
  ],
  undecided: [
    { name: "a name that is not known yet", stack: [role(unknown), late], at: ["dms"] },
    { name: "a role that the stack reads", stack: [role("x", {}, true), late], at: ["dms"] },
  ],
});
