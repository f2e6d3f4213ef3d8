import rule from "../../../policies/validity/iam-policy-syntax";
import { ruleTest, type InvalidCase } from "../../../src/testing/rule-test";
import { json, resource, unknown, type BuildOptions, type BuiltResource, type Input } from "../../../src/testing/stack";

type Document = Input;
const POLICY = "aws:iam/policy:Policy";
const bucket = resource("aws:s3/bucket:Bucket", "files");
const OK = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::files/*" };
const FOR_ALL = { ...OK, Principal: "*" };
const TRUST = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "lambda.amazonaws.com" } };

const document = (...statements: Input[]): Document => ({ Version: "2012-10-17", Statement: statements });
const holding = (type: string, property: string, value: Input, options: BuildOptions = {}): BuiltResource =>
  resource(type, "it", { [property]: value }, options);
const policy = (value: Input, options: BuildOptions = {}): BuiltResource => holding(POLICY, "policy", value, options);
const identity = (...statements: Input[]): BuiltResource[] => [policy(json(document(...statements)))];
const trust = (...statements: Input[]): BuiltResource[] => [
  holding("aws:iam/role:Role", "assumeRolePolicy", json(document(...statements))),
];
const onBucket = (...statements: Input[]): BuiltResource[] => [
  holding("aws:s3/bucketPolicy:BucketPolicy", "policy", json(document(...statements))),
];
const onQueue = (...statements: Input[]): BuiltResource[] => [
  holding("aws:sqs/queuePolicy:QueuePolicy", "policy", json(document(...statements))),
];
const violation = (name: string, stack: BuiltResource[], path: string, message: RegExp): InvalidCase => ({
  name,
  stack,
  findings: [{ resource: "it", path, message }],
});
const without = (statement: Record<string, Input>, key: string): Input =>
  Object.fromEntries(Object.entries(statement).filter(([one]) => one !== key));

ruleTest(rule, {
  valid: [
    { name: "a policy as a string", stack: identity(OK) },
    { name: "a policy as an object", stack: [policy(document(OK))] },
    { name: "one statement without a list", stack: [policy(json({ Statement: OK }))] },
    {
      name: "an older version, an Id and a Sid",
      stack: [policy(json({ Version: "2008-10-17", Id: "x", Statement: [{ ...OK, Sid: "Read1" }] }))],
    },
    {
      name: "NotAction and NotResource",
      stack: identity({ Effect: "Deny", NotAction: ["iam:*"], NotResource: "arn:aws:s3:::x" }),
    },
    { name: "wildcards", stack: identity({ Effect: "Allow", Action: "*", Resource: "*" }) },
    {
      name: "a bucket whose ARN is not known yet",
      stack: [bucket, policy(json(document({ ...OK, Resource: bucket.arn })))],
    },
    {
      name: "the same in an object",
      stack: [bucket, policy(document({ ...OK, Resource: [bucket.arn, unknown], Action: unknown, Effect: unknown }))],
      shape: "preview",
    },
    {
      name: "conditions",
      stack: identity({
        ...OK,
        Condition: {
          StringEquals: { "aws:PrincipalOrgID": "o-1", "s3:prefix": ["a", "b"] },
          Bool: { "aws:SecureTransport": true },
          NumericLessThan: { "aws:MultiFactorAuthAge": 3600 },
          "ForAnyValue:StringLikeIfExists": {},
        },
      }),
    },
    { name: "a trust policy", stack: trust(TRUST) },
    {
      name: "providers that a trust policy may name",
      stack: trust({
        Effect: "Allow",
        Action: "sts:AssumeRoleWithWebIdentity",
        Principal: {
          Federated: [
            "arn:aws:iam::464738291005:oidc-provider/token.actions.githubusercontent.com",
            "arn:aws:iam::464738291005:saml-provider/corp",
            "cognito-identity.amazonaws.com",
            "accounts.google.com",
          ],
        },
      }),
    },
    { name: "a Sid with spaces where it may have them", stack: onBucket({ ...FOR_ALL, Sid: "Allow all" }) },
    { name: "NotPrincipal", stack: onBucket({ ...OK, NotPrincipal: { AWS: "464738291005" } }) },
    {
      name: "principals of all kinds",
      stack: onBucket({ ...OK, Principal: { AWS: ["*", "464738291005"], Service: "*", CanonicalUser: "79a59df9" } }),
    },
    { name: "a queue policy without a resource", stack: onQueue(without(FOR_ALL, "Resource")) },
    { name: "a queue policy with a resource that is not an ARN", stack: onQueue({ ...FOR_ALL, Resource: "orders" }) },
    {
      name: "an endpoint policy without a principal",
      stack: [holding("aws:ec2/vpcEndpoint:VpcEndpoint", "policy", json(document(OK)))],
    },
    { name: "no policy", stack: [resource("aws:sqs/queue:Queue", "q"), holding("aws:kms/key:Key", "policy", "")] },
    {
      name: "inline policies, and the empty block that removes them",
      stack: [
        resource("aws:iam/role:Role", "r", {
          assumeRolePolicy: json(document(TRUST)),
          inlinePolicies: [{}, { name: "a", policy: json(document(OK)) }],
        }),
      ],
    },
    {
      name: "element names in another case",
      stack: [policy(json({ version: "2012-10-17", Statement: [{ effect: "Allow", action: "s3:*", resource: "*" }] }))],
    },
    { name: "a principal in another case", stack: onQueue({ Effect: "Allow", Action: "sqs:*", principal: "*" }) },
    { name: "a secret's policy that is removed", stack: [holding("aws:secretsmanager/secret:Secret", "policy", "{}")] },
    { name: "a policy that the stack only reads", stack: [policy("nonsense", { external: true })] },
    {
      name: "a document of another language",
      stack: [holding("aws:ecr/lifecyclePolicy:LifecyclePolicy", "policy", "{}")],
    },
  ],
  invalid: [
    {
      name: "an unknown element, where the service may ignore it",
      stack: [
        ...onQueue({ ...FOR_ALL, Comment: "x" }),
        resource("aws:sns/topicPolicy:TopicPolicy", "other", {
          arn: "arn:aws:sns:us-east-1:464738291005:orders",
          policy: json({ Version: "2012-10-17", Description: "x", Statement: [FOR_ALL] }),
        }),
      ],
      findings: [
        { resource: "it", path: "policy.Statement[0].Comment", level: "advisory" as const },
        { resource: "other", path: "policy.Description", level: "advisory" as const },
      ],
    },
    violation(
      "a string that is not JSON",
      [policy('{\n  "Version": "2012-10-17",\n}')],
      "policy",
      /not JSON at line 3, column 1: a property name in double quotes is expected.*"Syntax errors in policy"/,
    ),
    violation(
      "a trust policy that is not JSON",
      [holding("aws:iam/role:Role", "assumeRolePolicy", "trust.json")],
      "assumeRolePolicy",
      /line 1, column 1.*invalid Json/,
    ),
    violation("a list as document", [policy(json([OK]))], "policy", /must be an object/),
    violation("a string as document", [policy('"x"')], "policy", /must be an object/),
    violation("no Statement", [policy(json({ Version: "2012-10-17" }))], "policy.Statement", /has no "Statement"/),
    violation(
      "an unknown element",
      [policy(json({ Statements: [OK] }))],
      "policy.Statements",
      /^"Statements" is not an element .* Use "Statement"\. The keys of a document/,
    ),
    violation(
      "an unknown version",
      [policy(json({ Version: "2012-10-18", Statement: [OK] }))],
      "policy.Version",
      /"2012-10-17"/,
    ),
    violation(
      "the same on a bucket",
      [holding("aws:s3/bucketPolicy:BucketPolicy", "policy", json({ Version: "2024-01-01", Statement: [FOR_ALL] }))],
      "policy.Version",
      /valid version string/,
    ),
    violation(
      "an Effect in another case",
      identity({ ...OK, Effect: "allow" }),
      "policy.Statement[0].Effect",
      /"Allow" or "Deny"/,
    ),
    violation(
      "users of an identity provider that assume a role as others do",
      trust({ ...TRUST, Principal: { Federated: "accounts.google.com" }, Action: "sts:AssumeRole" }),
      "assumeRolePolicy.Statement[0].Principal",
      /AssumeRoleWithWebIdentity/,
    ),
    violation("a string as statement", identity("allow all"), "policy.Statement[0]", /must be an object/),
    violation("no Effect", identity(without(OK, "Effect")), "policy.Statement[0].Effect", /has no "Effect"/),
    violation("another Effect", identity({ ...OK, Effect: "Permit" }), "policy.Statement[0].Effect", /not "Permit"/),
    violation(
      "Actions",
      identity(OK, { ...(without(OK, "Action") as object), Actions: ["s3:GetObject"] }),
      "policy.Statement[1].Actions",
      /^"Actions" is not an element .* Use "Action"\./,
    ),
    violation(
      "a key that is like no element",
      identity({ ...OK, Comment: "x" }),
      "policy.Statement[0].Comment",
      /^"Comment" is not an element .* Remove it\./,
    ),
    violation(
      "no Action",
      identity(OK, without(OK, "Action")),
      "policy.Statement[1].Action",
      /names no action.*must contain actions"/,
    ),
    violation(
      "an empty list of actions",
      identity({ ...OK, Action: [] }),
      "policy.Statement[0].Action",
      /must contain actions/,
    ),
    violation(
      "Action and NotAction",
      identity({ ...OK, NotAction: "s3:Put*" }),
      "policy.Statement[0].NotAction",
      /has both/,
    ),
    violation(
      "an action without a service",
      identity({ ...OK, Action: ["s3:GetObject", "PutObject"] }),
      "policy.Statement[0].Action[1]",
      /not "PutObject".*prefaced by a vendor/,
    ),
    violation(
      "an action that is not a string",
      identity({ ...OK, Action: { a: 1 } }),
      "policy.Statement[0].Action",
      /is not a string/,
    ),
    violation(
      "no Resource",
      identity(without(OK, "Resource")),
      "policy.Statement[0].Resource",
      /must contain resources/,
    ),
    violation(
      "an empty list of resources",
      identity({ ...OK, Resource: [] }),
      "policy.Statement[0].Resource",
      /must contain resources/,
    ),
    violation(
      "Resource and NotResource",
      identity({ ...OK, NotResource: "*" }),
      "policy.Statement[0].NotResource",
      /has both/,
    ),
    violation(
      "a resource that is not an ARN",
      identity({ ...OK, Resource: "files" }),
      "policy.Statement[0].Resource",
      /Resource files must be in ARN format or "\*"\./,
    ),
    violation(
      "a resource that is not a string",
      identity({ ...OK, Resource: [3] }),
      "policy.Statement[0].Resource[0]",
      /is not a string/,
    ),
    violation(
      "a principal in an identity's policy",
      identity({ ...OK, Principal: "*" }),
      "policy.Statement[0].Principal",
      /should not specify a principal/,
    ),
    violation(
      "NotPrincipal in an identity's policy",
      identity({ ...OK, NotPrincipal: { AWS: "*" } }),
      "policy.Statement[0].NotPrincipal",
      /must not have "NotPrincipal"/,
    ),
    violation(
      "a condition that is a list",
      identity({ ...OK, Condition: [{ StringEquals: { a: "b" } }] }),
      "policy.Statement[0].Condition",
      /must be an object of operators/,
    ),
    violation(
      "a condition without an operator",
      identity({ ...OK, Condition: { "aws:SourceArn": "arn:aws:s3:::x" } }),
      'policy.Statement[0].Condition["aws:SourceArn"]',
      /must hold an object of condition keys/,
    ),
    violation(
      "a condition whose value is an object",
      identity({ ...OK, Condition: { StringEquals: { "aws:x": { a: 1 } } } }),
      'policy.Statement[0].Condition.StringEquals["aws:x"]',
      /a string or a list of strings/,
    ),
    violation(
      "a condition without a value",
      identity({ ...OK, Condition: { StringEquals: { "aws:x": null } } }),
      'policy.Statement[0].Condition.StringEquals["aws:x"]',
      /a string or a list/,
    ),
    violation(
      "a Sid with other characters",
      identity({ ...OK, Sid: "Read-files" }),
      "policy.Statement[0].Sid",
      /must be alpha-numeric/,
    ),
    violation(
      "a trust policy with a resource",
      trust({ ...TRUST, Resource: "*" }),
      "assumeRolePolicy.Statement[0].Resource",
      /Has prohibited field Resource/,
    ),
    violation(
      "a trust policy without a principal",
      trust(without(TRUST, "Principal")),
      "assumeRolePolicy.Statement[0].Principal",
      /Missing required field Principal/,
    ),
    violation(
      "a provider that is a role",
      trust({ ...TRUST, Principal: { Federated: "arn:aws:iam::464738291005:role/x" } }),
      "assumeRolePolicy.Statement[0].Principal.Federated",
      /is not an identity provider.*SAML metadata ARNs/,
    ),
    violation(
      "a provider that is an address",
      trust({ ...TRUST, Principal: { Federated: "https://token.actions.githubusercontent.com" } }),
      "assumeRolePolicy.Statement[0].Principal.Federated",
      /is not an identity provider/,
    ),
    violation(
      "a provider that is a service",
      trust({ ...TRUST, Principal: { Federated: "lambda.amazonaws.com" } }),
      "assumeRolePolicy.Statement[0].Principal.Federated",
      /is not an identity provider/,
    ),
    violation(
      "a service without its domain",
      trust({ ...TRUST, Principal: { Service: ["ec2.amazonaws.com", "lambda"] } }),
      "assumeRolePolicy.Statement[0].Principal.Service",
      /Use "lambda\.amazonaws\.com".*Invalid principal in policy/,
    ),
    violation(
      "a principal with a wildcard in its ARN",
      trust({ ...TRUST, Principal: { AWS: "arn:aws:iam::464738291005:role/*" } }),
      "assumeRolePolicy.Statement[0].Principal.AWS",
      /has a wildcard.*aws:PrincipalArn.*Invalid principal in policy/,
    ),
    violation(
      "a service under AWS",
      trust({ ...TRUST, Principal: { AWS: "lambda.amazonaws.com" } }),
      "assumeRolePolicy.Statement[0].Principal.AWS",
      /under "Service" instead of "AWS"/,
    ),
    violation(
      "a principal that is a string",
      trust({ ...TRUST, Principal: "lambda.amazonaws.com" }),
      "assumeRolePolicy.Statement[0].Principal",
      /A principal must be "\*" or an object/,
    ),
    violation(
      "an unknown kind of principal",
      trust({ ...TRUST, Principal: { Services: "lambda.amazonaws.com" } }),
      "assumeRolePolicy.Statement[0].Principal.Services",
      /Use "Service"\. A principal is/,
    ),
    violation(
      "a bucket policy without a principal",
      onBucket(OK),
      "policy.Statement[0].Principal",
      /Missing required field Principal/,
    ),
    violation(
      "a bucket policy without a resource",
      onBucket(without(FOR_ALL, "Resource")),
      "policy.Statement[0].Resource",
      /Missing required field Resource/,
    ),
    violation("a queue policy without a principal", onQueue(OK), "policy.Statement[0].Principal", /Add "Principal"\.$/),
    violation(
      "a queue policy without an action",
      onQueue(without(FOR_ALL, "Action")),
      "policy.Statement[0].Action",
      /Add "Action" or "NotAction"\.$/,
    ),
    violation(
      "a queue policy with an action that does not exist",
      onQueue({ ...FOR_ALL, Action: "SendMessage" }),
      "policy.Statement[0].Action",
      /not "SendMessage"\.$/,
    ),
    violation(
      "an inline policy",
      [
        resource("aws:iam/role:Role", "it", {
          assumeRolePolicy: json(document(TRUST)),
          inlinePolicies: [{ name: "a", policy: "{" }],
        }),
      ],
      "inlinePolicies[0].policy",
      /line 1, column 2/,
    ),
    violation(
      "a policy on a key",
      [holding("aws:kms/key:Key", "policy", json(document(OK)))],
      "policy.Statement[0].Principal",
      /Add "Principal"/,
    ),
    violation(
      "a policy on a secret",
      [holding("aws:secretsmanager/secretPolicy:SecretPolicy", "policy", "[]")],
      "policy",
      /must be an object/,
    ),
    violation(
      "a statement after one that is not known",
      [policy({ Statement: [unknown, without(OK, "Action")] })],
      "policy.Statement[1].Action",
      /names no action/,
    ),
  ].map((one) =>
    one.name === "a statement after one that is not known" ? { ...one, shape: "preview" as const } : one,
  ),
  undecided: [
    {
      name: "a policy that is not known yet",
      stack: [bucket, policy(json(document({ ...OK, Resource: bucket.arn })))],
      at: ["it.policy"],
    },
    { name: "statements that are not known yet", stack: [policy({ Statement: unknown })], at: ["it.policy"] },
    { name: "a secret that an export hides", stack: [policy("[secret]")], at: ["it.policy"], shape: "up" },
  ],
});
