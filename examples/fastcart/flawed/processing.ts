import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { cache, database, databaseSecret, sessionCache, stream } from "./data";
import { privateSubnets, publicSubnets, taskGroup } from "./network";
import { accountId, CACHE_PORT, DATABASE_NAME, DATABASE_PORT, imageVersion, PREFIX, REGION, trust } from "./settings";

// F5, F17: no key, and no retention, so the logs are kept for ever.
const log = new aws.cloudwatch.LogGroup("log", { name: `/${PREFIX}/processing` });

export const cluster = new aws.ecs.Cluster("cluster", {
  name: PREFIX,
  settings: [{ name: "containerInsights", value: "enabled" }],
});

const repository = new aws.ecr.Repository("tracking-repository", {
  name: `${PREFIX}/tracking`,
  imageTagMutability: "IMMUTABLE",
  imageScanningConfiguration: { scanOnPush: true },
});

const executionRole = new aws.iam.Role("execution-role", { assumeRolePolicy: trust("ecs-tasks.amazonaws.com") });
const executionPolicy = new aws.iam.RolePolicyAttachment("execution-policy", {
  role: executionRole.name,
  policyArn: aws.iam.ManagedPolicy.AmazonECSTaskExecutionRolePolicy,
});

const taskRole = new aws.iam.Role("task-role", { assumeRolePolicy: trust("ecs-tasks.amazonaws.com") });
// F12: the tasks may write logs, and neither read the stream nor the secret.
const taskPolicy = new aws.iam.RolePolicy("task-policy", {
  role: taskRole.name,
  policy: JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: `arn:aws:logs:*:*:log-group:/${PREFIX}/processing:*`,
      },
    ],
  }),
});

function healthCheck(command: string): object {
  return { command: ["CMD-SHELL", command], interval: 30, timeout: 5, retries: 3, startPeriod: 60 };
}

function logTo(prefix: string, region = aws.config.requireRegion()): object {
  return {
    logDriver: "awslogs",
    options: { "awslogs-group": log.name, "awslogs-region": region, "awslogs-stream-prefix": prefix },
  };
}

const processorTask = new aws.ecs.TaskDefinition("processor-task", {
  family: `${PREFIX}-processor`,
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "256",
  memory: "4096", // F19: Fargate gives a quarter of a CPU 2048 MiB at most.
  executionRoleArn: executionRole.arn,
  taskRoleArn: taskRole.arn,
  containerDefinitions: pulumi.jsonStringify([
    {
      name: "processor",
      image: pulumi.interpolate`${accountId}.dkr.ecr.eu-central-1.amazonaws.com/${PREFIX}/processor:${imageVersion}`,
      essential: true,
      environment: [
        { name: "ORDERS_STREAM", value: stream.name },
        { name: "DATABASE_HOST", value: database.address },
        { name: "DATABASE_PORT", value: String(DATABASE_PORT) },
        { name: "DATABASE_NAME", value: DATABASE_NAME },
        { name: "DATABASE_SECRET_ARN", value: databaseSecret.arn },
        { name: "CACHE_HOST", value: cache.primaryEndpointAddress },
        { name: "SESSION_CACHE_HOST", value: sessionCache.primaryEndpointAddress },
        { name: "CACHE_PORT", value: String(CACHE_PORT) },
      ],
      healthCheck: healthCheck("order-processor healthy"),
      logConfiguration: logTo("processor"),
    },
  ]),
});

export const processor = new aws.ecs.Service(
  "processor",
  {
    name: `${PREFIX}-processor`,
    cluster: cluster.arn,
    taskDefinition: processorTask.arn,
    launchType: "FARGATE",
    desiredCount: 2,
    networkConfiguration: {
      subnets: publicSubnets.map((subnet) => subnet.id), // F6: among what the internet can reach,
      securityGroups: [taskGroup.id],
      assignPublicIp: true, // F6: and with a public address.
    },
    deploymentMinimumHealthyPercent: 100,
    deploymentMaximumPercent: 200,
    deploymentCircuitBreaker: { enable: true, rollback: true },
  },
  { dependsOn: [executionPolicy, taskPolicy] },
);

const importerTask = new aws.ecs.TaskDefinition("importer-task", {
  family: `${PREFIX}-importer`,
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "512",
  memory: "1024",
  executionRoleArn: executionRole.arn,
  taskRoleArn: taskRole.arn,
  containerDefinitions: pulumi.jsonStringify([
    {
      name: "importer",
      // F20: the registry of another region.
      image: pulumi.interpolate`${accountId}.dkr.ecr.${REGION}.amazonaws.com/${PREFIX}/importer:${imageVersion}`,
      essential: true,
      memory: 2048, // F19: more than the whole task has.
      environment: [{ name: "SHOP_API_TOKEN", value: "shop-import-77-token" }], // F14: a token in the source.
      healthCheck: healthCheck("importer healthy"),
      logConfiguration: logTo("importer", REGION),
    },
    {
      name: "tracking",
      // F20: what is latest can be pushed only once to a repository with immutable tags.
      image: pulumi.interpolate`${accountId}.dkr.ecr.eu-central-1.amazonaws.com/${repository.name}:latest`,
      essential: true,
      healthCheck: healthCheck("tracking healthy"),
      logConfiguration: logTo("tracking"),
    },
    {
      name: "labels",
      image: "amazon/amazon-ecs-sample", // F20: a sample where the application should be.
      essential: true,
      healthCheck: healthCheck("true"),
      logConfiguration: logTo("labels"),
    },
  ]),
});

export const importer = new aws.ecs.Service(
  "importer",
  {
    name: `${PREFIX}-importer`,
    cluster: cluster.arn,
    taskDefinition: importerTask.arn,
    launchType: "FARGATE",
    desiredCount: 2,
    networkConfiguration: {
      subnets: privateSubnets.map((subnet) => subnet.id),
      securityGroups: [taskGroup.id],
      assignPublicIp: false,
    },
    deploymentMinimumHealthyPercent: 100,
    deploymentMaximumPercent: 200,
    deploymentCircuitBreaker: { enable: true, rollback: true },
  },
  { dependsOn: [executionPolicy, taskPolicy] },
);

// F16: the stream's ARN is turned into text before it is known.
new aws.ssm.Parameter("stream-parameter", {
  name: `/${PREFIX}/stream`,
  description: "The stream of orders",
  type: "String",
  value: `kinesis ${stream.arn}`,
});

// F11: no alarm on the stream's age, the database's CPU, the services or the caches.
// F11: and this one tells nobody.
new aws.cloudwatch.MetricAlarm("database-storage", {
  alarmDescription: "The database has less than 10 GiB left",
  namespace: "AWS/RDS",
  metricName: "FreeStorageSpace",
  dimensions: { DBInstanceIdentifier: database.identifier },
  statistic: "Minimum",
  period: 300,
  evaluationPeriods: 2,
  comparisonOperator: "LessThanThreshold",
  threshold: 10 * 1024 ** 3,
});
