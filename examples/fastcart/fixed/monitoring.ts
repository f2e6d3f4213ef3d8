import * as aws from "@pulumi/aws";
import { CACHE_NODES, cache, cacheId, checkpoints, database, stream } from "./data";
import { onCall } from "./foundation";
import { cluster, service } from "./processing";
import { named } from "./settings";

type Watch = Pick<aws.cloudwatch.MetricAlarmArgs, "namespace" | "metricName" | "dimensions" | "threshold"> & {
  means: string;
  statistic?: "Average" | "Maximum" | "Minimum" | "Sum";
  below?: boolean;
};

/** Calls the people on call after five bad minutes, and tells them when it is over. */
function watch(part: string, what: Watch, options?: { dependsOn: aws.elasticache.ReplicationGroup }): void {
  new aws.cloudwatch.MetricAlarm(
    named(part),
    {
      alarmDescription: what.means,
      namespace: what.namespace,
      metricName: what.metricName,
      dimensions: what.dimensions,
      statistic: what.statistic ?? "Average",
      period: 60,
      evaluationPeriods: 5,
      comparisonOperator: what.below ? "LessThanThreshold" : "GreaterThanThreshold",
      threshold: what.threshold,
      treatMissingData: "notBreaching",
      alarmActions: [onCall.arn],
      okActions: [onCall.arn],
    },
    options,
  );
}

watch("orders-wait", {
  means: "Orders lie in the stream for more than a minute",
  namespace: "AWS/Kinesis",
  metricName: "GetRecords.IteratorAgeMilliseconds",
  dimensions: { StreamName: stream.name },
  statistic: "Maximum",
  threshold: 60_000,
});

const databaseDimensions = { DBInstanceIdentifier: database.identifier };
watch("database-cpu", {
  means: "The database computes at its limit",
  namespace: "AWS/RDS",
  metricName: "CPUUtilization",
  dimensions: databaseDimensions,
  threshold: 80,
});
watch("database-connections", {
  means: "The database has far more connections than all tasks together should open",
  namespace: "AWS/RDS",
  metricName: "DatabaseConnections",
  dimensions: databaseDimensions,
  statistic: "Maximum",
  threshold: 400,
});
watch("database-storage", {
  means: "The database has less than 10 GiB left",
  namespace: "AWS/RDS",
  metricName: "FreeStorageSpace",
  dimensions: databaseDimensions,
  statistic: "Minimum",
  threshold: 10 * 1024 ** 3,
  below: true,
});

for (let node = 1; node <= CACHE_NODES; node++) {
  const number = String(node).padStart(3, "0");
  watch(
    `cache-${number}-cpu`,
    {
      means: `Node ${number} of the cache computes at its limit`,
      namespace: "AWS/ElastiCache",
      metricName: "EngineCPUUtilization",
      dimensions: { CacheClusterId: `${cacheId}-${number}` },
      threshold: 80,
    },
    { dependsOn: cache },
  );
}

for (const [resource, metricName] of Object.entries({ cpu: "CPUUtilization", memory: "MemoryUtilization" })) {
  watch(`processor-${resource}`, {
    means: `The tasks are short of ${resource}, although their number was raised`,
    namespace: "AWS/ECS",
    metricName,
    dimensions: { ClusterName: cluster.name, ServiceName: service.name },
    threshold: 85,
  });
}

for (const access of ["Read", "Write"]) {
  watch(`checkpoint-${access.toLowerCase()}-throttling`, {
    means: "DynamoDB holds up the checkpoints",
    namespace: "AWS/DynamoDB",
    metricName: `${access}ThrottleEvents`,
    dimensions: { TableName: checkpoints.name },
    statistic: "Sum",
    threshold: 0,
  });
}
