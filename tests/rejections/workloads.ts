import type { BuiltResource, Input } from "../../src/testing/stack";
import { a, allow, document } from "../attack/kit";
import { ACCOUNT, docs, GROUP, provider, roleArn, single, SUBNETS, VPC, withOptions, type Rejection } from "./kit";

const FUNCTION = `arn:aws:lambda:us-east-1:${ACCOUNT}:function:orders`;
const QUEUE = `arn:aws:sqs:us-east-1:${ACCOUNT}:orders`;
const MAPPINGS = docs("lambda/latest/api/API_CreateEventSourceMapping.html");
const CODE: Record<string, Input> = {
  role: roleArn(),
  runtime: "nodejs22.x",
  handler: "index.handler",
  s3Bucket: "orders-code-464738",
  s3Key: "orders.zip",
};
const lambda = (inputs: Record<string, Input> = {}, name = "orders"): BuiltResource =>
  a("lambda/function:Function", name, { ...CODE, ...inputs });

function consumer(
  queue: Record<string, Input>,
  fn: Record<string, Input>,
  mapping: Record<string, Input> = {},
): BuiltResource[] {
  const own = a("sqs/queue:Queue", "orders", queue);
  const worker = lambda(fn);
  return [
    own,
    worker,
    a("lambda/eventSourceMapping:EventSourceMapping", "orders", {
      eventSourceArn: own["arn"],
      functionName: worker["arn"],
      ...mapping,
    }),
  ];
}

function streamed(table: Record<string, Input>): BuiltResource[] {
  const own = a("dynamodb/table:Table", "orders", {
    hashKey: "id",
    attributes: [{ name: "id", type: "S" }],
    billingMode: "PAY_PER_REQUEST",
    ...table,
  });
  return [
    own,
    a("lambda/eventSourceMapping:EventSourceMapping", "orders", {
      eventSourceArn: own["streamArn"],
      functionName: FUNCTION,
      startingPosition: "LATEST",
    }),
  ];
}

/** Row 2: queues and streams that functions read. */
export const mappings: readonly Rejection[] = [
  {
    name: "a queue that shows messages again before the function ends",
    by: "lambda-event-source",
    source: docs("lambda/latest/dg/services-sqs-configure.html"),
    rejected: consumer({ visibilityTimeoutSeconds: 30 }, { timeout: 120 }),
    accepted: consumer({ visibilityTimeoutSeconds: 720 }, { timeout: 120 }),
  },
  {
    name: "a queue with its default against a slower function",
    by: "lambda-event-source",
    source: docs("AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html"),
    rejected: consumer({}, { timeout: 60 }),
    accepted: consumer({}, { timeout: 5 }),
  },
  single(
    "lambda/eventSourceMapping:EventSourceMapping",
    {
      name: "a large batch of a queue without a window",
      by: "aws.lambda.event-source-mapping.queue-batch-window",
      source: MAPPINGS,
    },
    { functionName: FUNCTION, eventSourceArn: QUEUE },
    [{ batchSize: 100 }, { batchSize: 100, maximumBatchingWindowInSeconds: 5 }],
  ),
  single(
    "lambda/eventSourceMapping:EventSourceMapping",
    {
      name: "a stream without a starting position",
      by: "aws.lambda.event-source-mapping.starting-position",
      source: "https://github.com/localstack/localstack/pull/7696",
    },
    { functionName: FUNCTION, eventSourceArn: `arn:aws:kinesis:us-east-1:${ACCOUNT}:stream/orders` },
    [{}, { startingPosition: "TRIM_HORIZON" }],
  ),
  single(
    "lambda/eventSourceMapping:EventSourceMapping",
    {
      name: "a queue with a starting position",
      by: "aws.lambda.event-source-mapping.queue-without-stream-settings",
      source: MAPPINGS,
    },
    { functionName: FUNCTION, eventSourceArn: QUEUE },
    [{ startingPosition: "LATEST" }, {}],
  ),
  single(
    "lambda/eventSourceMapping:EventSourceMapping",
    {
      name: "a FIFO queue with a window",
      by: "aws.lambda.event-source-mapping.fifo-window",
      source: docs("lambda/latest/dg/services-sqs-configure.html"),
    },
    { functionName: FUNCTION, eventSourceArn: `${QUEUE}.fifo` },
    [{ maximumBatchingWindowInSeconds: 5 }, { batchSize: 10 }],
  ),
  {
    name: "the stream of a table that has none",
    by: "lambda-event-source",
    source: docs("amazondynamodb/latest/developerguide/Streams.html"),
    rejected: streamed({}),
    accepted: streamed({ streamEnabled: true, streamViewType: "NEW_IMAGE" }),
  },
  single(
    "lambda/eventSourceMapping:EventSourceMapping",
    {
      name: "a maximum of one at a time",
      by: "aws.lambda.event-source-mapping.maximum-concurrency",
      source: docs("lambda/latest/api/API_ScalingConfig.html"),
    },
    { functionName: FUNCTION, eventSourceArn: QUEUE },
    [{ scalingConfig: { maximumConcurrency: 1 } }, { scalingConfig: { maximumConcurrency: 2 } }],
  ),
  {
    name: "a mapping that may use more than the function has",
    by: "lambda-event-source",
    source: docs("lambda/latest/dg/services-sqs-scaling.html"),
    rejected: consumer(
      {},
      { timeout: 5, reservedConcurrentExecutions: 5 },
      { scalingConfig: { maximumConcurrency: 20 } },
    ),
    accepted: consumer(
      {},
      { timeout: 5, reservedConcurrentExecutions: 20 },
      { scalingConfig: { maximumConcurrency: 5 } },
    ),
  },
];

const container = (inputs: Record<string, Input> = {}): Record<string, Input> => ({
  name: "orders",
  image: "public.ecr.aws/nginx/nginx:1.27",
  essential: true,
  memory: 256,
  portMappings: [{ containerPort: 8080 }],
  ...inputs,
});
const task = (inputs: Record<string, Input>, ...containers: Record<string, Input>[]): BuiltResource =>
  a("ecs/taskDefinition:TaskDefinition", "orders", {
    family: "orders",
    networkMode: "awsvpc",
    requiresCompatibilities: ["FARGATE"],
    cpu: "256",
    memory: "512",
    executionRoleArn: roleArn("execution"),
    containerDefinitions: JSON.stringify(containers.length === 0 ? [container()] : containers),
    ...inputs,
  });
const NETWORK: Record<string, Input> = {
  networkConfiguration: { subnets: SUBNETS.slice(0, 2), securityGroups: [GROUP], assignPublicIp: false },
};
function service(definition: BuiltResource, inputs: Record<string, Input>): BuiltResource[] {
  return [
    definition,
    a("ecs/service:Service", "orders", {
      cluster: "orders",
      desiredCount: 2,
      taskDefinition: definition["arn"],
      ...inputs,
    }),
  ];
}
const EC2_TASK: Record<string, Input> = { requiresCompatibilities: ["EC2"], cpu: undefined, memory: undefined };
const TASKS = docs("AmazonECS/latest/developerguide/task_definition_parameters.html");

function behind(targetType: string): BuiltResource[] {
  const group = a("lb/targetGroup:TargetGroup", "orders", { targetType, vpcId: VPC, port: 8080, protocol: "HTTP" });
  const listener = a("lb/listener:Listener", "orders", {
    loadBalancerArn: `arn:aws:elasticloadbalancing:us-east-1:${ACCOUNT}:loadbalancer/app/orders/50dc6c495c0c9188`,
    port: 443,
    protocol: "HTTPS",
    sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
    certificateArn: `arn:aws:acm:us-east-1:${ACCOUNT}:certificate/6b1f2c3d-4e5a-4b6c-8d7e-9f0a1b2c3d4e`,
    defaultActions: [{ type: "forward", targetGroupArn: group["arn"] }],
  });
  const definition = task({});
  return [
    group,
    listener,
    definition,
    withOptions(
      "ecs/service:Service",
      "orders",
      {
        cluster: "orders",
        desiredCount: 2,
        launchType: "FARGATE",
        taskDefinition: definition["arn"],
        ...NETWORK,
        loadBalancers: [{ targetGroupArn: group["arn"], containerName: "orders", containerPort: 8080 }],
      },
      { dependsOn: [listener] },
    ),
  ];
}

/** Row 5: ECS. */
export const containers: readonly Rejection[] = [
  {
    name: "tasks with addresses of their own behind a target group of instances",
    by: "ecs-network-mode",
    source: docs("AmazonECS/latest/developerguide/alb.html"),
    rejected: behind("instance"),
    accepted: behind("ip"),
  },
  {
    name: "awsvpc tasks on instances without a network",
    by: "ecs-network-mode",
    source: docs("AmazonECS/latest/APIReference/API_CreateService.html"),
    rejected: service(task(EC2_TASK), { launchType: "EC2" }),
    accepted: service(task(EC2_TASK), { launchType: "EC2", ...NETWORK }),
  },
  {
    name: "bridge tasks with a network",
    by: "ecs-network-mode",
    source: docs("AmazonECS/latest/APIReference/API_NetworkConfiguration.html"),
    rejected: service(task({ ...EC2_TASK, networkMode: "bridge" }), { launchType: "EC2", ...NETWORK }),
    accepted: service(task({ ...EC2_TASK, networkMode: "bridge" }), { launchType: "EC2" }),
  },
  {
    name: "commands in tasks without a role",
    by: "ecs-network-mode",
    source: docs("AmazonECS/latest/developerguide/ecs-exec.html"),
    rejected: service(task({}), { launchType: "FARGATE", ...NETWORK, enableExecuteCommand: true }),
    accepted: service(task({ taskRoleArn: roleArn("task") }), {
      launchType: "FARGATE",
      ...NETWORK,
      enableExecuteCommand: true,
    }),
  },
  {
    name: "containers with more memory than the task",
    by: "fargate-task-size",
    source: TASKS,
    rejected: [
      task(
        {},
        container({ memory: 400 }),
        container({ name: "proxy", essential: false, memory: 400, portMappings: [] }),
      ),
    ],
    accepted: [
      task(
        {},
        container({ memory: 300 }),
        container({ name: "proxy", essential: false, memory: 200, portMappings: [] }),
      ),
    ],
  },
  {
    name: "a secret with the name of a variable",
    by: "ecs-secret-names",
    source: docs("AmazonECS/latest/APIReference/API_ContainerDefinition.html"),
    rejected: [
      task(
        {},
        container({
          environment: [{ name: "TOKEN_URL", value: "https://shop.io" }],
          secrets: [{ name: "TOKEN_URL", valueFrom: `arn:aws:ssm:us-east-1:${ACCOUNT}:parameter/orders/url` }],
        }),
      ),
    ],
    accepted: [
      task(
        {},
        container({
          environment: [{ name: "TOKEN_ISSUER", value: "https://shop.io" }],
          secrets: [{ name: "TOKEN_URL", valueFrom: `arn:aws:ssm:us-east-1:${ACCOUNT}:parameter/orders/url` }],
        }),
      ),
    ],
  },
  {
    name: "a host port that differs with awsvpc",
    by: "aws.ecs.task-definition.awsvpc-host-port",
    source: docs("AmazonECS/latest/APIReference/API_PortMapping.html"),
    rejected: [task({}, container({ portMappings: [{ containerPort: 8080, hostPort: 80 }] }))],
    accepted: [task({}, container({ portMappings: [{ containerPort: 8080, hostPort: 8080 }] }))],
  },
  {
    name: "a service whose balancer names another container",
    by: "container-port-matches",
    source: docs("AmazonECS/latest/APIReference/API_LoadBalancer.html"),
    rejected: service(task({}), {
      launchType: "FARGATE",
      ...NETWORK,
      loadBalancers: [
        {
          targetGroupArn: `arn:aws:elasticloadbalancing:us-east-1:${ACCOUNT}:targetgroup/orders/73e2d6bc24d8a067`,
          containerName: "web",
          containerPort: 8080,
        },
      ],
    }),
    accepted: service(task({}), {
      launchType: "FARGATE",
      ...NETWORK,
      loadBalancers: [
        {
          targetGroupArn: `arn:aws:elasticloadbalancing:us-east-1:${ACCOUNT}:targetgroup/orders/73e2d6bc24d8a067`,
          containerName: "orders",
          containerPort: 8080,
        },
      ],
    }),
  },
  {
    name: "a container that depends on one that is not there",
    by: "aws.ecs.task-definition.dependency-container",
    source: docs("AmazonECS/latest/APIReference/API_ContainerDependency.html"),
    rejected: [task({}, container({ dependsOn: [{ containerName: "migrate", condition: "SUCCESS" }] }))],
    accepted: [
      task(
        {},
        container({ dependsOn: [{ containerName: "migrate", condition: "SUCCESS" }] }),
        container({ name: "migrate", essential: false, memory: 128, portMappings: [] }),
      ),
    ],
  },
  {
    name: "two mappings of one port",
    by: "aws.ecs.task-definition.port-names-differ",
    source: docs("AmazonECS/latest/APIReference/API_PortMapping.html"),
    rejected: [
      task(
        {},
        container({
          portMappings: [
            { containerPort: 8080, name: "web" },
            { containerPort: 9090, name: "web" },
          ],
        }),
      ),
    ],
    accepted: [
      task(
        {},
        container({
          portMappings: [
            { containerPort: 8080, name: "web" },
            { containerPort: 9090, name: "metrics" },
          ],
        }),
      ),
    ],
  },
  single(
    "ecs/taskDefinition:TaskDefinition",
    {
      name: "a family with a dot",
      by: "name-charset",
      source: docs("AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html"),
    },
    { containerDefinitions: JSON.stringify([container()]) },
    [{ family: "shop.orders" }, { family: "shop-orders" }],
  ),
  single(
    "ecs/service:Service",
    {
      name: "a strategy of capacity providers beside a launch type",
      by: "aws.ecs.service.launch-type-or-strategy",
      source: docs("AmazonECS/latest/APIReference/API_CreateService.html"),
    },
    {
      cluster: "orders",
      desiredCount: 2,
      taskDefinition: "orders:3",
      ...NETWORK,
      capacityProviderStrategies: [{ capacityProvider: "FARGATE_SPOT", weight: 1 }],
    },
    [{ launchType: "FARGATE" }, {}],
  ),
];

/** Row 6: Lambda. */
export const functions: readonly Rejection[] = [
  {
    name: "a function with six layers",
    by: "aws.lambda.function.layer-count",
    source: docs("lambda/latest/dg/chapter-layers.html"),
    rejected: [
      lambda({
        layers: [1, 2, 3, 4, 5, 6].map((index) => `arn:aws:lambda:us-east-1:${ACCOUNT}:layer:orders${String(index)}:1`),
      }),
    ],
    accepted: [
      lambda({
        layers: [1, 2, 3, 4, 5].map((index) => `arn:aws:lambda:us-east-1:${ACCOUNT}:layer:orders${String(index)}:1`),
      }),
    ],
  },
  {
    name: "a layer without a version",
    by: "aws.lambda.function.layer-version",
    source: docs("lambda/latest/api/API_CreateFunction.html"),
    rejected: [lambda({ layers: [`arn:aws:lambda:us-east-1:${ACCOUNT}:layer:orders`] })],
    accepted: [lambda({ layers: [`arn:aws:lambda:us-east-1:${ACCOUNT}:layer:orders:7`] })],
  },
  single(
    "lambda/function:Function",
    {
      name: "a function from an image with layers",
      by: "lambda-package-type",
      source: docs("lambda/latest/dg/images-create.html"),
    },
    { role: roleArn(), packageType: "Image", imageUri: `${ACCOUNT}.dkr.ecr.us-east-1.amazonaws.com/orders:4.1` },
    [
      { layers: [`arn:aws:lambda:us-east-1:${ACCOUNT}:layer:orders:7`] },
      { imageConfig: { commands: ["index.handler"] } },
    ],
  ),
  {
    name: "an environment of more than four kilobytes",
    by: "lambda-environment-reserved",
    source: docs("lambda/latest/dg/gettingstarted-limits.html"),
    rejected: [lambda({ environment: { variables: { ROUTES: "orders/".repeat(700) } } })],
    accepted: [lambda({ environment: { variables: { ROUTES: "orders/".repeat(100) } } })],
  },
  {
    name: "a reserved variable",
    by: "lambda-environment-reserved",
    source: docs("lambda/latest/dg/configuration-envvars.html"),
    rejected: [lambda({ environment: { variables: { AWS_REGION: "us-east-1" } } })],
    accepted: [lambda({ environment: { variables: { TABLE_REGION: "us-east-1" } } })],
  },
  {
    name: "a variable whose name begins with a digit",
    by: "lambda-environment-reserved",
    source: docs("lambda/latest/api/API_Environment.html"),
    rejected: [lambda({ environment: { variables: { "2FA_ISSUER": "shop" } } })],
    accepted: [lambda({ environment: { variables: { ISSUER_2FA: "shop" } } })],
  },
  single(
    "lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig",
    {
      name: "provisioned concurrency of $LATEST",
      by: "lambda-version-required",
      source: docs("lambda/latest/dg/provisioned-concurrency.html"),
    },
    { functionName: "orders", provisionedConcurrentExecutions: 2 },
    [{ qualifier: "$LATEST" }, { qualifier: "live" }],
  ),
  single(
    "lambda/alias:Alias",
    {
      name: "an alias that shares $LATEST with a version",
      by: "aws.lambda.alias.weights-need-versions",
      source: docs("lambda/latest/dg/configuring-alias-routing.html"),
    },
    { name: "live", functionName: "orders", routingConfig: { additionalVersionWeights: { "6": 0.1 } } },
    [{ functionVersion: "$LATEST" }, { functionVersion: "7" }],
  ),
  {
    name: "a file system without a network",
    by: "aws.lambda.function.file-system-needs-vpc",
    source: docs("lambda/latest/dg/configuration-filesystem.html"),
    rejected: [
      lambda({
        fileSystemConfig: {
          arn: `arn:aws:elasticfilesystem:us-east-1:${ACCOUNT}:access-point/fsap-0b7d3f9a5c1e82460`,
          localMountPath: "/mnt/orders",
        },
      }),
    ],
    accepted: [
      lambda({
        vpcConfig: { subnetIds: [SUBNETS[0]], securityGroupIds: [GROUP] },
        fileSystemConfig: {
          arn: `arn:aws:elasticfilesystem:us-east-1:${ACCOUNT}:access-point/fsap-0b7d3f9a5c1e82460`,
          localMountPath: "/mnt/orders",
        },
      }),
    ],
  },
  {
    name: "two architectures",
    by: "aws.lambda.function.value.architectures",
    source: docs("lambda/latest/api/API_CreateFunction.html"),
    rejected: [lambda({ architectures: ["arm64", "x86_64"] })],
    accepted: [lambda({ architectures: ["arm64"] })],
  },
  single(
    "lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
    {
      name: "events that may be older than six hours",
      by: "aws.lambda.function-event-invoke-config.event-age",
      source: docs("lambda/latest/api/API_PutFunctionEventInvokeConfig.html"),
    },
    { functionName: "orders" },
    [{ maximumEventAgeInSeconds: 43200 }, { maximumEventAgeInSeconds: 21600 }],
  ),
];

const RULE = docs("eventbridge/latest/userguide/eb-create-pattern.html");
const scheduled = (inputs: Record<string, Input>): Record<string, Input> => ({
  scheduleExpression: "rate(1 hour)",
  flexibleTimeWindow: { mode: "OFF" },
  target: { arn: FUNCTION, roleArn: roleArn("scheduler") },
  ...inputs,
});
const SCHEDULES = docs("scheduler/latest/APIReference/API_CreateSchedule.html");
const PIPES = docs("eventbridge/latest/pipes-reference/API_CreatePipe.html");
const piped = (source: string, inputs: Record<string, Input> = {}): Record<string, Input> => ({
  roleArn: roleArn("pipe"),
  source,
  target: FUNCTION,
  ...inputs,
});

function subscribed(topicInputs: Record<string, Input>, queueInputs: Record<string, Input>): BuiltResource[] {
  const topic = a("sns/topic:Topic", "orders", topicInputs);
  const queue = a("sqs/queue:Queue", "orders", queueInputs);
  return [
    topic,
    queue,
    a("sqs/queuePolicy:QueuePolicy", "orders", {
      queueUrl: queue["url"],
      policy: document(
        allow({ Service: "sns.amazonaws.com" }, "sqs:SendMessage", {
          Resource: QUEUE,
          Condition: { ArnEquals: { "aws:SourceArn": `arn:aws:sns:us-east-1:${ACCOUNT}:orders` } },
        }),
      ),
    }),
    a("sns/topicSubscription:TopicSubscription", "orders", {
      topic: topic["arn"],
      protocol: "sqs",
      endpoint: queue["arn"],
    }),
  ];
}

function redriven(dead: Record<string, Input>): BuiltResource[] {
  const letters = a("sqs/queue:Queue", "dead", dead);
  return [
    letters,
    a("sqs/queue:Queue", "orders", {
      name: "orders.fifo",
      fifoQueue: true,
      redrivePolicy: { deadLetterTargetArn: letters["arn"], maxReceiveCount: 3 },
    }),
  ];
}

/** Row 14: events, schedules, pipes, topics and queues. */
export const events: readonly Rejection[] = [
  single(
    "cloudwatch/eventRule:EventRule",
    { name: "a pattern whose values are not in a list", by: "event-pattern", source: RULE },
    {},
    [
      { eventPattern: JSON.stringify({ source: "shop.orders" }) },
      { eventPattern: JSON.stringify({ source: ["shop.orders"], detail: { state: [{ prefix: "paid" }] } }) },
    ],
  ),
  single(
    "cloudwatch/eventRule:EventRule",
    {
      name: "a pattern with an unknown comparison",
      by: "event-pattern",
      source: docs("eventbridge/latest/userguide/eb-create-pattern-operators.html"),
    },
    {},
    [
      { eventPattern: JSON.stringify({ detail: { state: [{ startsWith: "paid" }] } }) },
      { eventPattern: JSON.stringify({ detail: { state: [{ prefix: "paid" }, { "anything-but": ["open"] }] } }) },
    ],
  ),
  single(
    "cloudwatch/eventRule:EventRule",
    { name: "a pattern with two comparisons in one value", by: "event-pattern", source: RULE },
    {},
    [
      { eventPattern: JSON.stringify({ detail: { key: [{ prefix: "models/", suffix: ".tar.gz" }] } }) },
      { eventPattern: JSON.stringify({ detail: { key: [{ prefix: "models/" }, { suffix: ".tar.gz" }] } }) },
    ],
  ),
  single(
    "cloudwatch/eventTarget:EventTarget",
    {
      name: "a template with a variable that is not defined",
      by: "event-input-template",
      source: docs("eventbridge/latest/userguide/eb-transform-target-input.html"),
    },
    { rule: "orders", arn: FUNCTION },
    [
      { inputTransformer: { inputPaths: { id: "$.detail.id" }, inputTemplate: '{"order": <orderId>}' } },
      {
        inputTransformer: {
          inputPaths: { id: "$.detail.id" },
          inputTemplate: '{"order": <id>, "rule": <aws.events.rule-name>}',
        },
      },
    ],
  ),
  single(
    "scheduler/schedule:Schedule",
    {
      name: "a flexible window without its length",
      by: "aws.scheduler.schedule.window-length",
      source: docs("scheduler/latest/APIReference/API_FlexibleTimeWindow.html"),
    },
    {},
    [
      scheduled({ flexibleTimeWindow: { mode: "FLEXIBLE" } }),
      scheduled({ flexibleTimeWindow: { mode: "FLEXIBLE", maximumWindowInMinutes: 15 } }),
    ],
  ),
  single(
    "scheduler/schedule:Schedule",
    {
      name: "a length of a window that is off",
      by: "aws.scheduler.schedule.window-off",
      source: docs("scheduler/latest/APIReference/API_FlexibleTimeWindow.html"),
    },
    {},
    [scheduled({ flexibleTimeWindow: { mode: "OFF", maximumWindowInMinutes: 15 } }), scheduled({})],
  ),
  single(
    "scheduler/schedule:Schedule",
    {
      name: "a FIFO queue without a message group",
      by: "aws.scheduler.schedule.fifo-group",
      source: docs("scheduler/latest/APIReference/API_SqsParameters.html"),
    },
    {},
    [
      scheduled({ target: { arn: `${QUEUE}.fifo`, roleArn: roleArn("scheduler"), input: "{}" } }),
      scheduled({
        target: {
          arn: `${QUEUE}.fifo`,
          roleArn: roleArn("scheduler"),
          input: "{}",
          sqsParameters: { messageGroupId: "orders" },
        },
      }),
    ],
  ),
  single(
    "scheduler/schedule:Schedule",
    { name: "a schedule every 1 minutes", by: "schedule-expression", source: SCHEDULES },
    {},
    [
      scheduled({ scheduleExpression: "every 5 minutes" }),
      scheduled({ scheduleExpression: "cron(0 6 ? * MON-FRI *)" }),
    ],
  ),
  single(
    "pipes/pipe:Pipe",
    {
      name: "a pipe from a table's stream without a position",
      by: "aws.pipes.pipe.stream-parameters",
      source: provider(30773),
    },
    {},
    [
      piped(`arn:aws:dynamodb:us-east-1:${ACCOUNT}:table/orders/stream/2026-01-01T00:00:00.000`),
      piped(`arn:aws:dynamodb:us-east-1:${ACCOUNT}:table/orders/stream/2026-01-01T00:00:00.000`, {
        sourceParameters: { dynamodbStreamParameters: { startingPosition: "LATEST" } },
      }),
    ],
  ),
  single(
    "pipes/pipe:Pipe",
    { name: "a pipe from Kafka without a topic", by: "aws.pipes.pipe.kafka-parameters", source: provider(32018) },
    {},
    [
      piped(`arn:aws:kafka:us-east-1:${ACCOUNT}:cluster/orders/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d-5`),
      piped(`arn:aws:kafka:us-east-1:${ACCOUNT}:cluster/orders/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d-5`, {
        sourceParameters: { managedStreamingKafkaParameters: { topicName: "orders" } },
      }),
    ],
  ),
  single(
    "pipes/pipe:Pipe",
    { name: "a pipe into a stream without a partition key", by: "aws.pipes.pipe.target-stream-key", source: PIPES },
    {},
    [
      piped(QUEUE, { target: `arn:aws:kinesis:us-east-1:${ACCOUNT}:stream/orders` }),
      piped(QUEUE, {
        target: `arn:aws:kinesis:us-east-1:${ACCOUNT}:stream/orders`,
        targetParameters: { kinesisStreamParameters: { partitionKey: "$.body.id" } },
      }),
    ],
  ),
  {
    name: "a FIFO queue on a standard topic",
    by: "fifo-pairs",
    source: docs("sns/latest/dg/fifo-topic-message-delivery.html"),
    rejected: subscribed({}, { name: "orders.fifo", fifoQueue: true }),
    accepted: subscribed({ name: "orders.fifo", fifoTopic: true }, { name: "orders.fifo", fifoQueue: true }),
  },
  {
    name: "a FIFO queue with standard dead letters",
    by: "fifo-pairs",
    source: docs("AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html"),
    rejected: redriven({ name: "orders-dead" }),
    accepted: redriven({ name: "orders-dead.fifo", fifoQueue: true }),
  },
  single(
    "sns/topicSubscription:TopicSubscription",
    {
      name: "a filter whose values are not in a list",
      by: "event-pattern",
      source: docs("sns/latest/dg/sns-subscription-filter-policies.html"),
    },
    { topic: `arn:aws:sns:us-east-1:${ACCOUNT}:orders`, protocol: "sqs", endpoint: QUEUE },
    [{ filterPolicy: JSON.stringify({ state: "paid" }) }, { filterPolicy: JSON.stringify({ state: ["paid"] }) }],
  ),
  single(
    "sns/topicSubscription:TopicSubscription",
    {
      name: "raw messages by e-mail",
      by: "aws.sns.topic-subscription.raw-delivery-protocol",
      source: docs("sns/latest/dg/sns-large-payload-raw-message-delivery.html"),
    },
    { topic: `arn:aws:sns:us-east-1:${ACCOUNT}:orders`, protocol: "email", endpoint: "orders@shop.io" },
    [{ rawMessageDelivery: true }, {}],
  ),
];

const API = "k4q7x2m9c5";
const INVOKE = `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${FUNCTION}/invocations`;
const method = (inputs: Record<string, Input>): Record<string, Input> => ({
  restApi: API,
  resourceId: "r7x2m9",
  httpMethod: "POST",
  ...inputs,
});
const INTEGRATIONS = docs("apigateway/latest/api/API_PutIntegration.html");
const V2_AUTHORIZERS = docs("apigatewayv2/latest/api-reference/apis-apiid-authorizers.html");

function answered(parameters: Record<string, Input>): BuiltResource[] {
  const place = { restApi: API, resourceId: "r7x2m9", httpMethod: "OPTIONS" };
  const own = a("apigateway/method:Method", "cors", { ...place, authorization: "NONE" });
  const integration = withOptions(
    "apigateway/integration:Integration",
    "cors",
    { ...place, type: "MOCK", requestTemplates: { "application/json": '{"statusCode": 200}' } },
    { dependsOn: [own] },
  );
  const response = withOptions(
    "apigateway/methodResponse:MethodResponse",
    "cors",
    { ...place, statusCode: "200", responseParameters: parameters },
    { dependsOn: [own] },
  );
  return [
    own,
    integration,
    response,
    withOptions(
      "apigateway/integrationResponse:IntegrationResponse",
      "cors",
      {
        ...place,
        statusCode: "200",
        responseParameters: { "method.response.header.Access-Control-Allow-Origin": "'https://shop.io'" },
      },
      { dependsOn: [integration, response] },
    ),
  ];
}

/** Row 15: API Gateway. */
export const apis: readonly Rejection[] = [
  single(
    "apigateway/integration:Integration",
    {
      name: "an integration without a method",
      by: "aws.apigateway.integration.method-required",
      source: provider(731),
    },
    method({ type: "HTTP_PROXY", uri: "https://orders.shop.io/orders" }),
    [{}, { integrationHttpMethod: "POST" }],
  ),
  single(
    "apigateway/integration:Integration",
    {
      name: "a function that is called with GET",
      by: "aws.apigateway.integration.function-post",
      source: docs("apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html"),
    },
    method({ type: "AWS_PROXY", uri: INVOKE, httpMethod: "GET" }),
    [{ integrationHttpMethod: "GET" }, { integrationHttpMethod: "POST" }],
  ),
  single(
    "apigateway/integration:Integration",
    { name: "a private integration without a link", by: "aws.apigateway.integration.vpc-link", source: INTEGRATIONS },
    method({
      type: "HTTP_PROXY",
      uri: "https://orders.shop.io/orders",
      integrationHttpMethod: "POST",
      connectionType: "VPC_LINK",
    }),
    [{}, { connectionId: "v7x2m9" }],
  ),
  single(
    "apigateway/method:Method",
    {
      name: "a method with an authorizer that it does not name",
      by: "aws.apigateway.method.authorizer",
      source: docs("apigateway/latest/api/API_PutMethod.html"),
    },
    method({}),
    [{ authorization: "COGNITO_USER_POOLS" }, { authorization: "COGNITO_USER_POOLS", authorizerId: "a7x2m9" }],
  ),
  single(
    "apigateway/authorizer:Authorizer",
    {
      name: "an authorizer of a user pool without one",
      by: "aws.apigateway.authorizer.user-pools",
      source: docs("apigateway/latest/api/API_CreateAuthorizer.html"),
    },
    { restApi: API, name: "orders", type: "COGNITO_USER_POOLS" },
    [{}, { providerArns: [`arn:aws:cognito-idp:us-east-1:${ACCOUNT}:userpool/us-east-1_k4Q7x2M9c`] }],
  ),
  single(
    "apigateway/authorizer:Authorizer",
    {
      name: "an authorizer by token without a function",
      by: "aws.apigateway.authorizer.function",
      source: docs("apigateway/latest/api/API_CreateAuthorizer.html"),
    },
    { restApi: API, name: "orders", type: "TOKEN", authorizerCredentials: roleArn("authorizer") },
    [{}, { authorizerUri: INVOKE }],
  ),
  {
    name: "a header that the method does not declare",
    by: "api-gateway-parts",
    source: docs("apigateway/latest/developerguide/how-to-cors.html"),
    rejected: answered({}),
    accepted: answered({ "method.response.header.Access-Control-Allow-Origin": true }),
  },
  single(
    "apigatewayv2/authorizer:Authorizer",
    {
      name: "a JWT authorizer without an issuer",
      by: "aws.apigatewayv2.authorizer.jwt-configuration",
      source: V2_AUTHORIZERS,
    },
    { apiId: API, name: "orders", authorizerType: "JWT", identitySources: ["$request.header.Authorization"] },
    [{}, { jwtConfiguration: { audiences: ["orders"], issuer: "https://login.shop.io/" } }],
  ),
  single(
    "apigatewayv2/route:Route",
    {
      name: "a route that requires a token and names no authorizer",
      by: "aws.apigatewayv2.route.authorizer",
      source: "https://github.com/anomalyco/ion/issues/1104",
    },
    { apiId: API, routeKey: "GET /orders", target: "integrations/i7x2m9", authorizationType: "JWT" },
    [{}, { authorizerId: "a7x2m9" }],
  ),
  {
    name: "a route with an authorizer of another kind",
    by: "api-gateway-parts",
    source: provider(17497),
    rejected: authorized("CUSTOM"),
    accepted: authorized("JWT"),
  },
  single(
    "apigatewayv2/api:Api",
    {
      name: "cross-origin settings of a WebSocket API",
      by: "aws.apigatewayv2.api.cors-protocol",
      source: docs("apigatewayv2/latest/api-reference/apis.html"),
    },
    {
      name: "orders",
      routeSelectionExpression: "$request.body.action",
      corsConfiguration: { allowOrigins: ["https://shop.io"] },
    },
    [{ protocolType: "WEBSOCKET" }, { protocolType: "HTTP", routeSelectionExpression: undefined }],
  ),
  single(
    "apigatewayv2/integration:Integration",
    {
      name: "an HTTP integration without an address",
      by: "aws.apigatewayv2.integration.uri",
      source: docs("apigatewayv2/latest/api-reference/apis-apiid-integrations.html"),
    },
    { apiId: API, integrationType: "HTTP_PROXY", integrationMethod: "GET" },
    [{}, { integrationUri: "https://orders.shop.io/orders" }],
  ),
  {
    name: "a route of an HTTP API without its method",
    by: "api-gateway-parts",
    source: docs("apigateway/latest/developerguide/http-api-develop-routes.html"),
    rejected: routed("/orders"),
    accepted: routed("GET /orders/{id}"),
  },
  {
    name: "a deployment of an API without methods",
    by: "api-gateway-deployment-order",
    source: "https://github.com/getmoto/moto/issues/9466",
    rejected: deployed(false),
    accepted: deployed(true),
  },
];

function authorized(authorizationType: string): BuiltResource[] {
  const authorizer = a("apigatewayv2/authorizer:Authorizer", "orders", {
    apiId: API,
    name: "orders",
    authorizerType: "JWT",
    identitySources: ["$request.header.Authorization"],
    jwtConfiguration: { audiences: ["orders"], issuer: "https://login.shop.io/" },
  });
  return [
    authorizer,
    a("apigatewayv2/route:Route", "orders", {
      apiId: API,
      routeKey: "GET /orders",
      target: "integrations/i7x2m9",
      authorizationType,
      authorizerId: authorizer["id"],
    }),
  ];
}

function deployed(waits: boolean): BuiltResource[] {
  const api = a("apigateway/restApi:RestApi", "orders", { name: "orders" });
  const place = { restApi: api["id"], resourceId: api["rootResourceId"], httpMethod: "GET" };
  const own = a("apigateway/method:Method", "orders", { ...place, authorization: "AWS_IAM" });
  const integration = withOptions(
    "apigateway/integration:Integration",
    "orders",
    { ...place, type: "HTTP_PROXY", uri: "https://orders.shop.io/", integrationHttpMethod: "GET" },
    { dependsOn: [own] },
  );
  return [
    api,
    own,
    integration,
    withOptions(
      "apigateway/deployment:Deployment",
      "orders",
      { restApi: api["id"] },
      waits ? { dependsOn: [integration] } : {},
    ),
  ];
}

function routed(routeKey: string): BuiltResource[] {
  const api = a("apigatewayv2/api:Api", "orders", { name: "orders", protocolType: "HTTP" });
  return [
    api,
    a("apigatewayv2/route:Route", "orders", {
      apiId: api["id"],
      routeKey,
      target: "integrations/i7x2m9",
      authorizationType: "AWS_IAM",
    }),
  ];
}
