import type { BuiltResource, Input } from "../../src/testing/stack";
import { a, allow, document } from "../attack/kit";
import { ACCOUNT, docs, GROUP, provider, roleArn, single, SUBNETS, trust, withOptions, type Rejection } from "./kit";

const FUNCTION = `arn:aws:lambda:us-east-1:${ACCOUNT}:function:orders`;
const LOGS = docs("AmazonCloudWatchLogs/latest/APIReference/API_PutSubscriptionFilter.html");

function filtered(permits: boolean): BuiltResource[] {
  const fn = a("lambda/function:Function", "logs", {
    role: roleArn(),
    runtime: "nodejs22.x",
    handler: "index.handler",
    s3Bucket: "orders-code-464738",
    s3Key: "logs.zip",
  });
  const permission = a("lambda/permission:Permission", "logs", {
    action: "lambda:InvokeFunction",
    function: fn["name"],
    principal: "logs.amazonaws.com",
    sourceAccount: ACCOUNT,
    sourceArn: `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:/orders:*`,
  });
  const filter = { logGroup: "/orders", filterPattern: "ERROR", destinationArn: fn["arn"] };
  return permits
    ? [
        fn,
        permission,
        withOptions("cloudwatch/logSubscriptionFilter:LogSubscriptionFilter", "orders", filter, {
          dependsOn: [permission],
        }),
      ]
    : [fn, a("cloudwatch/logSubscriptionFilter:LogSubscriptionFilter", "orders", filter)];
}

const filter = (name: string, logGroup = "/orders"): BuiltResource =>
  a("cloudwatch/logSubscriptionFilter:LogSubscriptionFilter", name, {
    logGroup,
    filterPattern: "ERROR",
    destinationArn: `arn:aws:kinesis:us-east-1:${ACCOUNT}:stream/${name}`,
    roleArn: roleArn("logs"),
  });

function trailed(policy: boolean, waits = policy): BuiltResource[] {
  const bucket = a("s3/bucket:Bucket", "trails", { bucket: "trails-464738291005" });
  const own = a("s3/bucketPolicy:BucketPolicy", "trails", {
    bucket: bucket["id"],
    policy: document(
      allow({ Service: "cloudtrail.amazonaws.com" }, "s3:GetBucketAcl", {
        Resource: "arn:aws:s3:::trails-464738291005",
      }),
      allow({ Service: "cloudtrail.amazonaws.com" }, "s3:PutObject", {
        Resource: `arn:aws:s3:::trails-464738291005/AWSLogs/${ACCOUNT}/*`,
        Condition: { StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control" } },
      }),
    ),
  });
  const inputs = {
    name: "orders",
    s3BucketName: bucket["id"],
    enableLogFileValidation: true,
    isMultiRegionTrail: true,
  };
  return [
    bucket,
    ...(policy ? [own] : []),
    withOptions("cloudtrail/trail:Trail", "orders", inputs, waits ? { dependsOn: [own] } : {}),
  ];
}

/** Row 16: logs and trails. */
export const logs: readonly Rejection[] = [
  {
    name: "a function that CloudWatch may not call",
    by: "log-subscription-permission",
    source: LOGS,
    rejected: filtered(false),
    accepted: filtered(true),
  },
  {
    name: "three filters of one group",
    by: "duplicate-resources",
    source: docs("AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html"),
    rejected: ["one", "two", "three"].map((name) => filter(name)),
    accepted: ["one", "two", "three"].map((name) => filter(name, name === "three" ? "/invoices" : "/orders")),
  },
  {
    name: "a trail into a bucket without a policy",
    by: "log-delivery-policy",
    source: "https://github.com/hashicorp/terraform/issues/6388",
    rejected: trailed(false),
    accepted: trailed(true),
  },
  {
    name: "a trail that does not wait for the policy",
    by: "log-delivery-policy",
    source: provider(820),
    rejected: trailed(true, false),
    accepted: trailed(true),
  },
  single(
    "cloudtrail/trail:Trail",
    {
      name: "logs of a trail without all streams",
      by: "aws.cloudtrail.trail.log-group-arn",
      source: docs("awscloudtrail/latest/APIReference/API_CreateTrail.html"),
    },
    { s3BucketName: "trails-464738291005", cloudWatchLogsRoleArn: roleArn("trail") },
    [
      { cloudWatchLogsGroupArn: `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:trail` },
      { cloudWatchLogsGroupArn: `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:trail:*` },
    ],
  ),
  single(
    "cloudtrail/trail:Trail",
    {
      name: "logs of a trail without a role",
      by: "aws.cloudtrail.trail.log-group-and-role",
      source: docs("awscloudtrail/latest/APIReference/API_CreateTrail.html"),
    },
    {
      s3BucketName: "trails-464738291005",
      cloudWatchLogsGroupArn: `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:trail:*`,
    },
    [{}, { cloudWatchLogsRoleArn: roleArn("trail") }],
  ),
  single(
    "cloudwatch/logGroup:LogGroup",
    {
      name: "a log group with a space in its name",
      by: "name-charset",
      source: docs("AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html"),
    },
    { retentionInDays: 30 },
    [{ name: "shop orders" }, { name: "shop/orders#1" }],
  ),
  single(
    "cloudtrail/trail:Trail",
    {
      name: "both kinds of selectors",
      by: "aws.cloudtrail.trail.one-kind-of-selectors",
      source: docs("awscloudtrail/latest/APIReference/API_PutEventSelectors.html"),
    },
    { s3BucketName: "trails-464738291005", eventSelectors: [{ readWriteType: "All", includeManagementEvents: true }] },
    [
      {
        advancedEventSelectors: [
          { name: "management", fieldSelectors: [{ field: "eventCategory", equals: ["Management"] }] },
        ],
      },
      {},
    ],
  ),
];

const lifecycle = (...rules: Record<string, unknown>[]): Record<string, Input> => ({
  repository: "orders",
  policy: JSON.stringify({ rules }),
});
const untagged = {
  rulePriority: 1,
  selection: { tagStatus: "untagged", countType: "sinceImagePushed", countUnit: "days", countNumber: 14 },
  action: { type: "expire" },
};
const ECR = docs("AmazonECR/latest/userguide/lifecycle_policy_parameters.html");
const pool = (inputs: Record<string, Input>): Record<string, Input> => ({ name: "orders", ...inputs });
const POOLS = docs("cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html");
const build = (inputs: Record<string, Input>): Record<string, Input> => ({
  serviceRole: roleArn("build"),
  artifacts: { type: "NO_ARTIFACTS" },
  environment: { computeType: "BUILD_GENERAL1_SMALL", image: "aws/codebuild/standard:7.0", type: "LINUX_CONTAINER" },
  source: { type: "GITHUB", location: "https://github.com/shop/orders.git" },
  ...inputs,
});
const BUILDS = docs("codebuild/latest/APIReference/API_CreateProject.html");
const action = (name: string, inputs: Record<string, Input>): Record<string, Input> => ({
  name,
  owner: "AWS",
  version: "1",
  ...inputs,
});
const sourceAction = action("Source", {
  category: "Source",
  provider: "S3",
  outputArtifacts: ["source"],
  configuration: { S3Bucket: "orders-source-464738", S3ObjectKey: "source.zip", PollForSourceChanges: "false" },
});
const buildAction = (inputs: Record<string, Input> = {}): Record<string, Input> =>
  action("Build", {
    category: "Build",
    provider: "CodeBuild",
    inputArtifacts: ["source"],
    outputArtifacts: ["built"],
    configuration: { ProjectName: "orders" },
    ...inputs,
  });
const pipeline = (...stages: [string, ...Record<string, Input>[]][]): Record<string, Input> => ({
  roleArn: roleArn("pipeline"),
  artifactStores: [{ location: "orders-artifacts-464738", type: "S3" }],
  stages: stages.map(([name, ...actions]) => ({ name, actions })),
});
const PIPELINES = docs("codepipeline/latest/userguide/reference-pipeline-structure.html");
const kafka = (inputs: Record<string, Input>): Record<string, Input> => ({
  clusterName: "orders",
  kafkaVersion: "3.8.x",
  numberOfBrokerNodes: 3,
  encryptionInfo: { encryptionInTransit: { clientBroker: "TLS", inCluster: true } },
  brokerNodeGroupInfo: { instanceType: "kafka.m7g.large", clientSubnets: [...SUBNETS], securityGroups: [GROUP] },
  ...inputs,
});
const broker = (inputs: Record<string, Input>): Record<string, Input> => ({
  brokerName: "orders",
  engineType: "RabbitMQ",
  engineVersion: "3.13",
  hostInstanceType: "mq.m7g.medium",
  deploymentMode: "SINGLE_INSTANCE",
  subnetIds: [SUBNETS[0]],
  users: [{ username: "orders", password: "k7Q2x9M4c1V8b3N6" }],
  autoMinorVersionUpgrade: true,
  ...inputs,
});
const delivery = (inputs: Record<string, Input>): Record<string, Input> => ({
  destination: "extended_s3",
  extendedS3Configuration: { roleArn: roleArn("delivery"), bucketArn: "arn:aws:s3:::orders-archive-464738", ...inputs },
});
const compute = (inputs: Record<string, Input>): Record<string, Input> => ({
  type: "MANAGED",
  serviceRole: roleArn("batch"),
  computeResources: { type: "FARGATE", maxVcpus: 16, subnets: [SUBNETS[0]], securityGroupIds: [GROUP], ...inputs },
});
const job = (inputs: Record<string, Input>): Record<string, Input> => ({
  roleArn: roleArn("glue"),
  glueVersion: "5.0",
  command: { scriptLocation: "s3://orders-code-464738/job.py" },
  ...inputs,
});
const machine = (states: unknown, inputs: Record<string, Input> = {}): Record<string, Input> => ({
  roleArn: roleArn("machine"),
  definition: JSON.stringify({ StartAt: "Charge", States: states }),
  ...inputs,
});
const charge = { Type: "Task", Resource: FUNCTION, End: true };
const STATES = docs("step-functions/latest/dg/statemachine-structure.html");
const sftp = (inputs: Record<string, Input>): Record<string, Input> => ({
  protocols: ["SFTP"],
  securityPolicyName: "TransferSecurityPolicy-2025-03",
  ...inputs,
});
const TRANSFER = docs("transfer/latest/APIReference/API_CreateServer.html");
const files = (inputs: Record<string, Input>): Record<string, Input> => ({
  subnetIds: [SUBNETS[0]],
  securityGroupIds: [GROUP],
  storageType: "SSD",
  ...inputs,
});
const LUSTRE = docs("fsx/latest/APIReference/API_CreateFileSystemLustreConfiguration.html");
const certificate = (inputs: Record<string, Input>): Record<string, Input> => ({ validationMethod: "DNS", ...inputs });
const nodes = (inputs: Record<string, Input>): Record<string, Input> => ({
  clusterName: "orders",
  nodeRoleArn: roleArn("nodes"),
  subnetIds: SUBNETS.slice(0, 2),
  scalingConfig: { desiredSize: 2, minSize: 1, maxSize: 3 },
  ...inputs,
});
const alarm = (inputs: Record<string, Input>): Record<string, Input> => ({
  comparisonOperator: "GreaterThanThreshold",
  metricName: "Errors",
  namespace: "AWS/Lambda",
  statistic: "Sum",
  threshold: 1,
  dimensions: { FunctionName: "orders" },
  evaluationPeriods: 1,
  alarmActions: [`arn:aws:sns:us-east-1:${ACCOUNT}:alerts`],
  ...inputs,
});

function zonesOf(...zones: string[]): BuiltResource[] {
  const subnets = zones.map((availabilityZone, index) =>
    a("ec2/subnet:Subnet", `nodes${String(index)}`, {
      vpcId: "vpc-0d9e2b7a4c6f1835b",
      cidrBlock: `10.20.${String(index)}.0/24`,
      availabilityZone,
    }),
  );
  return [
    ...subnets,
    a("eks/cluster:Cluster", "orders", {
      roleArn: roleArn("cluster"),
      vpcConfig: {
        subnetIds: subnets.map(({ id }) => id as Input),
        endpointPrivateAccess: true,
        endpointPublicAccess: false,
      },
    }),
  ];
}

/** Row 17: the smaller services. */
export const services: readonly Rejection[] = [
  single(
    "ssm/parameter:Parameter",
    {
      name: "a parameter that is too large for its tier",
      by: "aws.ssm.parameter.standard-size",
      source: provider(18521),
    },
    { name: "/orders/routes", type: "String", value: "orders/".repeat(700) },
    [{ tier: "Standard" }, { tier: "Advanced" }],
  ),
  single(
    "ssm/parameter:Parameter",
    {
      name: "a name that begins with aws",
      by: "aws.ssm.parameter.reserved-name",
      source: docs("systems-manager/latest/APIReference/API_PutParameter.html"),
    },
    { type: "String", value: "on" },
    [{ name: "/aws/orders/mode" }, { name: "/orders/aws/mode" }],
  ),
  single(
    "ssm/parameter:Parameter",
    {
      name: "a name with slashes that does not begin with one",
      by: "aws.ssm.parameter.qualified-name",
      source: docs("systems-manager/latest/userguide/sysman-paramstore-hierarchies.html"),
    },
    { type: "String", value: "on" },
    [{ name: "orders/mode" }, { name: "/orders/mode" }],
  ),
  single(
    "ssm/parameter:Parameter",
    {
      name: "a template in double braces",
      by: "aws.ssm.parameter.double-braces",
      source: docs("systems-manager/latest/APIReference/API_PutParameter.html"),
    },
    { name: "/orders/greeting", type: "String" },
    [{ value: "Dear {{ name }}" }, { value: "Dear ${name}" }],
  ),
  single(
    "ssm/maintenanceWindow:MaintenanceWindow",
    {
      name: "a window that stops new tasks before it opens",
      by: "aws.ssm.maintenance-window.cutoff",
      source: docs("systems-manager/latest/APIReference/API_CreateMaintenanceWindow.html"),
    },
    { schedule: "cron(0 6 ? * SUN *)", duration: 2 },
    [{ cutoff: 3 }, { cutoff: 1 }],
  ),
  single(
    "ecr/lifecyclePolicy:LifecyclePolicy",
    { name: "a rule for tagged images without tags", by: "ecr-lifecycle-selection", source: ECR },
    {},
    [
      lifecycle({
        rulePriority: 1,
        selection: { tagStatus: "tagged", countType: "imageCountMoreThan", countNumber: 10 },
        action: { type: "expire" },
      }),
      lifecycle({
        rulePriority: 1,
        selection: { tagStatus: "tagged", tagPrefixList: ["v"], countType: "imageCountMoreThan", countNumber: 10 },
        action: { type: "expire" },
      }),
    ],
  ),
  single(
    "ecr/lifecyclePolicy:LifecyclePolicy",
    {
      name: "a count of images in days",
      by: "aws.ecr.lifecycle-policy.count-unit",
      source: "https://github.com/cloud-custodian/cloud-custodian/issues/5597",
    },
    {},
    [
      lifecycle({
        ...untagged,
        selection: { tagStatus: "untagged", countType: "imageCountMoreThan", countUnit: "days", countNumber: 5 },
      }),
      lifecycle(untagged),
    ],
  ),
  single(
    "ecr/lifecyclePolicy:LifecyclePolicy",
    { name: "a rule for any image that is not the last", by: "ecr-lifecycle-selection", source: ECR },
    {},
    [
      lifecycle(
        {
          rulePriority: 1,
          selection: { tagStatus: "any", countType: "imageCountMoreThan", countNumber: 50 },
          action: { type: "expire" },
        },
        { ...untagged, rulePriority: 2 },
      ),
      lifecycle(untagged, {
        rulePriority: 2,
        selection: { tagStatus: "any", countType: "imageCountMoreThan", countNumber: 50 },
        action: { type: "expire" },
      }),
    ],
  ),
  single(
    "ecr/lifecyclePolicy:LifecyclePolicy",
    { name: "two rules of one priority", by: "aws.ecr.lifecycle-policy.priorities-differ", source: ECR },
    {},
    [
      lifecycle(untagged, {
        rulePriority: 1,
        selection: { tagStatus: "tagged", tagPrefixList: ["v"], countType: "imageCountMoreThan", countNumber: 10 },
        action: { type: "expire" },
      }),
      lifecycle(untagged, {
        rulePriority: 2,
        selection: { tagStatus: "tagged", tagPrefixList: ["v"], countType: "imageCountMoreThan", countNumber: 10 },
        action: { type: "expire" },
      }),
    ],
  ),
  single(
    "cognito/userPool:UserPool",
    { name: "names and aliases at once", by: "aws.cognito.user-pool.aliases-or-names", source: POOLS },
    {},
    [pool({ aliasAttributes: ["email"], usernameAttributes: ["email"] }), pool({ usernameAttributes: ["email"] })],
  ),
  single(
    "cognito/userPool:UserPool",
    {
      name: "a second factor that is not configured",
      by: "aws.cognito.user-pool.mfa-method",
      source: "https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/2221",
    },
    {},
    [
      pool({ mfaConfiguration: "ON" }),
      pool({ mfaConfiguration: "ON", softwareTokenMfaConfiguration: { enabled: true } }),
    ],
  ),
  single(
    "cognito/userPool:UserPool",
    {
      name: "e-mail of your own without its identity",
      by: "aws.cognito.user-pool.developer-email",
      source: docs("cognito-user-identity-pools/latest/APIReference/API_EmailConfigurationType.html"),
    },
    {},
    [
      pool({ emailConfiguration: { emailSendingAccount: "DEVELOPER", fromEmailAddress: "orders@shop.io" } }),
      pool({
        emailConfiguration: {
          emailSendingAccount: "DEVELOPER",
          fromEmailAddress: "orders@shop.io",
          sourceArn: `arn:aws:ses:us-east-1:${ACCOUNT}:identity/shop.io`,
        },
      }),
    ],
  ),
  single(
    "cognito/userPoolClient:UserPoolClient",
    {
      name: "a flow without scopes",
      by: "aws.cognito.user-pool-client.oauth-scopes",
      source: docs("cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html"),
    },
    {
      userPoolId: "us-east-1_k4Q7x2M9c",
      allowedOauthFlowsUserPoolClient: true,
      allowedOauthFlows: ["code"],
      callbackUrls: ["https://shop.io/back"],
      supportedIdentityProviders: ["COGNITO"],
    },
    [{}, { allowedOauthScopes: ["openid"] }],
  ),
  single(
    "cognito/userPoolClient:UserPoolClient",
    {
      name: "client credentials without a secret",
      by: "aws.cognito.user-pool-client.client-credentials-secret",
      source: docs("cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html"),
    },
    {
      userPoolId: "us-east-1_k4Q7x2M9c",
      allowedOauthFlowsUserPoolClient: true,
      allowedOauthFlows: ["client_credentials"],
      allowedOauthScopes: ["orders/read"],
    },
    [{ generateSecret: false }, { generateSecret: true }],
  ),
  single(
    "codebuild/project:Project",
    {
      name: "a pipeline's source without its artifacts",
      by: "aws.codebuild.project.pipeline-artifacts",
      source: "https://github.com/cloudposse/terraform-aws-codebuild/issues/23",
    },
    {},
    [
      build({ source: { type: "CODEPIPELINE" } }),
      build({ source: { type: "CODEPIPELINE" }, artifacts: { type: "CODEPIPELINE" } }),
    ],
  ),
  single(
    "codebuild/project:Project",
    {
      name: "artifacts in S3 without a bucket",
      by: "aws.codebuild.project.artifact-bucket",
      source: docs("codebuild/latest/APIReference/API_ProjectArtifacts.html"),
    },
    {},
    [build({ artifacts: { type: "S3" } }), build({ artifacts: { type: "S3", location: "orders-artifacts-464738" } })],
  ),
  single(
    "codebuild/project:Project",
    {
      name: "no source and no build specification",
      by: "aws.codebuild.project.no-source-buildspec",
      source: docs("codebuild/latest/APIReference/API_ProjectSource.html"),
    },
    {},
    [
      build({ source: { type: "NO_SOURCE" } }),
      build({ source: { type: "NO_SOURCE", buildspec: "version: 0.2\nphases: {build: {commands: [make]}}\n" } }),
    ],
  ),
  single(
    "codebuild/project:Project",
    { name: "a small machine for a GPU", by: "aws.codebuild.project.gpu-size", source: BUILDS },
    {},
    [
      build({
        environment: {
          computeType: "BUILD_GENERAL1_MEDIUM",
          image: "aws/codebuild/standard:7.0",
          type: "LINUX_GPU_CONTAINER",
        },
      }),
      build({
        environment: {
          computeType: "BUILD_GENERAL1_LARGE",
          image: "aws/codebuild/standard:7.0",
          type: "LINUX_GPU_CONTAINER",
        },
      }),
    ],
  ),
  single(
    "codepipeline/pipeline:Pipeline",
    { name: "a source in the second stage", by: "codepipeline-structure", source: PIPELINES },
    {},
    [
      pipeline(["Build", buildAction({ inputArtifacts: [] })], ["Source", sourceAction]),
      pipeline(["Source", sourceAction], ["Build", buildAction()]),
    ],
  ),
  single(
    "codepipeline/pipeline:Pipeline",
    { name: "an artifact that no action makes", by: "codepipeline-structure", source: cdk(2549) },
    {},
    [
      pipeline(["Source", sourceAction], ["Build", buildAction({ inputArtifacts: ["sources"] })]),
      pipeline(["Source", sourceAction], ["Build", buildAction()]),
    ],
  ),
  single(
    "codepipeline/pipeline:Pipeline",
    { name: "one stage", by: "aws.codepipeline.pipeline.stage-count", source: PIPELINES },
    {},
    [pipeline(["Source", sourceAction]), pipeline(["Source", sourceAction], ["Build", buildAction()])],
  ),
  single(
    "codepipeline/pipeline:Pipeline",
    {
      name: "a build without an input",
      by: "codepipeline-structure",
      source: "https://github.com/awsdocs/aws-cloudformation-user-guide/pull/941",
    },
    {},
    [
      pipeline(["Source", sourceAction], ["Build", buildAction({ inputArtifacts: [] })]),
      pipeline(["Source", sourceAction], ["Build", buildAction()]),
    ],
  ),
  single(
    "codepipeline/pipeline:Pipeline",
    { name: "two stages of one name", by: "aws.codepipeline.pipeline.stage-names", source: PIPELINES },
    {},
    [
      pipeline(["Source", sourceAction], ["Source", buildAction()]),
      pipeline(["Source", sourceAction], ["Build", buildAction()]),
    ],
  ),
  single(
    "acm/certificate:Certificate",
    {
      name: "a domain of more than 64 characters",
      by: "aws.acm.certificate.domain-length",
      source: docs("acm/latest/APIReference/API_RequestCertificate.html"),
    },
    {},
    [
      certificate({ domainName: `${"orders".repeat(10)}.shop.io` }),
      certificate({ domainName: `${"orders".repeat(8)}.shop.io` }),
    ],
  ),
  single(
    "acm/certificate:Certificate",
    {
      name: "an asterisk within a name",
      by: "aws.acm.certificate.wildcard",
      source: docs("acm/latest/APIReference/API_RequestCertificate.html"),
    },
    {},
    [certificate({ domainName: "orders.*.shop.io" }), certificate({ domainName: "*.orders.shop.io" })],
  ),
  single(
    "msk/cluster:Cluster",
    {
      name: "brokers that do not divide by the subnets",
      by: "aws.msk.cluster.broker-count",
      source: "https://github.com/stackshy/cloudemu/pull/389",
    },
    {},
    [kafka({ numberOfBrokerNodes: 4 }), kafka({ numberOfBrokerNodes: 6 })],
  ),
  single(
    "msk/cluster:Cluster",
    {
      name: "certificates of clients without TLS",
      by: "aws.msk.cluster.client-tls",
      source: docs("msk/latest/developerguide/msk-authentication.html"),
    },
    {
      clientAuthentication: {
        tls: {
          certificateAuthorityArns: [
            `arn:aws:acm-pca:us-east-1:${ACCOUNT}:certificate-authority/6b1f2c3d-4e5a-4b6c-8d7e-9f0a1b2c3d4e`,
          ],
        },
      },
    },
    [kafka({ encryptionInfo: { encryptionInTransit: { clientBroker: "PLAINTEXT", inCluster: true } } }), kafka({})],
  ),
  single(
    "mq/broker:Broker",
    {
      name: "two users of RabbitMQ",
      by: "aws.mq.broker.rabbitmq-users",
      source: "https://github.com/cloudposse/terraform-aws-mq-broker/issues/21",
    },
    {},
    [
      broker({
        users: [
          { username: "orders", password: "k7Q2x9M4c1V8b3N6" },
          { username: "invoices", password: "z0L5p4R7t2W9k7Q2" },
        ],
      }),
      broker({}),
    ],
  ),
  single(
    "mq/broker:Broker",
    {
      name: "one instance in two subnets",
      by: "aws.mq.broker.single-subnet",
      source: "https://github.com/awsdocs/aws-cloudformation-user-guide/issues/347",
    },
    {},
    [broker({ subnetIds: SUBNETS.slice(0, 2) }), broker({})],
  ),
  single(
    "mq/broker:Broker",
    {
      name: "audit logs of RabbitMQ",
      by: "aws.mq.broker.rabbitmq-audit",
      source: "https://github.com/ansible-collections/community.aws/issues/2130",
    },
    {},
    [broker({ logs: { audit: true, general: true } }), broker({ logs: { general: true } })],
  ),
  single(
    "mq/broker:Broker",
    {
      name: "a cluster of ActiveMQ",
      by: "aws.mq.broker.deployment-mode",
      source: docs("amazon-mq/latest/api-reference/brokers.html"),
    },
    { engineType: "ActiveMQ", engineVersion: "5.18", subnetIds: SUBNETS.slice(0, 2) },
    [
      broker({
        engineType: "ActiveMQ",
        engineVersion: "5.18",
        deploymentMode: "CLUSTER_MULTI_AZ",
        subnetIds: SUBNETS.slice(0, 2),
      }),
      broker({
        engineType: "ActiveMQ",
        engineVersion: "5.18",
        deploymentMode: "ACTIVE_STANDBY_MULTI_AZ",
        subnetIds: SUBNETS.slice(0, 2),
      }),
    ],
  ),
  single(
    "kinesis/stream:Stream",
    {
      name: "shards of a stream on demand",
      by: "aws.kinesis.stream.on-demand-shards",
      source: docs("kinesis/latest/APIReference/API_CreateStream.html"),
    },
    { streamModeDetails: { streamMode: "ON_DEMAND" } },
    [{ shardCount: 2 }, {}],
  ),
  single(
    "kinesis/stream:Stream",
    {
      name: "encryption without a key",
      by: "aws.kinesis.stream.encryption-key",
      source: docs("kinesis/latest/APIReference/API_StartStreamEncryption.html"),
    },
    { shardCount: 1, encryptionType: "KMS" },
    [{}, { kmsKeyId: "alias/aws/kinesis" }],
  ),
  single(
    "kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
    {
      name: "partitions with a small buffer",
      by: "aws.kinesis.firehose-delivery-stream.partition-buffer",
      source: "https://github.com/awslabs/aws-solutions-constructs/issues/648",
    },
    {},
    [
      delivery({
        dynamicPartitioningConfiguration: { enabled: true },
        bufferingSize: 5,
        prefix: "orders/!{partitionKeyFromLambda:year}/",
        errorOutputPrefix: "errors/",
        processingConfiguration: {
          enabled: true,
          processors: [
            { type: "Lambda", parameters: [{ parameterName: "LambdaArn", parameterValue: `${FUNCTION}:1` }] },
          ],
        },
      }),
      delivery({
        dynamicPartitioningConfiguration: { enabled: true },
        bufferingSize: 64,
        prefix: "orders/!{partitionKeyFromLambda:year}/",
        errorOutputPrefix: "errors/",
        processingConfiguration: {
          enabled: true,
          processors: [
            { type: "Lambda", parameters: [{ parameterName: "LambdaArn", parameterValue: `${FUNCTION}:1` }] },
          ],
        },
      }),
    ],
  ),
  single(
    "kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
    {
      name: "a prefix with keys of partitions that are off",
      by: "aws.kinesis.firehose-delivery-stream.partition-prefix",
      source: provider(29092),
    },
    {},
    [
      delivery({ prefix: "orders/!{partitionKeyFromQuery:customer}/", errorOutputPrefix: "errors/" }),
      delivery({ prefix: "orders/!{timestamp:yyyy}/", errorOutputPrefix: "errors/" }),
    ],
  ),
  single(
    "kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
    {
      name: "expressions in a prefix without one for errors",
      by: "aws.kinesis.firehose-delivery-stream.error-prefix",
      source: docs("firehose/latest/dev/s3-prefixes.html"),
    },
    {},
    [
      delivery({ prefix: "orders/!{timestamp:yyyy}/" }),
      delivery({ prefix: "orders/!{timestamp:yyyy}/", errorOutputPrefix: "errors/" }),
    ],
  ),
  single(
    "batch/computeEnvironment:ComputeEnvironment",
    {
      name: "a smallest size of Fargate",
      by: "aws.batch.compute-environment.fargate-settings",
      source: "https://github.com/hashicorp/terraform-provider-aws/pull/16819",
    },
    {},
    [compute({ minVcpus: 2 }), compute({})],
  ),
  single(
    "batch/computeEnvironment:ComputeEnvironment",
    {
      name: "instances without a role",
      by: "aws.batch.compute-environment.instance-role",
      source: "https://github.com/getmoto/moto/pull/6470",
    },
    {},
    [
      compute({ type: "EC2", minVcpus: 0, instanceTypes: ["m7g.large"] }),
      compute({
        type: "EC2",
        minVcpus: 0,
        instanceTypes: ["m7g.large"],
        instanceRole: `arn:aws:iam::${ACCOUNT}:instance-profile/batch`,
      }),
    ],
  ),
  single(
    "batch/computeEnvironment:ComputeEnvironment",
    {
      name: "sizes the wrong way round",
      by: "aws.batch.compute-environment.vcpu-range",
      source: docs("batch/latest/APIReference/API_ComputeResource.html"),
    },
    {},
    [
      compute({
        type: "EC2",
        minVcpus: 32,
        instanceTypes: ["m7g.large"],
        instanceRole: `arn:aws:iam::${ACCOUNT}:instance-profile/batch`,
      }),
      compute({
        type: "EC2",
        minVcpus: 4,
        instanceTypes: ["m7g.large"],
        instanceRole: `arn:aws:iam::${ACCOUNT}:instance-profile/batch`,
      }),
    ],
  ),
  single(
    "glue/job:Job",
    {
      name: "workers without a type",
      by: "aws.glue.job.worker-type-and-number",
      source: "https://github.com/aws/aws-cdk/pull/26241",
    },
    {},
    [job({ numberOfWorkers: 4 }), job({ numberOfWorkers: 4, workerType: "G.1X" })],
  ),
  single(
    "glue/job:Job",
    {
      name: "workers and a capacity",
      by: "aws.glue.job.capacity-or-workers",
      source: "https://github.com/boto/boto3/issues/2644",
    },
    {},
    [job({ numberOfWorkers: 4, workerType: "G.1X", maxCapacity: 4 }), job({ numberOfWorkers: 4, workerType: "G.1X" })],
  ),
  single(
    "glue/trigger:Trigger",
    {
      name: "a trigger by time without a time",
      by: "aws.glue.trigger.schedule",
      source: docs("glue/latest/dg/aws-glue-api-jobs-trigger.html"),
    },
    { type: "SCHEDULED", actions: [{ jobName: "orders" }] },
    [{}, { schedule: "cron(15 12 * * ? *)" }],
  ),
  single(
    "sfn/stateMachine:StateMachine",
    {
      name: "a state that leads nowhere",
      by: "state-machine-definition",
      source: "https://github.com/localstack/localstack/issues/11978",
    },
    {},
    [
      machine({ Charge: { Type: "Pass", Next: "Ship" } }),
      machine({ Charge: { Type: "Pass", Next: "Ship" }, Ship: { Type: "Succeed" } }),
    ],
  ),
  single(
    "sfn/stateMachine:StateMachine",
    {
      name: "a state that nothing leads to",
      by: "state-machine-definition",
      source: "https://github.com/localstack/localstack/pull/12487",
    },
    {},
    [
      machine({ Charge: charge, Ship: charge }),
      machine({ Charge: { ...charge, End: undefined, Next: "Ship" }, Ship: charge }),
    ],
  ),
  single(
    "sfn/stateMachine:StateMachine",
    {
      name: "a first state that is not there",
      by: "state-machine-definition",
      source: "https://github.com/serverless-operations/serverless-step-functions/issues/250",
    },
    {},
    [machine({ Pay: charge }), machine({ Charge: charge })],
  ),
  single(
    "sfn/stateMachine:StateMachine",
    {
      name: "an output path that is no path",
      by: "state-machine-definition",
      source: "https://github.com/aws-cloudformation/cfn-lint/issues/4078",
    },
    {},
    [
      machine({ Charge: { ...charge, OutputPath: "Payload" } }),
      machine({ Charge: { ...charge, InputPath: null, OutputPath: "$$.Execution.Id", ResultPath: "$.paid" } }),
    ],
  ),
  single(
    "sfn/stateMachine:StateMachine",
    {
      name: "a path inside of parameters that is no path",
      by: "state-machine-definition",
      source: docs("step-functions/latest/dg/input-output-inputpath-params.html"),
    },
    {},
    [
      machine({ Charge: { ...charge, Parameters: { orders: [{ "id.$": "order.id" }] } } }),
      machine({
        Charge: {
          ...charge,
          Parameters: { orders: [{ "id.$": "$.order.id", "key.$": "States.UUID()", note: "order.id" }] },
        },
      }),
    ],
  ),
  single(
    "sfn/stateMachine:StateMachine",
    {
      name: "an express workflow that waits for a job",
      by: "state-machine-definition",
      source: docs("step-functions/latest/dg/choosing-workflow-type.html"),
    },
    {},
    [
      machine({ Charge: { ...charge, Resource: "arn:aws:states:::ecs:runTask.sync" } }, { type: "EXPRESS" }),
      machine({ Charge: { ...charge, Resource: "arn:aws:states:::ecs:runTask" } }, { type: "EXPRESS" }),
    ],
  ),
  single(
    "sfn/stateMachine:StateMachine",
    { name: "a task without a resource", by: "state-machine-definition", source: STATES },
    {},
    [machine({ Charge: { Type: "Task", End: true } }), machine({ Charge: charge })],
  ),
  single(
    "sfn/stateMachine:StateMachine",
    { name: "a state that neither ends nor goes on", by: "state-machine-definition", source: STATES },
    {},
    [machine({ Charge: { Type: "Task", Resource: FUNCTION } }), machine({ Charge: charge })],
  ),
  single(
    "sfn/stateMachine:StateMachine",
    {
      name: "logs without a group",
      by: "aws.sfn.state-machine.log-destination",
      source: docs("step-functions/latest/apireference/API_LoggingConfiguration.html"),
    },
    {},
    [
      machine({ Charge: charge }, { loggingConfiguration: { level: "ERROR", includeExecutionData: false } }),
      machine(
        { Charge: charge },
        {
          loggingConfiguration: {
            level: "ERROR",
            includeExecutionData: false,
            logDestination: `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:/states/orders:*`,
          },
        },
      ),
    ],
  ),
  single(
    "sfn/stateMachine:StateMachine",
    {
      name: "the ARN of a log group without all streams",
      by: "aws.sfn.state-machine.log-group-arn",
      source: docs("step-functions/latest/apireference/API_CloudWatchLogsLogGroup.html"),
    },
    {},
    [
      machine(
        { Charge: charge },
        {
          loggingConfiguration: {
            level: "ERROR",
            logDestination: `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:/states/orders`,
          },
        },
      ),
      machine(
        { Charge: charge },
        {
          loggingConfiguration: {
            level: "ERROR",
            logDestination: `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:/states/orders:*`,
          },
        },
      ),
    ],
  ),
  single(
    "secretsmanager/secret:Secret",
    {
      name: "five days to recover a secret",
      by: "aws.secretsmanager.secret.recovery-window",
      source: docs("secretsmanager/latest/apireference/API_DeleteSecret.html"),
    },
    { name: "orders" },
    [{ recoveryWindowInDays: 5 }, { recoveryWindowInDays: 7 }],
  ),
  {
    name: "a cluster in one zone",
    by: "db-subnet-group-zones",
    source: "https://github.com/WesleyCharlesBlake/terraform-aws-eks/issues/41",
    rejected: zonesOf("us-east-1a", "us-east-1a"),
    accepted: zonesOf("us-east-1a", "us-east-1b"),
  },
  single(
    "eks/nodeGroup:NodeGroup",
    {
      name: "more nodes than the most",
      by: "aws.eks.node-group.size-range",
      source: docs("eks/latest/APIReference/API_NodegroupScalingConfig.html"),
    },
    {},
    [nodes({ scalingConfig: { desiredSize: 5, minSize: 1, maxSize: 3 } }), nodes({})],
  ),
  single(
    "eks/nodeGroup:NodeGroup",
    {
      name: "a disk beside a launch template",
      by: "aws.eks.node-group.template-disk",
      source: docs("eks/latest/APIReference/API_CreateNodegroup.html"),
    },
    { launchTemplate: { id: "lt-0b7d3f9a5c1e82460", version: "3" } },
    [nodes({ diskSize: 50 }), nodes({})],
  ),
  single(
    "eks/cluster:Cluster",
    {
      name: "an endpoint that is neither public nor private",
      by: "aws.eks.cluster.endpoint",
      source: docs("eks/latest/userguide/cluster-endpoint.html"),
    },
    { roleArn: roleArn("cluster") },
    [
      { vpcConfig: { subnetIds: SUBNETS.slice(0, 2), endpointPublicAccess: false, endpointPrivateAccess: false } },
      { vpcConfig: { subnetIds: SUBNETS.slice(0, 2), endpointPublicAccess: false, endpointPrivateAccess: true } },
    ],
  ),
  single(
    "transfer/server:Server",
    { name: "FTP on a public endpoint", by: "aws.transfer.server.ftp-endpoint", source: TRANSFER },
    { identityProviderType: "AWS_LAMBDA", function: FUNCTION },
    [
      { protocols: ["FTP"] },
      {
        protocols: ["FTP"],
        endpointType: "VPC",
        endpointDetails: { vpcId: "vpc-0d9e2b7a4c6f1835b", subnetIds: [SUBNETS[0]], securityGroupIds: [GROUP] },
      },
    ],
  ),
  single(
    "transfer/server:Server",
    { name: "FTPS without a certificate", by: "aws.transfer.server.ftps-certificate", source: TRANSFER },
    {
      identityProviderType: "AWS_LAMBDA",
      function: FUNCTION,
      endpointType: "VPC",
      endpointDetails: { vpcId: "vpc-0d9e2b7a4c6f1835b", subnetIds: [SUBNETS[0]], securityGroupIds: [GROUP] },
    },
    [
      { protocols: ["FTPS"] },
      {
        protocols: ["FTPS"],
        certificate: `arn:aws:acm:us-east-1:${ACCOUNT}:certificate/6b1f2c3d-4e5a-4b6c-8d7e-9f0a1b2c3d4e`,
      },
    ],
  ),
  single(
    "transfer/server:Server",
    {
      name: "an address of a provider that the service manages itself",
      by: "aws.transfer.server.service-managed",
      source: provider(19923),
    },
    {},
    [
      sftp({
        identityProviderType: "SERVICE_MANAGED",
        url: "https://login.shop.io/",
        invocationRole: roleArn("transfer"),
      }),
      sftp({ identityProviderType: "SERVICE_MANAGED" }),
    ],
  ),
  single(
    "fsx/lustreFileSystem:LustreFileSystem",
    {
      name: "persistent storage without its rate",
      by: "aws.fsx.lustre-file-system.throughput-required",
      source: "https://github.com/aws-samples/pcluster-manager/issues/353",
    },
    { storageCapacity: 1200 },
    [
      files({ deploymentType: "PERSISTENT_2" }),
      files({ deploymentType: "PERSISTENT_2", perUnitStorageThroughput: 250 }),
    ],
  ),
  single(
    "fsx/lustreFileSystem:LustreFileSystem",
    {
      name: "a rate of another generation",
      by: "aws.fsx.lustre-file-system.persistent-2-throughput",
      source: "https://github.com/aws/aws-cdk/pull/18626",
    },
    { storageCapacity: 1200 },
    [
      files({ deploymentType: "PERSISTENT_2", perUnitStorageThroughput: 200 }),
      files({ deploymentType: "PERSISTENT_1", perUnitStorageThroughput: 200 }),
    ],
  ),
  single(
    "fsx/lustreFileSystem:LustreFileSystem",
    { name: "a rate of scratch storage", by: "aws.fsx.lustre-file-system.scratch-throughput", source: LUSTRE },
    { storageCapacity: 1200 },
    [files({ deploymentType: "SCRATCH_2", perUnitStorageThroughput: 200 }), files({ deploymentType: "SCRATCH_2" })],
  ),
  single(
    "fsx/windowsFileSystem:WindowsFileSystem",
    {
      name: "several zones without a preferred one",
      by: "aws.fsx.windows-file-system.preferred-subnet",
      source: docs("fsx/latest/APIReference/API_CreateFileSystemWindowsConfiguration.html"),
    },
    {
      storageCapacity: 300,
      throughputCapacity: 32,
      deploymentType: "MULTI_AZ_1",
      subnetIds: SUBNETS.slice(0, 2),
      activeDirectoryId: "d-9067a1b2c3",
    },
    [{}, { preferredSubnetId: SUBNETS[0] }],
  ),
  single(
    "kms/alias:Alias",
    { name: "an alias of AWS", by: "name-charset", source: docs("kms/latest/APIReference/API_CreateAlias.html") },
    { targetKeyId: "6b1f2c3d-4e5a-4b6c-8d7e-9f0a1b2c3d4e" },
    [{ name: "alias/aws/orders" }, { name: "alias/orders" }],
  ),
  single(
    "kms/key:Key",
    {
      name: "rotation of a key pair",
      by: "aws.kms.key.rotation-spec",
      source: docs("kms/latest/developerguide/rotate-keys.html"),
    },
    { customerMasterKeySpec: "RSA_2048", keyUsage: "SIGN_VERIFY" },
    [{ enableKeyRotation: true }, { enableKeyRotation: false }],
  ),
  single(
    "cloudwatch/metricAlarm:MetricAlarm",
    {
      name: "a period of 45 seconds",
      by: "aws.cloudwatch.metric-alarm.period",
      source: docs("AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html"),
    },
    {},
    [alarm({ period: 45 }), alarm({ period: 60 })],
  ),
  single(
    "cloudwatch/metricAlarm:MetricAlarm",
    {
      name: "more data points than periods",
      by: "aws.cloudwatch.metric-alarm.data-points",
      source: docs("AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html"),
    },
    {},
    [alarm({ period: 60, datapointsToAlarm: 3 }), alarm({ period: 60, datapointsToAlarm: 1 })],
  ),
  single(
    "efs/fileSystem:FileSystem",
    {
      name: "provisioned throughput without its rate",
      by: "aws.efs.file-system.provisioned-throughput",
      source: docs("efs/latest/ug/API_CreateFileSystem.html"),
    },
    { encrypted: true, throughputMode: "provisioned" },
    [{}, { provisionedThroughputInMibps: 64 }],
  ),
  single(
    "backup/plan:Plan",
    {
      name: "backups that leave cold storage too early",
      by: "aws.backup.plan.cold-storage-days",
      source: docs("aws-backup/latest/devguide/API_Lifecycle.html"),
    },
    { name: "orders" },
    [
      {
        rules: [
          {
            ruleName: "daily",
            targetVaultName: "orders",
            schedule: "cron(0 5 ? * * *)",
            lifecycle: { coldStorageAfter: 30, deleteAfter: 60 },
          },
        ],
      },
      {
        rules: [
          {
            ruleName: "daily",
            targetVaultName: "orders",
            schedule: "cron(0 5 ? * * *)",
            lifecycle: { coldStorageAfter: 30, deleteAfter: 150 },
          },
        ],
      },
    ],
  ),
  single(
    "appautoscaling/policy:Policy",
    {
      name: "steps that overlap",
      by: "aws.appautoscaling.policy.step-bounds",
      source: docs("autoscaling/application/userguide/application-auto-scaling-step-scaling-policies.html"),
    },
    {
      serviceNamespace: "ecs",
      resourceId: "service/orders/orders",
      scalableDimension: "ecs:service:DesiredCount",
      policyType: "StepScaling",
    },
    [
      {
        stepScalingPolicyConfiguration: {
          adjustmentType: "ChangeInCapacity",
          stepAdjustments: [{ metricIntervalLowerBound: "20", metricIntervalUpperBound: "10", scalingAdjustment: 1 }],
        },
      },
      {
        stepScalingPolicyConfiguration: {
          adjustmentType: "ChangeInCapacity",
          stepAdjustments: [{ metricIntervalLowerBound: "0", scalingAdjustment: 1 }],
        },
      },
    ],
  ),
  single(
    "sqs/queue:Queue",
    {
      name: "a tag that begins with aws:",
      by: "tag-limits",
      source: docs("tag-editor/latest/userguide/best-practices-and-strats.html"),
    },
    {},
    [{ tags: { "aws:team": "orders" } }, { tags: { "team:aws": "orders" } }],
  ),
  single(
    "iam/role:Role",
    {
      name: "the value of a tag with a question mark",
      by: "tag-limits",
      source: docs("IAM/latest/APIReference/API_Tag.html"),
    },
    { assumeRolePolicy: trust("lambda.amazonaws.com") },
    [{ tags: { owner: "orders;team?" } }, { tags: { owner: "orders team @ shop.io" } }],
  ),
];

function cdk(issue: number): string {
  return `https://github.com/aws/aws-cdk/issues/${String(issue)}`;
}
