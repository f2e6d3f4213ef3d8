import rule from "../../../policies/validity/iam-policy-syntax";
import { ruleTest, type InvalidCase } from "../../../testing/rule-test";
import { json, resource, unknown, type BuildOptions, type BuiltResource, type Input } from "../../../testing/stack";

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
const fault = (name: string, stack: BuiltResource[], path: string, message: RegExp): InvalidCase => ({
  name,
  stack,
  findings: [{ resource: "it", path, message }],
});
const without = (statement: Record<string, Input>, key: string): Input =>
  Object.fromEntries(Object.entries(statement).filter(([one]) => one !== key));

ruleTest(rule, {
  valid: [
    { name: "a policy as text", stack: identity(OK) },
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
    { name: "an Effect in another case, which IAM takes", stack: identity({ ...OK, Effect: "allow" }) },
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
    { name: "a queue policy with a resource that is no ARN", stack: onQueue({ ...FOR_ALL, Resource: "orders" }) },
    {
      name: "an endpoint policy without a principal",
      stack: [holding("aws:ec2/vpcEndpoint:VpcEndpoint", "policy", json(document(OK)))],
    },
    { name: "no policy", stack: [resource("aws:sqs/queue:Queue", "q"), holding("aws:kms/key:Key", "policy", "")] },
    {
      name: "inline policies, and the empty block that takes them away",
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
    { name: "a secret's policy taken away", stack: [holding("aws:secretsmanager/secret:Secret", "policy", "{}")] },
    { name: "a policy that the stack only reads", stack: [policy("nonsense", { external: true })] },
    {
      name: "a document of another language",
      stack: [holding("aws:ecr/lifecyclePolicy:LifecyclePolicy", "policy", "{}")],
    },
  ],
  invalid: [
    {
      name: "an element that the language does not have, where the service may read over it",
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
    fault(
      "a text that is no JSON",
      [policy('{\n  "Version": "2012-10-17",\n}')],
      "policy",
      /not JSON at line 3, column 1: expected a name in double quotes, found }.*"Syntax errors in policy"/,
    ),
    fault(
      "a trust policy that is no JSON",
      [holding("aws:iam/role:Role", "assumeRolePolicy", "trust.json")],
      "assumeRolePolicy",
      /line 1, column 1.*invalid Json/,
    ),
    fault("a list as document", [policy(json([OK]))], "policy", /has to be an object/),
    fault("a text as document", [policy('"x"')], "policy", /has to be an object/),
    fault("no Statement", [policy(json({ Version: "2012-10-17" }))], "policy.Statement", /has no Statement/),
    fault(
      "an element that there is not",
      [policy(json({ Statements: [OK] }))],
      "policy.Statements",
      /no Statements; write Statement; a document has/,
    ),
    fault(
      "a version that there is not",
      [policy(json({ Version: "2012-10-18", Statement: [OK] }))],
      "policy.Version",
      /"2012-10-17"/,
    ),
    fault(
      "the same on a bucket",
      [holding("aws:s3/bucketPolicy:BucketPolicy", "policy", json({ Version: "2024-01-01", Statement: [FOR_ALL] }))],
      "policy.Version",
      /valid version string/,
    ),
    fault("a statement that is a text", identity("allow all"), "policy.Statement[0]", /has to be an object/),
    fault("no Effect", identity(without(OK, "Effect")), "policy.Statement[0].Effect", /has no Effect/),
    fault("another Effect", identity({ ...OK, Effect: "Permit" }), "policy.Statement[0].Effect", /not "Permit"/),
    fault(
      "Actions",
      identity(OK, { ...(without(OK, "Action") as object), Actions: ["s3:GetObject"] }),
      "policy.Statement[1].Actions",
      /no Actions; write Action\./,
    ),
    fault("a key that is like none", identity({ ...OK, Comment: "x" }), "policy.Statement[0].Comment", /no Comment\./),
    fault(
      "no Action",
      identity(OK, without(OK, "Action")),
      "policy.Statement[1].Action",
      /names no action.*must contain actions"/,
    ),
    fault(
      "an empty list of actions",
      identity({ ...OK, Action: [] }),
      "policy.Statement[0].Action",
      /must contain actions/,
    ),
    fault(
      "Action and NotAction",
      identity({ ...OK, NotAction: "s3:Put*" }),
      "policy.Statement[0].NotAction",
      /not both/,
    ),
    fault(
      "an action without a service",
      identity({ ...OK, Action: ["s3:GetObject", "PutObject"] }),
      "policy.Statement[0].Action[1]",
      /not "PutObject".*prefaced by a vendor/,
    ),
    fault(
      "an action that is no text",
      identity({ ...OK, Action: { a: 1 } }),
      "policy.Statement[0].Action",
      /has to be a text/,
    ),
    fault("no Resource", identity(without(OK, "Resource")), "policy.Statement[0].Resource", /must contain resources/),
    fault(
      "an empty list of resources",
      identity({ ...OK, Resource: [] }),
      "policy.Statement[0].Resource",
      /must contain resources/,
    ),
    fault(
      "Resource and NotResource",
      identity({ ...OK, NotResource: "*" }),
      "policy.Statement[0].NotResource",
      /not both/,
    ),
    fault(
      "a resource that is no ARN",
      identity({ ...OK, Resource: "files" }),
      "policy.Statement[0].Resource",
      /Resource files must be in ARN format or "\*"\./,
    ),
    fault(
      "a resource that is no text",
      identity({ ...OK, Resource: [3] }),
      "policy.Statement[0].Resource[0]",
      /has to be a text/,
    ),
    fault(
      "a principal in an identity's policy",
      identity({ ...OK, Principal: "*" }),
      "policy.Statement[0].Principal",
      /should not specify a principal/,
    ),
    fault(
      "NotPrincipal in an identity's policy",
      identity({ ...OK, NotPrincipal: { AWS: "*" } }),
      "policy.Statement[0].NotPrincipal",
      /no NotPrincipal/,
    ),
    fault(
      "a condition that is a list",
      identity({ ...OK, Condition: [{ StringEquals: { a: "b" } }] }),
      "policy.Statement[0].Condition",
      /is an object of operators/,
    ),
    fault(
      "a condition without an operator",
      identity({ ...OK, Condition: { "aws:SourceArn": "arn:aws:s3:::x" } }),
      'policy.Statement[0].Condition["aws:SourceArn"]',
      /has to hold an object of condition keys/,
    ),
    fault(
      "a condition whose value is an object",
      identity({ ...OK, Condition: { StringEquals: { "aws:x": { a: 1 } } } }),
      'policy.Statement[0].Condition.StringEquals["aws:x"]',
      /a text or a list of texts/,
    ),
    fault(
      "a condition without a value",
      identity({ ...OK, Condition: { StringEquals: { "aws:x": null } } }),
      'policy.Statement[0].Condition.StringEquals["aws:x"]',
      /a text or a list/,
    ),
    fault(
      "a Sid with other characters",
      identity({ ...OK, Sid: "Read-files" }),
      "policy.Statement[0].Sid",
      /must be alpha-numeric/,
    ),
    fault(
      "a trust policy with a resource",
      trust({ ...TRUST, Resource: "*" }),
      "assumeRolePolicy.Statement[0].Resource",
      /Has prohibited field Resource/,
    ),
    fault(
      "a trust policy without a principal",
      trust(without(TRUST, "Principal")),
      "assumeRolePolicy.Statement[0].Principal",
      /Missing required field Principal/,
    ),
    fault(
      "a provider that is a role",
      trust({ ...TRUST, Principal: { Federated: "arn:aws:iam::464738291005:role/x" } }),
      "assumeRolePolicy.Statement[0].Principal.Federated",
      /no identity provider.*SAML metadata ARNs/,
    ),
    fault(
      "a provider that is an address",
      trust({ ...TRUST, Principal: { Federated: "https://token.actions.githubusercontent.com" } }),
      "assumeRolePolicy.Statement[0].Principal.Federated",
      /no identity provider/,
    ),
    fault(
      "a provider that is a service",
      trust({ ...TRUST, Principal: { Federated: "lambda.amazonaws.com" } }),
      "assumeRolePolicy.Statement[0].Principal.Federated",
      /no identity provider/,
    ),
    fault(
      "a service without its domain",
      trust({ ...TRUST, Principal: { Service: ["ec2.amazonaws.com", "lambda"] } }),
      "assumeRolePolicy.Statement[0].Principal.Service",
      /write lambda.amazonaws.com.*Invalid principal in policy/,
    ),
    fault(
      "a service under AWS",
      trust({ ...TRUST, Principal: { AWS: "lambda.amazonaws.com" } }),
      "assumeRolePolicy.Statement[0].Principal.AWS",
      /under Service, not AWS/,
    ),
    fault(
      "a principal that is a text",
      trust({ ...TRUST, Principal: "lambda.amazonaws.com" }),
      "assumeRolePolicy.Statement[0].Principal",
      /a principal is "\*" or an object/,
    ),
    fault(
      "a kind of principal that there is not",
      trust({ ...TRUST, Principal: { Services: "lambda.amazonaws.com" } }),
      "assumeRolePolicy.Statement[0].Principal.Services",
      /no Services; write Service; a principal is/,
    ),
    fault(
      "a bucket policy without a principal",
      onBucket(OK),
      "policy.Statement[0].Principal",
      /Missing required field Principal/,
    ),
    fault(
      "a bucket policy without a resource",
      onBucket(without(FOR_ALL, "Resource")),
      "policy.Statement[0].Resource",
      /Missing required field Resource/,
    ),
    fault("a queue policy without a principal", onQueue(OK), "policy.Statement[0].Principal", /add Principal\.$/),
    fault(
      "a queue policy without an action",
      onQueue(without(FOR_ALL, "Action")),
      "policy.Statement[0].Action",
      /add Action \(or NotAction\)\.$/,
    ),
    fault(
      "a queue policy with an action that is none",
      onQueue({ ...FOR_ALL, Action: "SendMessage" }),
      "policy.Statement[0].Action",
      /not "SendMessage"\.$/,
    ),
    fault(
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
    fault(
      "a policy on a key",
      [holding("aws:kms/key:Key", "policy", json(document(OK)))],
      "policy.Statement[0].Principal",
      /add Principal/,
    ),
    fault(
      "a policy on a secret",
      [holding("aws:secretsmanager/secretPolicy:SecretPolicy", "policy", "[]")],
      "policy",
      /has to be an object/,
    ),
    fault(
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
