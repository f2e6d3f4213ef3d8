import type { BuiltResource, Input } from "../../src/testing/stack";
import { a, allow, document } from "../attack/kit";
import { ACCOUNT, docs, role, roleArn, single, SUBNETS, trust, VPC, type Rejection } from "./kit";

const SERVICES = docs("IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html");

/** A resource that takes a role: refused with a role that another service may assume. */
function assumed(
  name: string,
  [type, source]: readonly [string, string],
  [wrong, right]: readonly [string, string],
  inputs: (role: BuiltResource) => Record<string, Input>,
): Rejection {
  const program = (service: string): BuiltResource[] => {
    const own = role(service);
    return [own, a(type, "orders", inputs(own))];
  };
  return { name, by: "role-trusts-service", source, rejected: program(wrong), accepted: program(right) };
}

const PIPELINE: Input = [
  {
    name: "Source",
    actions: [
      {
        name: "Source",
        category: "Source",
        owner: "AWS",
        provider: "CodeStarSourceConnection",
        version: "1",
        outputArtifacts: ["source"],
        configuration: {
          ConnectionArn: "arn:aws:codeconnections:us-east-1:464738291005:connection/orders",
          FullRepositoryId: "shop/orders",
          BranchName: "main",
        },
      },
    ],
  },
  {
    name: "Build",
    actions: [
      {
        name: "Build",
        category: "Build",
        owner: "AWS",
        provider: "CodeBuild",
        version: "1",
        inputArtifacts: ["source"],
        configuration: { ProjectName: "orders" },
      },
    ],
  },
];

/** Row 1: a role must be assumable by the service that uses it. */
export const roles: readonly Rejection[] = [
  assumed(
    "a function with the role of an instance",
    ["lambda/function:Function", "https://github.com/pdomala/LambdaCDDemo/issues/1"],
    ["ec2.amazonaws.com", "lambda.amazonaws.com"],
    ({ arn }) => ({
      role: arn,
      runtime: "nodejs22.x",
      handler: "index.handler",
      s3Bucket: "orders-code",
      s3Key: "orders.zip",
    }),
  ),
  assumed(
    "a state machine with the role of a function",
    ["sfn/stateMachine:StateMachine", "https://github.com/lumigo-io/lumigo-CLI/issues/83"],
    ["lambda.amazonaws.com", "states.amazonaws.com"],
    ({ arn }) => ({
      roleArn: arn,
      definition: JSON.stringify({ StartAt: "Done", States: { Done: { Type: "Succeed" } } }),
    }),
  ),
  assumed(
    "a schedule with the role of a rule",
    ["scheduler/schedule:Schedule", "https://github.com/aws/aws-sdk-js-v3/issues/6494"],
    ["events.amazonaws.com", "scheduler.amazonaws.com"],
    ({ arn }) => ({
      scheduleExpression: "rate(1 hour)",
      flexibleTimeWindow: { mode: "OFF" },
      target: { arn: `arn:aws:lambda:us-east-1:${ACCOUNT}:function:orders`, roleArn: arn },
    }),
  ),
  assumed(
    "a rule's target with the role of a schedule",
    ["cloudwatch/eventTarget:EventTarget", "https://github.com/Miserlou/Zappa/issues/381"],
    ["scheduler.amazonaws.com", "events.amazonaws.com"],
    ({ arn }) => ({
      rule: "orders",
      arn: `arn:aws:states:us-east-1:${ACCOUNT}:stateMachine:orders`,
      roleArn: arn,
    }),
  ),
  assumed(
    "a pipe with the role of a rule",
    ["pipes/pipe:Pipe", docs("eventbridge/latest/userguide/eb-pipes-permissions.html")],
    ["events.amazonaws.com", "pipes.amazonaws.com"],
    ({ arn }) => ({
      roleArn: arn,
      source: `arn:aws:sqs:us-east-1:${ACCOUNT}:orders`,
      target: `arn:aws:states:us-east-1:${ACCOUNT}:stateMachine:orders`,
      targetParameters: { stepFunctionStateMachineParameters: { invocationType: "FIRE_AND_FORGET" } },
    }),
  ),
  assumed(
    "a build project with the role of a pipeline",
    ["codebuild/project:Project", docs("codebuild/latest/userguide/setting-up-service-role.html")],
    ["codepipeline.amazonaws.com", "codebuild.amazonaws.com"],
    ({ arn }) => ({
      serviceRole: arn,
      artifacts: { type: "NO_ARTIFACTS" },
      environment: {
        computeType: "BUILD_GENERAL1_SMALL",
        image: "aws/codebuild/standard:7.0",
        type: "LINUX_CONTAINER",
      },
      source: { type: "NO_SOURCE", buildspec: "version: 0.2\nphases: {build: {commands: [make]}}\n" },
    }),
  ),
  assumed(
    "a delivery stream with the role of a function",
    ["kinesis/firehoseDeliveryStream:FirehoseDeliveryStream", docs("firehose/latest/dev/controlling-access.html")],
    ["lambda.amazonaws.com", "firehose.amazonaws.com"],
    ({ arn }) => ({
      destination: "extended_s3",
      extendedS3Configuration: { roleArn: arn, bucketArn: "arn:aws:s3:::orders-archive-464738" },
    }),
  ),
  assumed(
    "a crawler with the role of a function",
    ["glue/crawler:Crawler", docs("glue/latest/dg/create-an-iam-role.html")],
    ["lambda.amazonaws.com", "glue.amazonaws.com"],
    ({ arn }) => ({ role: arn, databaseName: "orders", s3Targets: [{ path: "s3://orders-archive-464738/daily" }] }),
  ),
  assumed(
    "a cluster with the role of its nodes",
    ["eks/cluster:Cluster", docs("eks/latest/userguide/cluster-iam-role.html")],
    ["ec2.amazonaws.com", "eks.amazonaws.com"],
    ({ arn }) => ({
      roleArn: arn,
      vpcConfig: { subnetIds: SUBNETS.slice(0, 2), endpointPrivateAccess: true, endpointPublicAccess: false },
    }),
  ),
  assumed(
    "nodes with the role of the cluster",
    ["eks/nodeGroup:NodeGroup", docs("eks/latest/userguide/create-node-role.html")],
    ["eks.amazonaws.com", "ec2.amazonaws.com"],
    ({ arn }) => ({
      clusterName: "orders",
      nodeRoleArn: arn,
      subnetIds: SUBNETS.slice(0, 2),
      scalingConfig: { desiredSize: 2, minSize: 1, maxSize: 3 },
    }),
  ),
  assumed(
    "an execution role of tasks that trusts ECS itself",
    ["ecs/taskDefinition:TaskDefinition", docs("AmazonECS/latest/developerguide/task_execution_IAM_role.html")],
    ["ecs.amazonaws.com", "ecs-tasks.amazonaws.com"],
    ({ arn }) => ({
      family: "orders",
      executionRoleArn: arn,
      containerDefinitions: JSON.stringify([
        { name: "orders", image: "public.ecr.aws/nginx/nginx:1.27", memory: 256, essential: true },
      ]),
    }),
  ),
  assumed(
    "enhanced monitoring with the role of RDS",
    ["rds/instance:Instance", docs("AmazonRDS/latest/UserGuide/USER_Monitoring.OS.Enabling.html")],
    ["rds.amazonaws.com", "monitoring.rds.amazonaws.com"],
    ({ arn }) => ({
      engine: "postgres",
      engineVersion: "16.10",
      instanceClass: "db.t4g.medium",
      allocatedStorage: 50,
      username: "orders_owner",
      manageMasterUserPassword: true,
      storageEncrypted: true,
      monitoringInterval: 60,
      monitoringRoleArn: arn,
      skipFinalSnapshot: false,
      finalSnapshotIdentifier: "orders-final",
    }),
  ),
  assumed(
    "flow logs with the role of a function",
    ["ec2/flowLog:FlowLog", docs("vpc/latest/userguide/flow-logs-iam-role.html")],
    ["lambda.amazonaws.com", "vpc-flow-logs.amazonaws.com"],
    ({ arn }) => ({
      vpcId: VPC,
      trafficType: "ALL",
      iamRoleArn: arn,
      logDestination: `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:/vpc/orders`,
    }),
  ),
  assumed(
    "a deployment group with the role of an instance",
    [
      "codedeploy/deploymentGroup:DeploymentGroup",
      docs("codedeploy/latest/userguide/getting-started-create-service-role.html"),
    ],
    ["ec2.amazonaws.com", "codedeploy.amazonaws.com"],
    ({ arn }) => ({ appName: "orders", deploymentGroupName: "orders", serviceRoleArn: arn }),
  ),
  assumed(
    "texts of a user pool with the role of a function",
    [
      "cognito/userPool:UserPool",
      docs("cognito/latest/developerguide/cognito-user-pool-settings-mfa-sms-text-message.html"),
    ],
    ["lambda.amazonaws.com", "cognito-idp.amazonaws.com"],
    ({ arn }) => ({ mfaConfiguration: "OFF", smsConfiguration: { externalId: "orders", snsCallerArn: arn } }),
  ),
  assumed(
    "a trail with the role of a function",
    [
      "cloudtrail/trail:Trail",
      docs("awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html"),
    ],
    ["lambda.amazonaws.com", "cloudtrail.amazonaws.com"],
    ({ arn }) => ({
      s3BucketName: "trails-464738291005",
      cloudWatchLogsGroupArn: `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:trail:*`,
      cloudWatchLogsRoleArn: arn,
    }),
  ),
  assumed(
    "a backup selection with the role of an instance",
    ["backup/selection:Selection", docs("aws-backup/latest/devguide/iam-service-roles.html")],
    ["ec2.amazonaws.com", "backup.amazonaws.com"],
    ({ arn }) => ({
      iamRoleArn: arn,
      planId: "5f0b0a6e-7d1c-4c58-9a3e-2f64b8e1c7d9",
      resources: [`arn:aws:dynamodb:us-east-1:${ACCOUNT}:table/orders`],
    }),
  ),
  assumed(
    "an API's logs with the role of a function",
    ["appsync/dataSource:DataSource", docs("appsync/latest/devguide/attaching-a-data-source.html")],
    ["lambda.amazonaws.com", "appsync.amazonaws.com"],
    ({ arn }) => ({
      apiId: "k4q7x2m9c5v8b3n6z1l0p4r7",
      name: "orders",
      type: "AMAZON_DYNAMODB",
      serviceRoleArn: arn,
      dynamodbConfig: { tableName: "orders" },
    }),
  ),
  assumed(
    "a pipeline with the role of its builds",
    ["codepipeline/pipeline:Pipeline", docs("codepipeline/latest/userguide/how-to-custom-role.html")],
    ["codebuild.amazonaws.com", "codepipeline.amazonaws.com"],
    ({ arn }) => ({
      roleArn: arn,
      artifactStores: [{ location: "orders-artifacts-464738", type: "S3" }],
      stages: PIPELINE,
    }),
  ),
];

const POLICY_QUOTAS = docs("IAM/latest/UserGuide/reference_iam-quotas.html");
const GRAMMAR = docs("IAM/latest/UserGuide/reference_policies_grammar.html");

const TABLE = `arn:aws:dynamodb:us-east-1:${ACCOUNT}:table/orders`;
/** A policy with so many statements that differ. */
const long = (count: number): string =>
  document(
    ...Array.from({ length: count }, (_, index) => ({
      Sid: `ReadPartition${String(index)}`,
      Effect: "Allow",
      Action: ["dynamodb:GetItem", "dynamodb:Query"],
      Resource: `${TABLE}-${String(index)}`,
    })),
  );

const identity = (...statements: Record<string, Input>[]): Record<string, Input> => ({
  policy: document(...statements),
});
const read = { Effect: "Allow", Action: "dynamodb:GetItem", Resource: TABLE };

const QUEUE = `arn:aws:sqs:us-east-1:${ACCOUNT}:orders`;
const BUCKET = "orders-archive-464738";

const inline = (count: number): BuiltResource[] => {
  const own = role("lambda.amazonaws.com");
  return [own, a("iam/rolePolicy:RolePolicy", "orders", { role: own["name"], policy: long(count) })];
};

/** Row 3: policies. */
export const policies: readonly Rejection[] = [
  single(
    "iam/policy:Policy",
    {
      name: "a managed policy that is too long",
      by: "iam-policy-size",
      source: "https://github.com/ministryofjustice/cloud-platform-environments/pull/14473",
    },
    {},
    [{ policy: long(60) }, { policy: long(20) }],
  ),
  {
    name: "inline policies of a role that are too long",
    by: "iam-policy-size",
    source: "https://github.com/ExpediaGroup/apiary-data-lake/issues/173",
    rejected: inline(90),
    accepted: inline(40),
  },
  single(
    "iam/role:Role",
    { name: "a trust policy that is too long", by: "iam-policy-size", source: POLICY_QUOTAS },
    {},
    [
      {
        assumeRolePolicy: document(
          allow(
            {
              AWS: Array.from(
                { length: 60 },
                (_, index) =>
                  `arn:aws:iam::${String(464738291005 + index)}:role/deployments/of/the/shop/orders-${String(index)}`,
              ),
            },
            "sts:AssumeRole",
            { Resource: undefined },
          ),
        ),
      },
      {
        assumeRolePolicy: document(
          allow({ AWS: [`arn:aws:iam::${ACCOUNT}:role/deploy`] }, "sts:AssumeRole", { Resource: undefined }),
        ),
      },
    ],
  ),
  single(
    "iam/policy:Policy",
    {
      name: "two statements with one Sid",
      by: "iam-policy-syntax",
      source: docs("IAM/latest/UserGuide/reference_policies_elements_sid.html"),
    },
    {},
    [
      identity({ Sid: "Read", ...read }, { Sid: "Read", ...read, Action: "dynamodb:Query" }),
      identity({ Sid: "Read", ...read }, { Sid: "Query", ...read, Action: "dynamodb:Query" }),
    ],
  ),
  single(
    "iam/policy:Policy",
    {
      name: "an ARN that lacks a part",
      by: "iam-policy-syntax",
      source: "https://github.com/aws-samples/torchserve-eks/issues/3",
    },
    {},
    [
      identity({ ...read, Action: "s3:GetObject", Resource: "arn:aws:s3:orders" }),
      identity({ ...read, Action: "s3:GetObject", Resource: `arn:aws:s3:::${BUCKET}/*` }),
    ],
  ),
  single(
    "iam/policy:Policy",
    {
      name: "an unknown condition operator",
      by: "iam-policy-syntax",
      source: docs("IAM/latest/UserGuide/reference_policies_elements_condition_operators.html"),
    },
    {},
    [
      identity({ ...read, Condition: { StringEqual: { "aws:RequestedRegion": "us-east-1" } } }),
      identity({ ...read, Condition: { "ForAnyValue:StringEqualsIfExists": { "aws:TagKeys": ["team"] } } }),
    ],
  ),
  single(
    "iam/policy:Policy",
    {
      name: "a resource with an empty partition",
      by: "iam-policy-syntax",
      source: "https://github.com/RenovoSolutions/cdk-library-certbot/issues/906",
    },
    {},
    [
      identity({ ...read, Resource: "arn::dynamodb:us-east-1:464738291005:table/orders" }),
      identity({ ...read, Resource: "arn:*:dynamodb:*:*:table/orders" }),
    ],
  ),
  single(
    "iam/role:Role",
    {
      name: "an unknown service principal",
      by: "iam-policy-syntax",
      source: docs("IAM/latest/UserGuide/reference_policies_elements_principal.html"),
    },
    {},
    [
      { assumeRolePolicy: trust("lambdas.amazonaws.com") },
      { assumeRolePolicy: trust("lambda.amazonaws.com", "edgelambda.amazonaws.com") },
    ],
  ),
  single(
    "iam/role:Role",
    {
      name: "a trust policy that allows other actions than those of STS",
      by: "iam-policy-syntax",
      source: docs("IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html"),
    },
    {},
    [
      {
        assumeRolePolicy: document(
          allow({ Service: "lambda.amazonaws.com" }, "lambda:InvokeFunction", { Resource: undefined }),
        ),
      },
      {
        assumeRolePolicy: document(
          allow({ Service: "lambda.amazonaws.com" }, ["sts:AssumeRole", "sts:TagSession"], { Resource: undefined }),
        ),
      },
    ],
  ),
  single(
    "iam/role:Role",
    {
      name: "a principal with an account of eleven digits",
      by: "iam-policy-syntax",
      source: docs("IAM/latest/UserGuide/reference_policies_elements_principal.html"),
    },
    {},
    [
      {
        assumeRolePolicy: document(
          allow({ AWS: "arn:aws:iam::46473829100:root" }, "sts:AssumeRole", { Resource: undefined }),
        ),
      },
      {
        assumeRolePolicy: document(
          allow({ AWS: ["464738291005", "arn:aws:iam::464738291005:root"] }, "sts:AssumeRole", { Resource: undefined }),
        ),
      },
    ],
  ),
  single(
    "iam/role:Role",
    {
      name: "a path without a slash at its end",
      by: "aws.iam.role.path",
      source: docs("IAM/latest/APIReference/API_CreateRole.html"),
    },
    { assumeRolePolicy: trust("lambda.amazonaws.com") },
    [{ path: "/shop" }, { path: "/shop/orders/" }],
  ),
  {
    name: "a bucket policy with an action on objects and only the bucket's ARN",
    by: "resource-policy-scope",
    source: "https://github.com/ministryofjustice/modernisation-platform/pull/10762",
    ...bucketPolicies("s3:GetObject", `arn:aws:s3:::${BUCKET}`, `arn:aws:s3:::${BUCKET}/*`),
  },
  {
    name: "a bucket policy with an action on the bucket and only objects",
    by: "resource-policy-scope",
    source: "https://github.com/versity/versitygw/issues/645",
    ...bucketPolicies("s3:ListBucket", `arn:aws:s3:::${BUCKET}/*`, `arn:aws:s3:::${BUCKET}`),
  },
  {
    name: "a bucket policy for another bucket",
    by: "resource-policy-scope",
    source: "https://github.com/aws-samples/aws-serverless-appsync-app/issues/4",
    ...bucketPolicies("s3:GetObject", "arn:aws:s3:::orders-archives-464738/*", `arn:aws:s3:::${BUCKET}/*`),
  },
  single(
    "sqs/queuePolicy:QueuePolicy",
    { name: "a queue policy with an action of another service", by: "resource-policy-scope", source: cdkIssue(15602) },
    { queueUrl: `https://sqs.us-east-1.amazonaws.com/${ACCOUNT}/orders` },
    [
      { policy: document(allow({ AWS: roleArn() }, ["sqs:SendMessage", "sns:Publish"], { Resource: QUEUE })) },
      { policy: document(allow({ AWS: roleArn() }, ["sqs:SendMessage", "SQS:ReceiveMessage"], { Resource: QUEUE })) },
    ],
  ),
  single(
    "sns/topicPolicy:TopicPolicy",
    {
      name: "a topic policy for a queue",
      by: "resource-policy-scope",
      source: "https://github.com/serverless/serverless/issues/5519",
    },
    { arn: `arn:aws:sns:us-east-1:${ACCOUNT}:orders` },
    [
      { policy: document(allow({ AWS: roleArn() }, "sns:Publish", { Resource: QUEUE })) },
      {
        policy: document(
          allow({ AWS: roleArn() }, "sns:Publish", { Resource: `arn:aws:sns:us-east-1:${ACCOUNT}:orders` }),
        ),
      },
    ],
  ),
  single(
    "ecr/repositoryPolicy:RepositoryPolicy",
    {
      name: "a repository policy with a resource",
      by: "resource-policy-scope",
      source: docs("AmazonECR/latest/userguide/repository-policies.html"),
    },
    { repository: "orders" },
    [
      {
        policy: document(
          allow({ AWS: roleArn() }, "ecr:BatchGetImage", {
            Resource: `arn:aws:ecr:us-east-1:${ACCOUNT}:repository/orders`,
          }),
        ),
      },
      { policy: document(allow({ AWS: roleArn() }, "ecr:BatchGetImage", { Resource: undefined })) },
    ],
  ),
  single(
    "kms/key:Key",
    {
      name: "a key policy that locks the account out",
      by: "kms-key-policy-lockout",
      source: "https://github.com/terraform-aws-modules/terraform-aws-kms/issues/14",
    },
    { enableKeyRotation: true },
    [
      { policy: document(allow({ Service: "logs.us-east-1.amazonaws.com" }, ["kms:Encrypt", "kms:Decrypt"])) },
      {
        policy: document(
          allow({ AWS: `arn:aws:iam::${ACCOUNT}:root` }, "kms:*"),
          allow({ Service: "logs.us-east-1.amazonaws.com" }, ["kms:Encrypt", "kms:Decrypt"]),
        ),
      },
    ],
  ),
  single(
    "iam/policy:Policy",
    {
      name: "a resource of IAM without its kind",
      by: "iam-policy-syntax",
      source: docs("IAM/latest/UserGuide/reference_identifiers.html"),
    },
    {},
    [
      identity({ ...read, Action: "iam:PassRole", Resource: `arn:aws:iam::${ACCOUNT}:orders` }),
      identity({ ...read, Action: "iam:PassRole", Resource: `arn:aws:iam::${ACCOUNT}:role/orders` }),
    ],
  ),
  single("iam/policy:Policy", { name: "an action without a service", by: "iam-policy-syntax", source: GRAMMAR }, {}, [
    identity({ ...read, Action: "GetItem" }),
    identity({ ...read, Action: "dynamodb:Get*" }),
  ]),
  single(
    "iam/instanceProfile:InstanceProfile",
    { name: "an instance profile whose name has a slash", by: "name-charset", source: SERVICES },
    { role: "orders" },
    [{ name: "shop/orders" }, { name: "shop-orders" }],
  ),
];

function cdkIssue(issue: number): string {
  return `https://github.com/aws/aws-cdk/issues/${String(issue)}`;
}

function bucketPolicies(Action: string, wrong: string, right: string): Pick<Rejection, "rejected" | "accepted"> {
  const program = (Resource: string): BuiltResource[] => {
    const bucket = a("s3/bucket:Bucket", "orders", { bucket: BUCKET });
    return [
      bucket,
      a("s3/bucketPolicy:BucketPolicy", "orders", {
        bucket: BUCKET,
        policy: document(allow({ AWS: roleArn() }, Action, { Resource })),
      }),
    ];
  };
  return { rejected: program(wrong), accepted: program(right) };
}
