import type { BuiltResource, Input } from "../../src/testing/stack";
import { json, text } from "../../src/testing/stack";
import { a, allow, attack, document, type Pair } from "./kit";

const ACCOUNT = "464738291005";
const ROOT = `arn:aws:iam::${ACCOUNT}:root`;
const ORGANIZATION = { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } };
const PUBLIC = "resource-policy-public";

/** A resource whose policy is for everyone, and for one account. */
function policyPair(type: string, action: string, property = "policy", more: Record<string, Input> = {}): Pair {
  const of = (principal: Input): BuiltResource[] => {
    const { Resource, ...statement } = allow(principal, action);
    // The policy of a repository names no resource.
    const whole = type.startsWith("ecr/") ? statement : { ...statement, Resource };
    return [a(type, "shared", { ...more, [property]: document(whole as Record<string, Input>) })];
  };
  return { name: `${type} for everyone`, rule: PUBLIC, bad: of({ AWS: "*" }), good: of({ AWS: ROOT }) };
}

function manyRegions(AWS: string): BuiltResource[] {
  const policy = document(
    allow({ AWS }, "s3:GetObject", { Resource: `arn:aws:s3::${ACCOUNT}:accesspoint/m1.mrap/object/*` }),
  );
  return [
    a("s3control/multiRegionAccessPointPolicy:MultiRegionAccessPointPolicy", "shared", {
      details: { name: "shared", policy },
    }),
  ];
}

attack("policies of resources", [
  policyPair("sqs/queuePolicy:QueuePolicy", "sqs:SendMessage", "policy", { queueUrl: "https://sqs/orders" }),
  policyPair("sqs/queue:Queue", "sqs:*"),
  policyPair("sns/topicPolicy:TopicPolicy", "sns:Publish", "policy", { arn: `arn:aws:sns:us-east-1:${ACCOUNT}:news` }),
  policyPair("sns/topic:Topic", "sns:Subscribe"),
  policyPair("kms/key:Key", "kms:*", "policy", { enableKeyRotation: true }),
  policyPair("kms/keyPolicy:KeyPolicy", "kms:*", "policy", { keyId: "1234" }),
  policyPair("kms/replicaKey:ReplicaKey", "kms:*", "policy", {
    primaryKeyArn: `arn:aws:kms:us-east-1:${ACCOUNT}:key/1`,
  }),
  policyPair("ecr/repositoryPolicy:RepositoryPolicy", "ecr:BatchGetImage", "policy", { repository: "shop" }),
  policyPair("secretsmanager/secretPolicy:SecretPolicy", "secretsmanager:GetSecretValue", "policy", { secretArn: "x" }),
  policyPair("backup/vaultPolicy:VaultPolicy", "backup:CopyIntoBackupVault", "policy", { backupVaultName: "vault" }),
  policyPair("efs/fileSystemPolicy:FileSystemPolicy", "elasticfilesystem:ClientMount", "policy", {
    fileSystemId: "fs-1",
  }),
  policyPair("glacier/vault:Vault", "glacier:InitiateJob", "accessPolicy"),
  policyPair("cloudwatch/eventBusPolicy:EventBusPolicy", "events:PutEvents"),
  policyPair("sesv2/emailIdentityPolicy:EmailIdentityPolicy", "ses:SendEmail", "policy", {
    emailIdentity: "shop.test",
  }),
  policyPair("ses/identityPolicy:IdentityPolicy", "ses:SendEmail", "policy", { identity: "shop.test" }),
  policyPair("opensearch/domainPolicy:DomainPolicy", "es:*", "accessPolicies", { domainName: "search" }),
  policyPair("apigateway/restApi:RestApi", "execute-api:Invoke"),
  policyPair("glue/resourcePolicy:ResourcePolicy", "glue:GetTables"),
  policyPair("kinesis/resourcePolicy:ResourcePolicy", "kinesis:GetRecords", "policy", { resourceArn: "x" }),
  policyPair("dynamodb/resourcePolicy:ResourcePolicy", "dynamodb:GetItem", "policy", { resourceArn: "x" }),
  policyPair("codeartifact/domainPermissions:DomainPermissions", "codeartifact:*", "policyDocument", {
    domain: "shop",
  }),
  {
    name: "a multi-region access point for everyone",
    rule: PUBLIC,
    bad: manyRegions("*"),
    good: manyRegions(ROOT),
  },
  policyPair("s3/accessPoint:AccessPoint", "s3:GetObject", "policy", { bucket: "shop-orders" }),
]);

const queue = (statement: Record<string, Input>): BuiltResource[] => [
  a("sqs/queuePolicy:QueuePolicy", "orders", { queueUrl: "https://sqs/orders", policy: document(statement) }),
];
const under = (Condition: Input): BuiltResource[] => queue(allow("*", "sqs:SendMessage", { Condition }));
const topic = { ArnEquals: { "aws:SourceArn": `arn:aws:sns:us-east-1:${ACCOUNT}:news` } };

const conditionPair = (name: string, bad: Input, good: Input = topic): Pair => ({
  name,
  rule: PUBLIC,
  bad: under(bad),
  good: under(good),
});

attack("conditions", [
  conditionPair("an empty condition", {}),
  conditionPair("an operator without keys", { StringEquals: {} }),
  conditionPair("encryption only", { Bool: { "aws:SecureTransport": "true" } }),
  conditionPair("topics of every account", { ArnLike: { "aws:SourceArn": "arn:aws:sns:*:*:news" } }),
  conditionPair(
    "any bucket",
    { ArnLike: { "aws:SourceArn": "arn:aws:s3:::*" } },
    { ArnLike: { "aws:SourceArn": "arn:aws:s3:::shop" } },
  ),
  conditionPair(
    "an account, or every account",
    { StringLike: { "aws:SourceAccount": [ACCOUNT, "*"] } },
    { StringEquals: { "aws:SourceAccount": ACCOUNT } },
  ),
  conditionPair(
    "everyone but an account",
    { StringNotEquals: { "aws:PrincipalAccount": ACCOUNT } },
    { StringEquals: { "aws:PrincipalAccount": ACCOUNT } },
  ),
  conditionPair(
    "an organization, if any",
    { StringEqualsIfExists: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } },
    ORGANIZATION,
  ),
  conditionPair(
    "all values of none",
    { "ForAllValues:StringLike": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*" } },
    { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*" } },
  ),
  conditionPair("some organization", { Null: { "aws:PrincipalOrgID": "false" } }, ORGANIZATION),
  conditionPair(
    "the internet in a list of addresses",
    { IpAddress: { "aws:SourceIp": ["203.0.113.0/24", "0.0.0.0/0"] } },
    { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } },
  ),
  conditionPair(
    "the internet in halves",
    { IpAddress: { "aws:SourceIp": ["0.0.0.0/1", "128.0.0.0/1"] } },
    { IpAddress: { "aws:SourceIp": "198.51.100.7/32" } },
  ),
  conditionPair(
    "everyone but an office",
    { NotIpAddress: { "aws:SourceIp": "203.0.113.0/24" } },
    { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } },
  ),
  conditionPair("a variable for the account", { StringEquals: { "aws:SourceAccount": "${aws:PrincipalAccount}" } }),
  conditionPair("a browser", { StringLike: { "aws:Referer": "https://shop.test/*" } }),
  conditionPair(
    "any endpoint",
    { StringLike: { "aws:SourceVpce": "vpce-*" } },
    { StringEquals: { "aws:SourceVpce": "vpce-1a2b3c4d" } },
  ),
  {
    name: "a list of principals with a star",
    rule: PUBLIC,
    bad: queue(allow({ AWS: [ROOT, "*"] }, "sqs:*")),
    good: queue(allow({ AWS: [ROOT] }, "sqs:*")),
  },
  {
    name: "everyone but one, with NotPrincipal",
    rule: PUBLIC,
    bad: queue({ Effect: "Allow", NotPrincipal: { AWS: ROOT }, Action: "sqs:*", Resource: "*" }),
    good: queue(allow({ AWS: ROOT }, "sqs:*")),
  },
  {
    name: "names in lower case",
    rule: PUBLIC,
    bad: queue({ effect: "allow", principal: "*", action: "sqs:*", resource: "*" }),
    good: queue({ effect: "allow", principal: { AWS: ROOT }, action: "sqs:*", resource: "*" }),
  },
]);

const role = (statement: Record<string, Input>): BuiltResource[] => [
  a("iam/role:Role", "deployment", { assumeRolePolicy: document({ Effect: "Allow", ...statement }) }),
];
const GITHUB = "token.actions.githubusercontent.com";
const web = (Federated: string, Condition?: Input): BuiltResource[] =>
  role({ Action: "sts:AssumeRoleWithWebIdentity", Principal: { Federated }, Condition });
const github = (Condition?: Input): BuiltResource[] =>
  web(`arn:aws:iam::${ACCOUNT}:oidc-provider/${GITHUB}`, Condition);
const ours = github({ StringLike: { [`${GITHUB}:sub`]: "repo:flower-shop/orders:*" } });
const TRUST = "iam-trust-public";

attack("trust policies", [
  {
    name: "everyone",
    rule: TRUST,
    bad: role({ Action: "sts:AssumeRole", Principal: "*" }),
    good: role({ Action: "sts:AssumeRole", Principal: { AWS: ROOT } }),
  },
  {
    name: "everyone with an external id",
    rule: TRUST,
    bad: role({
      Action: "sts:AssumeRole",
      Principal: { AWS: "*" },
      Condition: { StringEquals: { "sts:ExternalId": "shop" } },
    }),
    good: role({ Action: "sts:AssumeRole", Principal: { AWS: "*" }, Condition: ORGANIZATION }),
  },
  { name: "GitHub without a condition", rule: TRUST, bad: github(), good: ours },
  {
    name: "GitHub with an audience only",
    rule: TRUST,
    bad: github({ StringEquals: { [`${GITHUB}:aud`]: "sts.amazonaws.com" } }),
    good: ours,
  },
  {
    name: "GitHub with a star",
    rule: TRUST,
    bad: github({ StringLike: { [`${GITHUB}:sub`]: "repo:*:ref:refs/heads/main" } }),
    good: ours,
  },
  {
    name: "GitLab without a condition",
    rule: TRUST,
    bad: web(`arn:aws:iam::${ACCOUNT}:oidc-provider/gitlab.com`),
    good: web(`arn:aws:iam::${ACCOUNT}:oidc-provider/gitlab.com`, {
      StringLike: { "gitlab.com:sub": "project_path:flower-shop/orders:*" },
    }),
  },
  {
    name: "identity pools of every account",
    rule: TRUST,
    bad: web("cognito-identity.amazonaws.com", {
      "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "authenticated" },
    }),
    good: web("cognito-identity.amazonaws.com", {
      StringEquals: { "cognito-identity.amazonaws.com:aud": "us-east-1:1" },
    }),
  },
]);

const permission = (inputs: Record<string, Input>): BuiltResource[] => [
  a("lambda/permission:Permission", "orders", { action: "lambda:InvokeFunction", function: "orders", ...inputs }),
];
const layer = (inputs: Record<string, Input>): BuiltResource[] => [
  a("lambda/layerVersionPermission:LayerVersionPermission", "tools", {
    layerName: "tools",
    versionNumber: 1,
    statementId: "all",
    action: "lambda:GetLayerVersion",
    ...inputs,
  }),
];
const bus = (inputs: Record<string, Input>): BuiltResource[] => [
  a("cloudwatch/eventPermission:EventPermission", "bus", { principal: "*", statementId: "all", ...inputs }),
];
const url = (authorizationType: string): BuiltResource[] => [
  a("lambda/functionUrl:FunctionUrl", "orders", { functionName: "orders", authorizationType }),
];
const snapshot = (sharedAccounts: Input, type = "rds/snapshot:Snapshot"): BuiltResource[] => [
  a(type, "before-upgrade", { sharedAccounts }),
];
const image = (inputs: Record<string, Input>): BuiltResource[] => [
  a("ec2/amiLaunchPermission:AmiLaunchPermission", "shop", { imageId: "ami-0f1e2d3c4b5a69788", ...inputs }),
];
const runbook = (permissions: Input): BuiltResource[] => [
  a("ssm/document:Document", "restart", { documentType: "Command", content: "{}", permissions }),
];

attack("what is shared with everyone", [
  { name: "a function", rule: PUBLIC, bad: permission({ principal: "*" }), good: permission({ principal: ACCOUNT }) },
  {
    name: "a function, for buckets of every account",
    rule: PUBLIC,
    bad: permission({ principal: "s3.amazonaws.com" }),
    good: permission({ principal: "s3.amazonaws.com", sourceArn: "arn:aws:s3:::shop", sourceAccount: ACCOUNT }),
  },
  {
    name: "a function URL for every account",
    rule: PUBLIC,
    bad: permission({ principal: "*", action: "lambda:InvokeFunctionUrl", functionUrlAuthType: "AWS_IAM" }),
    good: permission({
      principal: "*",
      action: "lambda:InvokeFunctionUrl",
      functionUrlAuthType: "AWS_IAM",
      principalOrgId: "o-a1b2c3d4e5",
    }),
  },
  {
    name: "a layer",
    rule: PUBLIC,
    bad: layer({ principal: "*" }),
    good: layer({ principal: "*", organizationId: "o-a1b2c3d4e5" }),
  },
  {
    name: "an event bus",
    rule: PUBLIC,
    bad: bus({}),
    good: bus({ condition: { type: "StringEquals", key: "aws:PrincipalOrgID", value: "o-a1b2c3d4e5" } }),
  },
  { name: "a function URL", rule: "lambda-function-url-public", bad: url("NONE"), good: url("AWS_IAM") },
  { name: "a snapshot", rule: "snapshot-public", bad: snapshot(["all"]), good: snapshot([ACCOUNT]) },
  {
    name: "a snapshot of a cluster",
    rule: "snapshot-public",
    bad: snapshot([ACCOUNT, "all"], "rds/clusterSnapshot:ClusterSnapshot"),
    good: snapshot([], "rds/clusterSnapshot:ClusterSnapshot"),
  },
  { name: "an image", rule: "ami-public", bad: image({ group: "all" }), good: image({ accountId: ACCOUNT }) },
  {
    name: "a document",
    rule: "ssm-document-public",
    bad: runbook({ type: "Share", account_ids: "All" }),
    good: runbook({ type: "Share", account_ids: ACCOUNT }),
  },
]);

const build = (projectVisibility: string): BuiltResource[] => [
  a("codebuild/project:Project", "orders", {
    serviceRole: `arn:aws:iam::${ACCOUNT}:role/build`,
    projectVisibility,
    artifacts: { type: "NO_ARTIFACTS" },
    source: { type: "GITHUB", location: "https://github.com/flower-shop/orders.git" },
    environment: { computeType: "BUILD_GENERAL1_SMALL", type: "LINUX_CONTAINER", image: "aws/codebuild/standard:7.0" },
  }),
];
const endpointService = (allowedPrincipals: string[]): BuiltResource[] => [
  a("ec2/vpcEndpointService:VpcEndpointService", "prices", {
    acceptanceRequired: false,
    allowedPrincipals,
    networkLoadBalancerArns: [
      `arn:aws:elasticloadbalancing:us-east-1:${ACCOUNT}:loadbalancer/net/prices/0a1b2c3d4e5f6789`,
    ],
  }),
];

attack("what else everyone sees or reaches", [
  { name: "builds", rule: "codebuild-project-public", bad: build("PUBLIC_READ"), good: build("PRIVATE") },
  {
    name: "a service behind an endpoint",
    rule: "vpc-endpoint-service-public",
    bad: endpointService(["*"]),
    good: endpointService([ROOT]),
  },
]);

const bucket = a("s3/bucket:Bucket", "orders", {});
const block = (isOn: boolean): BuiltResource =>
  a("s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "orders", {
    bucket: bucket["id"],
    blockPublicAcls: isOn,
    blockPublicPolicy: isOn,
    ignorePublicAcls: isOn,
    restrictPublicBuckets: isOn,
  });
const objects = (Principal: Input, more: Record<string, Input> = {}): BuiltResource =>
  a("s3/bucketPolicy:BucketPolicy", "orders", {
    bucket: bucket["id"],
    policy: json({
      Statement: [{ Effect: "Allow", Principal, Action: "s3:GetObject", Resource: text`${bucket["arn"]}/*`, ...more }],
    }),
  });
const acl = (value: string): BuiltResource =>
  a("s3/bucketAcl:BucketAcl", "orders", { bucket: bucket["id"], acl: value });
const BUCKET_RULE = "s3-public-access-block";

attack("buckets", [
  {
    name: "a policy",
    rule: BUCKET_RULE,
    bad: [bucket, block(false), objects("*")],
    good: [bucket, block(true), objects({ AWS: ROOT })],
  },
  {
    name: "a policy under a referer",
    rule: BUCKET_RULE,
    bad: [bucket, block(false), objects("*", { Condition: { StringLike: { "aws:Referer": "https://shop.test/*" } } })],
    good: [bucket, block(false), objects("*", { Condition: ORGANIZATION })],
  },
  {
    name: "a policy that the block rejects",
    rule: BUCKET_RULE,
    bad: [bucket, block(true), objects({ AWS: "*" })],
    good: [bucket, block(true), objects({ AWS: ROOT })],
  },
  {
    name: "an object",
    rule: BUCKET_RULE,
    bad: [
      bucket,
      block(false),
      a("s3/bucketObject:BucketObject", "prices", { bucket: bucket["id"], key: "p", acl: "public-read" }),
    ],
    good: [
      bucket,
      block(false),
      a("s3/bucketObject:BucketObject", "prices", { bucket: bucket["id"], key: "p", acl: "private" }),
    ],
  },
  ...["AllUsers", "AuthenticatedUsers"].map((group): Pair => {
    const copy = (uri: string): BuiltResource[] => [
      bucket,
      block(false),
      a("s3/objectCopy:ObjectCopy", "prices", {
        bucket: bucket["id"],
        key: "p",
        source: "other/p",
        grants: [{ type: "Group", uri: `http://acs.amazonaws.com/groups/${uri}`, permissions: ["READ"] }],
      }),
    ];
    return {
      name: `a copy with a grant to ${group}`,
      rule: BUCKET_RULE,
      bad: copy(`global/${group}`),
      good: copy("s3/LogDelivery"),
    };
  }),
  {
    name: "an ACL for every account",
    rule: BUCKET_RULE,
    bad: [bucket, block(false), acl("authenticated-read")],
    good: [bucket, block(true)],
  },
]);

const addressed = (type: string, more: Record<string, Input> = {}): Pair => ({
  name: `${type} with a public address`,
  rule: "endpoint-not-public",
  bad: [a(type, "data", { ...more, publiclyAccessible: true })],
  good: [a(type, "data", { ...more, publiclyAccessible: false })],
});
const kafka = (type: string): BuiltResource[] => [
  a("msk/cluster:Cluster", "events", {
    clusterName: "events",
    numberOfBrokerNodes: 2,
    brokerNodeGroupInfo: { clientSubnets: ["subnet-1", "subnet-2"], connectivityInfo: { publicAccess: { type } } },
  }),
];
const notebook = (more: Record<string, Input>): BuiltResource[] => [
  a("sagemaker/notebookInstance:NotebookInstance", "research", {
    subnetId: "subnet-1",
    securityGroups: ["sg-1"],
    ...more,
  }),
];

attack("addresses", [
  addressed("redshift/cluster:Cluster", {
    clusterIdentifier: "sales",
    nodeType: "ra3.large",
    manageMasterPassword: true,
  }),
  addressed("redshiftserverless/workgroup:Workgroup", { workgroupName: "sales", namespaceName: "sales" }),
  addressed("dms/replicationInstance:ReplicationInstance", { replicationInstanceId: "orders" }),
  addressed("mq/broker:Broker", { engineType: "ActiveMQ" }),
  addressed("timestreaminfluxdb/dbInstance:DbInstance"),
  addressed("lightsail/database:Database"),
  {
    ...addressed("rds/instance:Instance", {
      engine: "postgres",
      instanceClass: "db.t4g.medium",
      allocatedStorage: 20,
      storageEncrypted: true,
      manageMasterUserPassword: true,
      username: "shop",
    }),
    rule: "rds-not-public",
  },
  { name: "Kafka", rule: "endpoint-not-public", bad: kafka("SERVICE_PROVIDED_EIPS"), good: kafka("DISABLED") },
  {
    name: "a notebook by default",
    rule: "notebook-internet-access",
    bad: notebook({}),
    good: notebook({ directInternetAccess: "Disabled" }),
  },
]);
