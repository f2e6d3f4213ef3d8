import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { cache, cacheUser, checkpoints, database, databaseRotation, databaseSecretArn, stream } from "./data";
import { key, logGroup } from "./foundation";
import { interfaceEndpoints, privateSubnetIds, processorGroup } from "./network";
import {
  accountId,
  CACHE_PORT,
  DATABASE_NAME,
  DATABASE_PORT,
  DATABASE_USER,
  imageVersion,
  named,
  region,
  serviceRole,
} from "./settings";

const REPOSITORY = "fastcart/order-processor";
const TASKS = "ecs-tasks.amazonaws.com";
const LEAST_TASKS = 2;
const MOST_TASKS = 10;

const log = logGroup("processor", `/fastcart/${named("processor")}`);
const execLog = logGroup("exec", `/fastcart/${named("exec")}`);

export const cluster = new aws.ecs.Cluster(named("cluster"), {
  settings: [{ name: "containerInsights", value: "enabled" }],
  configuration: {
    executeCommandConfiguration: {
      kmsKeyId: key.arn,
      logging: "OVERRIDE",
      logConfiguration: { cloudWatchEncryptionEnabled: true, cloudWatchLogGroupName: execLog.name },
    },
  },
});

/** What ECS does before a container runs: fetch its image and its secrets, open its log. */
const executionRole = serviceRole("execution", TASKS, [
  { actions: ["ecr:GetAuthorizationToken"], on: "*" },
  {
    actions: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
    on: [pulumi.interpolate`arn:aws:ecr:${region}:${accountId}:repository/${REPOSITORY}`],
  },
  { actions: ["logs:CreateLogStream", "logs:PutLogEvents"], on: [pulumi.interpolate`${log.arn}:*`] },
  { actions: ["secretsmanager:GetSecretValue"], on: [databaseSecretArn] },
  { actions: ["kms:Decrypt"], on: [key.arn] },
]);

/** What the processor itself does. */
const taskRole = serviceRole("task", TASKS, [
  {
    actions: ["kinesis:DescribeStreamSummary", "kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards"],
    on: [stream.arn],
  },
  { actions: ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:Scan"], on: [checkpoints.arn] },
  {
    actions: ["rds-db:connect"],
    on: [pulumi.interpolate`arn:aws:rds-db:${region}:${accountId}:dbuser:${database.resourceId}/${DATABASE_USER}`],
  },
  { actions: ["elasticache:Connect"], on: [cache.arn, cacheUser.arn] },
  { actions: ["kms:Decrypt"], on: [key.arn] },
]);

/** The application's own pipeline builds and pushes it. */
const image = pulumi.interpolate`${accountId}.dkr.ecr.${region}.amazonaws.com/${REPOSITORY}:${imageVersion}`;

const databaseEnvironment = [
  { name: "DATABASE_HOST", value: database.address },
  { name: "DATABASE_PORT", value: String(DATABASE_PORT) },
  { name: "DATABASE_NAME", value: DATABASE_NAME },
  { name: "DATABASE_USER", value: DATABASE_USER },
];

function logTo(prefix: string): object {
  return {
    logDriver: "awslogs",
    options: { "awslogs-group": log.name, "awslogs-region": region, "awslogs-stream-prefix": prefix },
  };
}

const taskDefinition = new aws.ecs.TaskDefinition(named("processor-task"), {
  family: named("processor"),
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "1024",
  memory: "2048",
  runtimePlatform: { operatingSystemFamily: "LINUX", cpuArchitecture: "ARM64" },
  executionRoleArn: executionRole.arn,
  taskRoleArn: taskRole.arn,
  containerDefinitions: pulumi.jsonStringify([
    // Brings the schema up to date, and the processor's user into being, before the processor starts.
    {
      name: "migrate",
      image,
      command: ["migrate"],
      essential: false,
      readonlyRootFilesystem: true,
      environment: databaseEnvironment,
      secrets: [
        { name: "OWNER_USER", valueFrom: pulumi.interpolate`${databaseSecretArn}:username::` },
        { name: "OWNER_PASSWORD", valueFrom: pulumi.interpolate`${databaseSecretArn}:password::` },
      ],
      logConfiguration: logTo("migrate"),
    },
    {
      name: "processor",
      image,
      command: ["process"],
      essential: true,
      readonlyRootFilesystem: true,
      dependsOn: [{ containerName: "migrate", condition: "SUCCESS" }],
      environment: [
        ...databaseEnvironment,
        { name: "ORDERS_STREAM", value: stream.name },
        { name: "CHECKPOINT_TABLE", value: checkpoints.name },
        { name: "CACHE_HOST", value: cache.primaryEndpointAddress },
        { name: "CACHE_PORT", value: String(CACHE_PORT) },
        { name: "CACHE_USER", value: cacheUser.userName },
      ],
      healthCheck: {
        command: ["CMD", "order-processor", "healthy"],
        interval: 30,
        timeout: 5,
        retries: 3,
        startPeriod: 60,
      },
      logConfiguration: logTo("processor"),
    },
  ]),
});

export const service = new aws.ecs.Service(
  named("processor"),
  {
    name: named("processor"),
    cluster: cluster.arn,
    taskDefinition: taskDefinition.arn,
    launchType: "FARGATE",
    desiredCount: LEAST_TASKS,
    networkConfiguration: {
      subnets: privateSubnetIds,
      securityGroups: [processorGroup.id],
      assignPublicIp: false,
    },
    deploymentMinimumHealthyPercent: 100,
    deploymentMaximumPercent: 200,
    deploymentCircuitBreaker: { enable: true, rollback: true },
    propagateTags: "SERVICE",
    enableEcsManagedTags: true,
  },
  {
    dependsOn: [executionRole.policy, taskRole.policy, databaseRotation, ...interfaceEndpoints],
    ignoreChanges: ["desiredCount"],
  },
);

const scaling = new aws.appautoscaling.Target(named("processor-scaling"), {
  serviceNamespace: "ecs",
  scalableDimension: "ecs:service:DesiredCount",
  resourceId: pulumi.interpolate`service/${cluster.name}/${service.name}`,
  minCapacity: LEAST_TASKS,
  maxCapacity: MOST_TASKS,
});
new aws.appautoscaling.Policy(named("processor-scaling-by-cpu"), {
  serviceNamespace: scaling.serviceNamespace,
  scalableDimension: scaling.scalableDimension,
  resourceId: scaling.resourceId,
  policyType: "TargetTrackingScaling",
  targetTrackingScalingPolicyConfiguration: {
    predefinedMetricSpecification: { predefinedMetricType: "ECSServiceAverageCPUUtilization" },
    targetValue: 60,
  },
});
