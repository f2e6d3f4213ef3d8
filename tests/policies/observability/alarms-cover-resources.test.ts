import rule from "../../../policies/observability/alarms-cover-resources";
import { ruleTest } from "../../../src/testing/rule-test";
import { underContract } from "../../kit/under-contract";
import { resource, text, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
const contract = { alarms: true };

const stream = resource("aws:kinesis/stream:Stream", "orders");
const database = resource("aws:rds/instance:Instance", "db", { engine: "postgres", identifier: "shop-db" });
const cluster = resource("aws:rds/cluster:Cluster", "aurora", { engine: "aurora-mysql" });
const writer = resource("aws:rds/clusterInstance:ClusterInstance", "writer", { clusterIdentifier: cluster.id });
const reader = resource("aws:rds/clusterInstance:ClusterInstance", "reader", { clusterIdentifier: cluster.id });
const ecs = resource("aws:ecs/cluster:Cluster", "ecs");
const service = resource("aws:ecs/service:Service", "app", { cluster: ecs.arn });
const balancer = resource("aws:lb/loadBalancer:LoadBalancer", "web", { name: "shop-web" });
const table = resource("aws:dynamodb/table:Table", "sessions");
const carts = resource("aws:dynamodb/table:Table", "carts");
const cache = resource("aws:elasticache/replicationGroup:ReplicationGroup", "redis", {
  replicationGroupId: "shop-redis",
});
const pet = resource("random:index/randomPet:RandomPet", "pet");

let count = 0;
const alarm = (
  namespace: Input,
  metricName: Input,
  dimensions?: Input,
  more: Record<string, Input> = {},
): BuiltResource => resource(ALARM, `alarm-${String(++count)}`, { namespace, metricName, dimensions, ...more });
const both = (dimensions: Input) => [
  alarm("AWS/RDS", "CPUUtilization", dimensions),
  alarm("AWS/RDS", "DatabaseConnections", dimensions),
];
const inService = { ClusterName: ecs.name, ServiceName: service.name };
const query = (expression: Input) =>
  resource(ALARM, `alarm-${String(++count)}`, { metricQueries: [{ id: "q", expression }] });
const mathOn = (...tables: BuiltResource[]) =>
  resource(ALARM, `alarm-${String(++count)}`, {
    metricQueries: [
      { id: "e", expression: "m0 + m1", returnData: true },
      ...tables.map((one, index) => ({
        id: `m${String(index)}`,
        metric: { namespace: "AWS/DynamoDB", metricName: "ReadThrottleEvents", dimensions: { TableName: one.name } },
      })),
    ],
  });

ruleTest(
  rule,
  underContract(
    { alarms: true },
    {
      valid: [
        { name: "nothing to watch", contract, stack: [ecs, resource("aws:s3/bucket:Bucket", "b")] },
        {
          name: "each resource with its metrics",
          contract,
          stack: [
            ecs,
            stream,
            database,
            cluster,
            service,
            balancer,
            table,
            cache,
            alarm("AWS/Kinesis", "GetRecords.IteratorAgeMilliseconds", { StreamName: stream.name }),
            ...both({ DBInstanceIdentifier: database.identifier }),
            ...both({ DBClusterIdentifier: cluster.clusterIdentifier }),
            alarm("AWS/ECS", "CPUUtilization", inService),
            alarm("AWS/ECS", "MemoryUtilization", inService),
            alarm("AWS/ApplicationELB", "TargetResponseTime", { LoadBalancer: balancer.arnSuffix }),
            alarm("AWS/DynamoDB", "ReadThrottleEvents", { TableName: table.name }),
            alarm("AWS/ElastiCache", "EngineCPUUtilization", { CacheClusterId: text`${cache.id}-001` }),
          ],
        },
        {
          name: "names given as text",
          contract,
          stack: [
            database,
            balancer,
            cache,
            ...both({ DBInstanceIdentifier: "shop-db" }),
            alarm("AWS/ApplicationELB", "TargetResponseTime", { LoadBalancer: "app/shop-web/50dc6c495c0c9188" }),
            alarm("AWS/ElastiCache", "Evictions", { CacheClusterId: "shop-redis-001" }),
          ],
        },
        {
          name: "Aurora by each of its instances",
          contract,
          stack: [
            cluster,
            writer,
            reader,
            ...both({ DBInstanceIdentifier: writer.identifier }),
            ...both({ DBInstanceIdentifier: reader.id }),
          ],
        },
        {
          name: "Aurora Serverless by its capacity",
          contract,
          stack: [
            cluster,
            alarm("AWS/RDS", "ACUUtilization", { DBClusterIdentifier: cluster.id }),
            alarm("AWS/RDS", "DatabaseConnections", { DBClusterIdentifier: cluster.id, Role: "WRITER" }),
          ],
        },
        {
          name: "a stream by the function that reads it",
          contract,
          stack: (() => {
            const reads = resource("aws:lambda/function:Function", "reads");
            const mapping = { eventSourceArn: stream.arn, functionName: reads.arn };
            return [
              stream,
              reads,
              resource("aws:lambda/eventSourceMapping:EventSourceMapping", "m", mapping),
              alarm("AWS/Lambda", "IteratorAge", { FunctionName: reads.name }),
            ];
          })(),
        },
        {
          name: "Container Insights",
          contract,
          stack: [
            ecs,
            service,
            alarm("ECS/ContainerInsights", "CpuUtilized", inService),
            alarm("ECS/ContainerInsights", "MemoryUtilized", inService),
          ],
        },
        { name: "metric math over two tables", contract, stack: [table, carts, mathOn(table, carts)] },
        {
          name: "a table's throttled requests by operation",
          contract,
          stack: [table, alarm("AWS/DynamoDB", "ThrottledRequests", { TableName: table.name, Operation: "PutItem" })],
        },
        {
          name: "queries over a namespace",
          contract,
          stack: [
            database,
            cache,
            query('SELECT MAX(CPUUtilization) FROM SCHEMA("AWS/RDS", DBInstanceIdentifier)'),
            query('select MAX(DatabaseConnections) FROM SCHEMA("AWS/RDS", DBInstanceIdentifier)'),
            query('SELECT MAX(Evictions) FROM "AWS/ElastiCache"'),
          ],
        },
        {
          name: "look-alikes",
          contract,
          stack: [
            resource("aws:lb/loadBalancer:LoadBalancer", "nlb", { loadBalancerType: "network" }),
            resource("aws:rds/instance:Instance", "inner", { engine: "aurora-mysql" }),
            resource("aws:elasticache/cluster:Cluster", "member", { replicationGroupId: cache.id }),
            resource("aws:dynamodb/table:Table", "shared", {}, { external: true }),
          ],
        },
        {
          name: "a name that resource and alarm have from the same source",
          contract,
          shape: "up",
          stack: [
            pet,
            resource("aws:dynamodb/table:Table", "t", { name: pet.id }),
            alarm("AWS/DynamoDB", "WriteThrottleEvents", { TableName: pet.id }),
          ],
        },
      ],
      invalid: [
        {
          name: "an alarm on one resource: a finding for each of the others",
          contract,
          stack: [
            stream,
            balancer,
            table,
            cache,
            alarm("AWS/DynamoDB", "ReadThrottleEvents", { TableName: table.name }),
          ],
          findings: [
            {
              resource: "orders",
              message: /iterator age \(AWS\/Kinesis GetRecords\.IteratorAgeMilliseconds by StreamName\)/,
            },
            { resource: "web", message: /response time \(AWS\/ApplicationELB TargetResponseTime by LoadBalancer\)/ },
            { resource: "redis", message: /AWS\/ElastiCache EngineCPUUtilization by CacheClusterId/ },
          ],
        },
        {
          name: "no alarms: one finding for each resource",
          contract,
          stack: [ecs, service, database, cluster, writer],
          findings: [
            {
              resource: "app",
              level: "mandatory",
              message: /CPU \(AWS\/ECS CPUUtilization by ServiceName and ClusterName\) and memory/,
            },
            {
              resource: "db",
              level: "mandatory",
              message: /CPU .* and connections \(AWS\/RDS DatabaseConnections .* for each/,
            },
            { resource: "aurora", level: "mandatory", message: /DBClusterIdentifier/ },
          ],
        },
        {
          name: "one of two metrics",
          contract,
          stack: [database, alarm("AWS/RDS", "CPUUtilization", { DBInstanceIdentifier: database.id })],
          findings: [{ resource: "db", level: "mandatory", message: /^No alarm watches its connections \(/ }],
        },
        {
          name: "an alarm on another resource, namespace or metric",
          contract,
          stack: [
            table,
            carts,
            stream,
            alarm("AWS/DynamoDB", "ReadThrottleEvents", { TableName: carts.name }),
            alarm("AWS/DynamoDB", "ConsumedReadCapacityUnits", { TableName: table.name }),
            alarm("AWS/Lambda", "GetRecords.IteratorAgeMilliseconds", { StreamName: stream.name }),
          ],
          findings: [
            { resource: "sessions", level: "mandatory" },
            { resource: "orders", level: "mandatory" },
          ],
        },
        {
          name: "names given as text that are others'",
          contract,
          stack: [
            table,
            balancer,
            cache,
            alarm("AWS/DynamoDB", "ReadThrottleEvents", { TableName: "other-table" }),
            alarm("AWS/ApplicationELB", "TargetResponseTime", { LoadBalancer: "app/other/50dc6c495c0c9188" }),
            alarm("AWS/ElastiCache", "Evictions", { CacheClusterId: "other-001" }),
          ],
          findings: [
            { resource: "sessions", level: "mandatory" },
            { resource: "web", level: "mandatory" },
            { resource: "redis", level: "mandatory" },
          ],
        },
        {
          name: "an alarm without dimensions, and one without the cluster's name",
          contract,
          stack: [
            ecs,
            service,
            table,
            alarm("AWS/DynamoDB", "ReadThrottleEvents"),
            alarm("AWS/ECS", "CPUUtilization", { ServiceName: service.name }),
            alarm("AWS/ECS", "MemoryUtilization", inService),
          ],
          findings: [
            { resource: "sessions", level: "mandatory" },
            { resource: "app", level: "mandatory", message: /watches its CPU \(/ },
          ],
        },
        {
          name: "one of a cluster's instances",
          contract,
          stack: [cluster, writer, reader, ...both({ DBInstanceIdentifier: writer.identifier })],
          findings: [{ resource: "aurora", level: "mandatory" }],
        },
        {
          name: "an instance of a cluster is not the database beside it",
          contract,
          stack: [
            resource("aws:rds/instance:Instance", "plain", { engine: "mysql" }),
            cluster,
            writer,
            ...both({ DBInstanceIdentifier: writer.identifier }),
          ],
          findings: [{ resource: "plain", level: "mandatory" }],
        },
        {
          name: "metric math over another table, and expressions that are no queries",
          contract,
          stack: [
            table,
            carts,
            mathOn(carts),
            query('SELECT MAX(x) FROM "Other"'),
            query("m1 * 100"),
            query('SELECT MAX(Other) FROM "AWS/DynamoDB"'),
          ],
          findings: [{ resource: "sessions", level: "mandatory" }],
        },
        {
          name: "older names of a type, children of components",
          contract,
          stack: [
            resource("aws:alb/loadBalancer:LoadBalancer", "old", { loadBalancerType: "application" }),
            resource("aws:dynamodb/table:Table", "inner", {}, { parent: resource("shop:index:Store", "store") }),
            resource("aws:elasticache/cluster:Cluster", "memcached"),
            resource("aws:elasticache/serverlessCache:ServerlessCache", "serverless"),
          ],
          findings: [
            { resource: "old", level: "mandatory" },
            { resource: "inner", level: "mandatory" },
            { resource: "memcached", level: "mandatory" },
            { resource: "serverless", level: "mandatory" },
          ],
        },
      ],
      undecided: [
        {
          name: "a metric that is not known yet",
          contract,
          stack: [table, alarm("AWS/DynamoDB", unknown, { TableName: table.name })],
          at: ["sessions"],
        },
        {
          name: "dimensions that are not known yet",
          contract,
          stack: [table, alarm("AWS/DynamoDB", "ReadThrottleEvents", unknown)],
          at: ["sessions"],
        },
        {
          name: "a name that is not known yet",
          contract,
          stack: [table, alarm("AWS/DynamoDB", "ReadThrottleEvents", { TableName: unknown })],
          at: ["sessions"],
        },
        {
          name: "metrics that are not known yet",
          contract,
          stack: [table, resource(ALARM, "later", { metricQueries: unknown })],
          at: ["sessions"],
        },
        {
          name: "a metric of an expression that is not known yet",
          contract,
          stack: [table, resource(ALARM, "later", { metricQueries: [{ id: "m", metric: unknown }] })],
          at: ["sessions"],
        },
        {
          name: "a query with a condition",
          contract,
          stack: [table, query("SELECT SUM(ReadThrottleEvents) FROM \"AWS/DynamoDB\" WHERE TableName = 'x'")],
          at: ["sessions"],
        },
        {
          name: "PromQL",
          contract,
          stack: [table, resource(ALARM, "prom", { evaluationCriteria: { promqlCriteria: { query: "up" } } })],
          at: ["sessions"],
        },
        {
          name: "an alarm that is only read",
          contract,
          stack: [table, resource(ALARM, "shared", {}, { external: true })],
          at: ["sessions"],
        },
        {
          name: "a name that resource and alarm may have from the same source",
          contract,
          stack: [
            pet,
            resource("aws:dynamodb/table:Table", "t", { name: pet.id }),
            alarm("AWS/DynamoDB", "WriteThrottleEvents", { TableName: pet.id }),
          ],
          at: ["t"],
        },
      ],
    },
  ),
);
