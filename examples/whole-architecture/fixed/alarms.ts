import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { labels } from "./api";
import { parcels, sessions, tariffs } from "./data";
import { failed } from "./functions";
import { named, operators } from "./settings";
import { balancer, cluster, service } from "./web";

type Dimensions = Record<string, pulumi.Input<string>>;

function alarm(part: string, metric: string, threshold: number, dimensions: Dimensions, statistic = "Average"): void {
  const [namespace, metricName] = metric.split(" ");
  new aws.cloudwatch.MetricAlarm(named(part), {
    namespace,
    metricName,
    dimensions,
    statistic,
    period: 300,
    evaluationPeriods: 2,
    comparisonOperator: "GreaterThanThreshold",
    threshold,
    alarmActions: [operators.arn],
    okActions: [operators.arn],
  });
}

const database = { DBInstanceIdentifier: tariffs.identifier };
const tasks = { ClusterName: cluster.name, ServiceName: service.name };
alarm("tariffs-cpu", "AWS/RDS CPUUtilization", 80, database);
alarm("tariffs-connections", "AWS/RDS DatabaseConnections", 500, database);
alarm("sessions-cpu", "AWS/ElastiCache EngineCPUUtilization", 80, {
  CacheClusterId: sessions.memberClusters.apply(([first]) => first),
});
alarm("counter-cpu", "AWS/ECS CPUUtilization", 80, tasks);
alarm("counter-memory", "AWS/ECS MemoryUtilization", 80, tasks);
alarm("counter-slow", "AWS/ApplicationELB TargetResponseTime", 1, { LoadBalancer: balancer.arnSuffix });
alarm("parcels-throttled", "AWS/DynamoDB ReadThrottleEvents", 0, { TableName: parcels.name }, "Sum");
alarm("labels-waiting", "AWS/SQS ApproximateAgeOfOldestMessage", 900, { QueueName: labels.name }, "Maximum");
alarm("failed", "AWS/SQS ApproximateNumberOfMessagesVisible", 0, { QueueName: failed.name }, "Maximum");
