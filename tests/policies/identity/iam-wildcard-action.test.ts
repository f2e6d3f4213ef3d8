import rule from "../../../policies/identity/iam-wildcard-action";
import wildcardResource from "../../../policies/identity/iam-wildcard-resource";
import type { Contract } from "../../../src/contract/contract";
import { Stack } from "../../../src/graph/stack";
import { checkAll } from "../../../src/rules/run";
import { ruleTest } from "../../../src/testing/rule-test";
import { build, json, resource, unknown, type Input } from "../../../src/testing/stack";
import { context } from "../../kit/context";

const document = (...statements: Record<string, Input>[]): ReturnType<typeof json> =>
  json({ Version: "2012-10-17", Statement: statements });
const allow = (action: Input, more: Record<string, Input> = {}): ReturnType<typeof json> =>
  document({ Effect: "Allow", Action: action, Resource: "*", ...more });
const rolePolicy = (policy: Input): ReturnType<typeof resource> =>
  resource("aws:iam/rolePolicy:RolePolicy", "access", { role: "app", policy });
const policy = (policy: Input, name = "access"): ReturnType<typeof resource> =>
  resource("aws:iam/policy:Policy", name, { policy });

const limits = policy(allow("*"), "limits");
const misnamed = policy(allow("*"), "developer-boundary");
const bucket = resource("aws:s3/bucket:Bucket", "orders");
const table = resource("aws:dynamodb/table:Table", "orders");

test("a statement with every action on every resource is reported once", () => {
  const stack = Stack.from(build([rolePolicy(allow("s3:*"))], "preview"));
  const found = (contract: Contract): string[] =>
    checkAll([wildcardResource, rule], stack, { ...context, contract }).results.map(
      (one) => `${one.rule.id} ${one.level}`,
    );
  expect(found({})).toEqual(["iam-wildcard-action advisory"]);
  expect(found({ leastPrivilege: true })).toEqual(["iam-wildcard-action mandatory"]);
});

ruleTest(rule, {
  valid: [
    { name: "actions that are listed", stack: [rolePolicy(allow(["s3:GetObject", "s3:PutObject"]))] },
    { name: "a pattern of some actions", stack: [policy(allow("s3:Get*"))] },
    {
      name: "a statement with a condition",
      stack: [rolePolicy(allow("s3:*", { Condition: { StringEquals: { "aws:PrincipalTag/team": "shop" } } }))],
    },
    { name: "what is denied", stack: [rolePolicy(document({ Effect: "Deny", Action: "*", Resource: "*" }))] },
    {
      name: "an effect that is not known yet, of actions that are listed",
      stack: [rolePolicy({ Statement: [{ Effect: unknown, Action: "s3:GetObject", Resource: "*" }] })],
      shape: "preview",
    },
    {
      name: "every action except some on one bucket",
      stack: [rolePolicy(allow(undefined, { NotAction: "s3:DeleteBucket", Resource: "arn:aws:s3:::orders" }))],
    },
    {
      name: "everything but everything",
      stack: [rolePolicy(allow(undefined, { NotAction: "iam:*", Resource: undefined, NotResource: "*" }))],
    },
    {
      name: "the boundary of a role",
      stack: [
        limits,
        resource("aws:iam/role:Role", "app", { assumeRolePolicy: "{}", permissionsBoundary: limits.arn }),
      ],
    },
    { name: "a boundary for roles of other stacks", stack: [policy(allow("*"), "developer-boundary")] },
    {
      name: "a boundary by its physical name",
      stack: [resource("aws:iam/policy:Policy", "p", { name: "DeveloperBoundary", policy: allow("*") })],
    },
    {
      name: "the policies of keys, buckets, endpoints and accounts",
      stack: [
        resource("aws:kms/key:Key", "data", { policy: allow("kms:*", { Principal: { AWS: "*" } }) }),
        resource("aws:s3/bucketPolicy:BucketPolicy", "b", { bucket: bucket.id, policy: allow("s3:*") }),
        resource("aws:ec2/vpcEndpoint:VpcEndpoint", "s3", { vpcId: "vpc-1", policy: allow("*") }),
        resource("aws:organizations/policy:Policy", "all", { content: allow("*") }),
      ],
    },
    {
      name: "a policy that the stack only reads",
      stack: [resource("aws:iam/policy:Policy", "shared", { policy: allow("*") }, { external: true })],
    },
    {
      name: "a role without policies, and one that removes them",
      stack: [
        resource("aws:iam/role:Role", "a", { assumeRolePolicy: "{}" }),
        resource("aws:iam/role:Role", "b", { assumeRolePolicy: "{}", inlinePolicies: [{}] }),
      ],
    },
    { name: "no statement", stack: [rolePolicy("{}")] },
  ],
  invalid: [
    {
      name: "every action except some",
      stack: [rolePolicy(allow(undefined, { NotAction: ["iam:*", "organizations:*"] }))],
      findings: [
        {
          resource: "access",
          path: "policy.Statement[0].NotAction",
          message: /except "iam:\*" and "organizations:\*"/,
        },
      ],
    },
    {
      name: "a condition that requires nothing",
      stack: [rolePolicy(allow("s3:*", { Condition: {} }))],
      findings: [{ resource: "access", path: "policy.Statement[0].Action" }],
    },
    {
      name: "a permission set",
      stack: [
        resource("aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy", "developers", {
          instanceArn: "arn:aws:sso:::instance/ssoins-1",
          permissionSetArn: "arn:aws:sso:::permissionSet/ssoins-1/ps-1",
          inlinePolicy: allow("s3:*"),
        }),
      ],
      findings: [{ resource: "developers", path: "inlinePolicy.Statement[0].Action" }],
    },
    {
      name: "a policy that is a boundary and a permission",
      stack: [
        limits,
        resource("aws:iam/role:Role", "app", { assumeRolePolicy: "{}", permissionsBoundary: limits.arn }),
        resource("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "app", { role: "app", policyArn: limits.arn }),
      ],
      findings: [{ resource: "limits", path: "policy.Statement[0].Action" }],
    },
    {
      name: "a policy with the name of a boundary that is attached",
      stack: [
        misnamed,
        resource("aws:iam/userPolicyAttachment:UserPolicyAttachment", "ci", { user: "ci", policyArn: misnamed.arn }),
      ],
      findings: [{ resource: "developer-boundary", path: "policy.Statement[0].Action" }],
    },
    {
      name: "every action of services",
      stack: [rolePolicy(allow(["s3:*", "secretsmanager:*", "sqs:SendMessage"]))],
      findings: [
        {
          resource: "access",
          path: "policy.Statement[0].Action",
          message: /"s3:\*" and "secretsmanager:\*": every action of the service/,
        },
      ],
    },
    {
      name: "every action, in a managed policy",
      stack: [policy(allow("*"))],
      findings: [{ resource: "access", path: "policy.Statement[0].Action", message: /every action of every service/ }],
    },
    {
      name: "the second statement of a user's policy",
      stack: [
        resource("aws:iam/userPolicy:UserPolicy", "ci", {
          user: "ci",
          policy: document(
            { Effect: "Allow", Action: "s3:GetObject", Resource: "*" },
            { Effect: "Allow", Action: "iam:*", Resource: "*" },
          ),
        }),
      ],
      findings: [{ resource: "ci", path: "policy.Statement[1].Action" }],
    },
    {
      name: "a single statement, and a document that is an object",
      stack: [
        resource("aws:iam/groupPolicy:GroupPolicy", "developers", {
          group: "developers",
          policy: { Version: "2012-10-17", Statement: { Effect: "Allow", Action: "ec2:*", Resource: "*" } },
        }),
      ],
      findings: [{ resource: "developers", path: "policy.Statement.Action" }],
    },
    {
      name: "an inline policy of a role",
      stack: [
        resource("aws:iam/role:Role", "app", {
          assumeRolePolicy: "{}",
          inlinePolicies: [{ name: "a", policy: allow("dynamodb:*") }],
        }),
      ],
      findings: [{ resource: "app", path: "inlinePolicies[0].policy.Statement[0].Action" }],
    },
    {
      name: "every action on one resource",
      shape: "up",
      stack: [table, rolePolicy(document({ Effect: "Allow", Action: "dynamodb:*", Resource: table.arn }))],
      findings: [{ resource: "access", path: "policy.Statement[0].Action" }],
    },
    {
      name: "a document with parts that were not known before a deployment",
      shape: "up",
      deploying: true,
      stack: [table, policy(document({ Effect: "Allow", Action: "dynamodb:*", Resource: table.arn }))],
      findings: [{ resource: "access", path: "policy.Statement[0].Action", level: "advisory" }],
    },
    {
      name: "logs and traces, even where the contract requires least privilege",
      stack: [rolePolicy(allow(["logs:*", "xray:*"]))],
      contract: { leastPrivilege: true },
      findings: [{ resource: "access", path: "policy.Statement[0].Action", level: "advisory" }],
    },
    {
      name: "every action of a service without a contract",
      stack: [rolePolicy(allow("s3:*"))],
      findings: [{ resource: "access", path: "policy.Statement[0].Action", level: "advisory" }],
    },
    {
      name: "logs beside another service where the contract requires least privilege",
      contract: { leastPrivilege: true },
      stack: [rolePolicy(allow(["logs:*", "s3:*"]))],
      findings: [{ resource: "access", path: "policy.Statement[0].Action", level: "mandatory" }],
    },
  ],
  undecided: [
    {
      name: "an effect",
      stack: [rolePolicy({ Statement: [{ Effect: unknown, Action: "s3:*", Resource: "*" }] })],
      at: ["access.policy.Statement[0].Effect"],
    },
    {
      name: "a statement",
      stack: [rolePolicy({ Statement: [{ Effect: "Deny", Action: "*", Resource: "*" }, unknown] })],
      at: ["access.policy.Statement[1]"],
    },
    {
      name: "documents that are not known yet",
      stack: [
        table,
        rolePolicy(document({ Effect: "Allow", Action: "dynamodb:*", Resource: table.arn })),
        resource("aws:iam/policy:Policy", "shared", { policy: unknown }),
        resource("aws:iam/role:Role", "app", { assumeRolePolicy: "{}", inlinePolicies: unknown }),
      ],
      at: ["access.policy", "app.inlinePolicies", "shared.policy"],
    },
  ],
});
