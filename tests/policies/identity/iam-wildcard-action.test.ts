import rule from "../../../policies/identity/iam-wildcard-action";
import { ruleTest } from "../../../testing/rule-test";
import { json, resource, unknown, type Input } from "../../../testing/stack";

const document = (...statements: Record<string, Input>[]): ReturnType<typeof json> =>
  json({ Version: "2012-10-17", Statement: statements });
const allow = (action: Input, more: Record<string, Input> = {}): ReturnType<typeof json> =>
  document({ Effect: "Allow", Action: action, Resource: "*", ...more });
const rolePolicy = (policy: Input): ReturnType<typeof resource> =>
  resource("aws:iam/rolePolicy:RolePolicy", "access", { role: "app", policy });
const policy = (policy: Input, name = "access"): ReturnType<typeof resource> =>
  resource("aws:iam/policy:Policy", name, { policy });

const limits = policy(allow("*"), "limits");
const bucket = resource("aws:s3/bucket:Bucket", "orders");
const table = resource("aws:dynamodb/table:Table", "orders");

ruleTest(rule, {
  valid: [
    { name: "actions that are listed", stack: [rolePolicy(allow(["s3:GetObject", "s3:PutObject"]))] },
    { name: "a pattern of some actions", stack: [policy(allow("s3:Get*"))] },
    {
      name: "a statement with a condition",
      stack: [rolePolicy(allow("s3:*", { Condition: { StringEquals: { "aws:PrincipalTag/team": "shop" } } }))],
    },
    { name: "what is denied", stack: [rolePolicy(document({ Effect: "Deny", Action: "*", Resource: "*" }))] },
    { name: "all but some actions", stack: [rolePolicy(allow(undefined, { NotAction: "iam:*" }))] },
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
      name: "a role without policies, and one that has them taken away",
      stack: [
        resource("aws:iam/role:Role", "a", { assumeRolePolicy: "{}" }),
        resource("aws:iam/role:Role", "b", { assumeRolePolicy: "{}", inlinePolicies: [{}] }),
      ],
    },
    { name: "no statement", stack: [rolePolicy("{}")] },
  ],
  invalid: [
    {
      name: "every action of services",
      stack: [rolePolicy(allow(["s3:*", "secretsmanager:*", "sqs:SendMessage"]))],
      findings: [
        {
          resource: "access",
          path: "policy.Statement[0].Action",
          message: /s3:\* and secretsmanager:\*, every action there is of the service/,
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
      name: "a policy inside of a role",
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
      name: "a text of which parts were not known before a deployment",
      shape: "up",
      deploying: true,
      stack: [table, policy(document({ Effect: "Allow", Action: "dynamodb:*", Resource: table.arn }))],
      findings: [{ resource: "access", path: "policy.Statement[0].Action", level: "advisory" }],
    },
    {
      name: "logs and traces",
      stack: [rolePolicy(allow(["logs:*", "xray:*"]))],
      findings: [{ resource: "access", path: "policy.Statement[0].Action", level: "advisory" }],
    },
    {
      name: "logs beside another service",
      stack: [rolePolicy(allow(["logs:*", "s3:*"]))],
      findings: [{ resource: "access", path: "policy.Statement[0].Action", level: "mandatory" }],
    },
  ],
  undecided: [
    {
      name: "texts that are not known yet",
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
