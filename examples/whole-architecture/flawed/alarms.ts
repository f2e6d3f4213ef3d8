import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { parcels, sessions, tariffs } from "./data";
import { failed } from "./functions";
import { config, named, operators, region } from "./settings";
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
// alarm-can-fire: nothing is busier than 100 %.
alarm("tariffs-cpu", "AWS/RDS CPUUtilization", 100, database);
alarm("tariffs-connections", "AWS/RDS DatabaseConnections", 500, database);
alarm("sessions-cpu", "AWS/ElastiCache EngineCPUUtilization", 80, {
  CacheClusterId: sessions.memberClusters.apply(([first]) => first),
});
alarm("counter-cpu", "AWS/ECS CPUUtilization", 80, tasks);
// alarm-metric-valid: ECS has no metric of this name.
alarm("counter-memory", "AWS/ECS MemoryUtilized", 80, tasks);
alarm("counter-slow", "AWS/ApplicationELB TargetResponseTime", 1, { LoadBalancer: balancer.arnSuffix });
alarm("parcels-throttled", "AWS/DynamoDB ReadThrottleEvents", 0, { TableName: parcels.name }, "Sum");
// alarm-dimensions: the metric has the queue's name, not its ARN.
const labelsArn = `arn:aws:sqs:${region}:${config.require("account")}:${named("labels")}`;
alarm("labels-waiting", "AWS/SQS ApproximateAgeOfOldestMessage", 900, { QueueName: labelsArn }, "Maximum");
alarm("failed", "AWS/SQS ApproximateNumberOfMessagesVisible", 0, { QueueName: failed.name }, "Maximum");
