import rule from "../../../policies/observability/alarm-metric-valid";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type Input } from "../../../src/testing/stack";

const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
const alarm = (
  name: string,
  namespace: Input,
  metricName: Input,
  dimensions?: Input,
  more: Record<string, Input> = {},
) => resource(ALARM, name, { namespace, metricName, dimensions, statistic: "Average", ...more });
const query = (name: string, metric: Record<string, Input>) =>
  resource(ALARM, name, { metricQueries: [{ id: "m", metric, returnData: true }] });

ruleTest(rule, {
  valid: [
    {
      name: "metrics that exist, with their dimensions",
      stack: [
        alarm("a", "AWS/RDS", "CPUUtilization", { DBClusterIdentifier: unknown, Role: "WRITER" }),
        alarm("b", "AWS/ECS", "CPUUtilization", { ClusterName: unknown, ServiceName: unknown }),
        alarm("c", "AWS/ApplicationELB", "UnHealthyHostCount", { LoadBalancer: unknown, TargetGroup: unknown }),
        alarm("d", "AWS/ApplicationELB", "RequestCountPerTarget", { TargetGroup: unknown }),
        alarm("e", "AWS/Kinesis", "GetRecords.IteratorAgeMilliseconds", { StreamName: unknown }),
        alarm("f", "AWS/DynamoDB", "ThrottledRequests", { TableName: unknown, Operation: "PutItem" }),
        alarm("g", "AWS/DynamoDB", "UserErrors"),
        alarm("h", "AWS/ApplicationELB", "HTTPCode_ELB_5XX_Count", { LoadBalancer: unknown }, { statistic: "Sum" }),
        query("i", { namespace: "AWS/RDS", metricName: "DatabaseConnections", stat: "Maximum" }),
      ],
    },
    {
      name: "names that the table does not have",
      stack: [
        alarm("a", "Shop/Orders", "CPUUtilisation", { Shop: "x" }),
        alarm("b", "AWS/RDS", "SomethingNew", { SomeNewDimension: "x" }),
        alarm("c", "AWS/Lambda", "constructor", { toString: "x" }),
        alarm("d", "AWS/S3", "BucketSizeBytes", { BucketName: "x" }),
        alarm("e", "AWS/DynamoDB", "ThrottledRequests", unknown),
        alarm("f", "AWS/ApplicationELB", "HTTPCode_ELB_5XX_Count", { LoadBalancer: unknown }, { statistic: unknown }),
      ],
    },
    {
      name: "metrics of Lambda Managed Instances",
      stack: [
        alarm("a", "AWS/Lambda", "CPUUtilization", { CapacityProviderName: unknown, InstanceType: "m7g.large" }),
        alarm("b", "AWS/Lambda", "MemoryUtilization", { CapacityProviderName: unknown }),
        alarm("c", "AWS/Lambda", "ExecutionEnvironmentCPUUtilization", {
          CapacityProviderName: unknown,
          FunctionName: unknown,
        }),
      ],
    },
    {
      name: "an expression",
      stack: [resource(ALARM, "a", { metricQueries: [{ id: "q", expression: "SELECT MAX(CPU) FROM SCHEMA(X)" }] })],
    },
    { name: "an alarm that the stack only reads", stack: [resource(ALARM, "shared", {}, { external: true })] },
  ],
  invalid: [
    {
      name: "metrics that the namespace does not have",
      stack: [
        alarm("a", "AWS/ApplicationELB", "UnhealthyHostCount", { LoadBalancer: unknown }),
        alarm("b", "AWS/RDS", "MemoryUtilization"),
        alarm("c", "AWS/DynamoDB", "CPUUtilization", { TableName: unknown }),
        query("d", { namespace: "AWS/Kinesis", metricName: "IteratorAge", stat: "Maximum" }),
        alarm("e", "AWS/EC2", "MemoryUtilization", { InstanceId: unknown }),
      ],
      findings: [
        { resource: "a", path: "metricName", message: /Use `metricName: "UnHealthyHostCount"`\./ },
        { resource: "b", path: "metricName", message: /Use `metricName: "FreeableMemory"`/ },
        { resource: "c", path: "metricName", message: /Use a metric that it has/ },
        { resource: "d", path: "metricQueries[0].metric.metricName", message: /GetRecords/ },
        { resource: "e", path: "metricName", message: /Use mem_used_percent of the namespace CWAgent\./ },
      ],
    },
    {
      name: "dimensions that the metric does not have",
      stack: [
        alarm("a", "AWS/RDS", "CPUUtilization", { DBInstanceId: unknown }),
        alarm("b", "AWS/SQS", "ApproximateAgeOfOldestMessage", { queueName: "jobs" }),
        alarm("c", "AWS/DynamoDB", "UserErrors", { TableName: unknown }),
        alarm("d", "AWS/ApplicationELB", "TargetResponseTime", { LoadBalancerName: unknown }),
      ],
      findings: [
        { resource: "a", path: "dimensions.DBInstanceId", message: /Use DBInstanceIdentifier/ },
        { resource: "b", path: "dimensions.queueName", message: /Use QueueName/ },
        { resource: "c", path: "dimensions.TableName", message: /Remove it/ },
        { resource: "d", path: "dimensions.LoadBalancerName", message: /Use LoadBalancer\./ },
      ],
    },
    {
      name: "dimensions that are missing",
      stack: [
        alarm("a", "AWS/ECS", "MemoryUtilization", { ServiceName: unknown }),
        alarm("b", "AWS/ApplicationELB", "HealthyHostCount", { TargetGroup: unknown }),
        alarm("c", "AWS/DynamoDB", "SystemErrors", { TableName: unknown }),
        alarm("d", "AWS/Kinesis", "IncomingBytes"),
        alarm("e", "AWS/Lambda", "CPUUtilization", { FunctionName: unknown }),
      ],
      findings: [
        { resource: "a", path: "dimensions", message: /without ClusterName/ },
        { resource: "b", path: "dimensions", message: /without LoadBalancer/ },
        { resource: "c", path: "dimensions", message: /without Operation/ },
        { resource: "d", path: "dimensions", message: /without StreamName/ },
        { resource: "e", path: "dimensions", message: /without CapacityProviderName/ },
      ],
    },
    {
      name: "statistics that are always 1",
      stack: [
        alarm("a", "AWS/ApplicationELB", "HTTPCode_ELB_5XX_Count", { LoadBalancer: unknown }),
        query("b", {
          namespace: "AWS/ApplicationELB",
          metricName: "HTTPCode_Target_5XX_Count",
          dimensions: { LoadBalancer: unknown },
          stat: "Maximum",
        }),
      ],
      findings: [
        { resource: "a", path: "statistic", level: "advisory", message: /always 1/ },
        { resource: "b", path: "metricQueries[0].metric.stat", level: "advisory" },
      ],
    },
  ],
  undecided: [
    {
      name: "names that are not known yet",
      stack: [
        alarm("a", unknown, "CPUUtilization"),
        alarm("b", "AWS/RDS", unknown),
        resource(ALARM, "c", { metricQueries: unknown }),
      ],
      at: ["a.namespace", "b.metricName", "c.metricQueries"],
    },
  ],
});
