import rule from "../../../policies/identity/iam-wildcard-resource";
import { ruleTest } from "../../../src/testing/rule-test";
import { json, resource, text, unknown, type Input } from "../../../src/testing/stack";

const allow = (action: Input, on: Input = "*", more: Record<string, Input> = {}): ReturnType<typeof json> =>
  json({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: action, Resource: on, ...more }] });
const rolePolicy = (policy: Input): ReturnType<typeof resource> =>
  resource("aws:iam/rolePolicy:RolePolicy", "access", { role: "app", policy });
const policy = (policy: Input): ReturnType<typeof resource> => resource("aws:iam/policy:Policy", "access", { policy });

const viaService = { Condition: { StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } } };
const secret = resource("aws:secretsmanager/secret:Secret", "db");
const limits = resource("aws:iam/policy:Policy", "limits", { policy: allow("s3:GetObject") });
const at = { resource: "access", path: "policy.Statement[0].Resource" };

ruleTest(rule, {
  valid: [
    {
      name: "a secret by its ARN",
      stack: [secret, rolePolicy(allow("secretsmanager:GetSecretValue", secret.arn))],
    },
    {
      name: "all objects of a bucket",
      stack: [
        resource("aws:s3/bucket:Bucket", "orders", { bucket: "orders" }),
        rolePolicy(allow("s3:GetObject", "arn:aws:s3:::orders/*")),
      ],
    },
    {
      name: "actions that support no resource",
      stack: [
        rolePolicy(
          allow([
            "ecr:GetAuthorizationToken",
            "ec2:DescribeNetworkInterfaces",
            "xray:PutTraceSegments",
            "xray:PutTelemetryRecords",
            "cloudwatch:PutMetricData",
            "ssmmessages:CreateControlChannel",
            "logs:DescribeLogGroups",
            "s3:ListAllMyBuckets",
          ]),
        ),
      ],
      contract: { leastPrivilege: true },
    },
    {
      name: "patterns that read descriptions",
      stack: [policy(allow(["ec2:Describe*", "rds:Describe*", "ecs:List*"]))],
      contract: { leastPrivilege: true },
    },
    {
      name: "the network interfaces of functions, and text messages",
      stack: [rolePolicy(allow(["ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface", "sns:Publish"]))],
      contract: { leastPrivilege: true },
    },
    { name: "actions that the table does not have", stack: [rolePolicy(allow(["s3:Teleport", "toaster:Toast"]))] },
    { name: "all actions, which another rule reports", stack: [policy(allow("*"))] },
    {
      name: "an action that is limited by a condition and reaches no data",
      stack: [
        rolePolicy(allow("ec2:StopInstances", "*", { Condition: { StringEquals: { "aws:ResourceTag/a": "b" } } })),
      ],
      contract: { leastPrivilege: true },
    },
    {
      name: "denied and excluded actions and resources",
      stack: [
        rolePolicy(json({ Statement: { Effect: "Deny", Action: "s3:GetObject", Resource: "*" } })),
        resource("aws:iam/rolePolicy:RolePolicy", "b", {
          role: "app",
          policy: json({ Statement: { Effect: "Allow", NotAction: "s3:GetObject", Resource: "*" } }),
        }),
        resource("aws:iam/rolePolicy:RolePolicy", "c", {
          role: "app",
          policy: json({ Statement: { Effect: "Allow", Action: "s3:GetObject", NotResource: "*" } }),
        }),
      ],
    },
    {
      name: "the boundary of a user",
      stack: [limits, resource("aws:iam/user:User", "ci", { permissionsBoundary: limits.arn })],
    },
    {
      name: "the policy of a key, in which * is the key",
      stack: [resource("aws:kms/key:Key", "data", { policy: allow("kms:Decrypt", "*", { Principal: { AWS: "*" } }) })],
    },
  ],
  invalid: [
    {
      name: "every resource but some",
      stack: [
        rolePolicy(
          json({ Statement: { Effect: "Allow", Action: "s3:GetObject", NotResource: "arn:aws:s3:::payroll/*" } }),
        ),
      ],
      findings: [{ resource: "access", path: "policy.Statement.NotResource", message: /every resource but those/ }],
    },
    {
      name: "every role of an account, to pass on",
      stack: [rolePolicy(allow("iam:PassRole", "arn:aws:iam::464738291005:role/*"))],
      findings: [{ ...at }],
    },
    {
      name: "every secret and key, without a contract",
      stack: [rolePolicy(allow(["secretsmanager:GetSecretValue", "kms:Decrypt"]))],
      findings: [
        { ...at, level: "advisory", message: /"secretsmanager:GetSecretValue", "kms:Decrypt" on every resource/ },
      ],
    },
    {
      name: "every secret and key where the contract requires least privilege",
      stack: [rolePolicy(allow(["secretsmanager:GetSecretValue", "kms:Decrypt"]))],
      contract: { leastPrivilege: true },
      findings: [{ ...at, level: "mandatory" }],
    },
    {
      name: "every role, in a managed policy",
      stack: [policy(allow("iam:PassRole"))],
      findings: [at],
    },
    {
      name: "the objects of all buckets by an ARN, beside one by name",
      stack: [policy(allow("s3:Get*", ["arn:aws:s3:::orders/*", "arn:aws:s3:::*"]))],
      findings: [at],
    },
    {
      name: "all of a service",
      stack: [rolePolicy(allow(["secretsmanager:*"]))],
      findings: [at],
    },
    {
      name: "actions that can be limited, without a contract",
      stack: [rolePolicy(allow(["logs:CreateLogStream", "logs:PutLogEvents"]))],
      findings: [{ ...at, level: "advisory" }],
    },
    {
      name: "actions that can be limited, where the contract requires it",
      stack: [rolePolicy(allow(["lambda:InvokeFunction", "lambda:InvokeAsync"]))],
      contract: { leastPrivilege: true },
      findings: [{ ...at, level: "mandatory" }],
    },
    {
      name: "more actions than a message names, and one that needs every resource",
      stack: [
        rolePolicy(
          allow([
            "ecr:GetAuthorizationToken",
            "ecr:BatchGetImage",
            "ecr:GetDownloadUrlForLayer",
            "ecr:BatchCheckLayerAvailability",
            "logs:CreateLogStream",
            "logs:PutLogEvents",
          ]),
        ),
      ],
      findings: [
        {
          ...at,
          level: "advisory",
          message: /allows "ecr:BatchGetImage", .*"logs:CreateLogStream" and 1 more on every/,
        },
      ],
    },
    {
      name: "a condition, which lowers it",
      stack: [rolePolicy(allow(["kms:Decrypt", "logs:PutLogEvents"], "*", viaService))],
      contract: { leastPrivilege: true },
      findings: [
        { ...at, level: "advisory", message: /allows "kms:Decrypt" on every resource, limited only by a condition/ },
      ],
    },
    {
      name: "a document with other parts that were not known before a deployment",
      shape: "up",
      deploying: true,
      stack: [secret, policy(allow("s3:GetObject", ["*", secret.arn]))],
      findings: [{ ...at, level: "advisory" }],
    },
    {
      name: "an inline policy of a role",
      stack: [
        resource("aws:iam/role:Role", "app", {
          assumeRolePolicy: "{}",
          inlinePolicies: [{ name: "a", policy: allow("dynamodb:Query") }],
        }),
      ],
      findings: [{ resource: "app", path: "inlinePolicies[0].policy.Statement[0].Resource" }],
    },
    {
      name: "a policy of a packaged component",
      stack: [
        resource(
          "aws:iam/rolePolicy:RolePolicy",
          "access",
          { role: "app", policy: allow("s3:GetObject") },
          {
            parent: resource("awsx:ecs:FargateService", "web", {}),
          },
        ),
      ],
      findings: [{ ...at, level: "advisory" }],
    },
  ],
  undecided: [
    {
      name: "documents that are not known yet",
      stack: [
        secret,
        rolePolicy(allow("s3:GetObject", ["*", text`${secret.arn}*`])),
        resource("aws:iam/policy:Policy", "shared", { policy: unknown }),
      ],
      at: ["access.policy", "shared.policy"],
    },
  ],
});
