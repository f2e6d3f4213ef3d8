import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { databases, rotationFunction, sessionTable } from "./database";
import { cluster, loadBalancer, services, targetGroups } from "./delivery";
import { operatorsTopic } from "./foundation";
import { COLORS, physicalName, region } from "./settings";
import { switchFunction } from "./switching";

type Alarm = Pick<aws.cloudwatch.MetricAlarmArgs, "namespace" | "metricName" | "dimensions" | "threshold"> & {
  description: string;
  statistic?: string;
  percentile?: string;
};

/** An alarm that tells the operators after three bad minutes, and when they are over. */
function alarm(logicalName: string, args: Alarm): void {
  new aws.cloudwatch.MetricAlarm(logicalName, {
    alarmDescription: args.description,
    namespace: args.namespace,
    metricName: args.metricName,
    dimensions: args.dimensions,
    ...(args.percentile ? { extendedStatistic: args.percentile } : { statistic: args.statistic ?? "Average" }),
    period: 60,
    evaluationPeriods: 3,
    comparisonOperator: "GreaterThanThreshold",
    threshold: args.threshold,
    treatMissingData: "notBreaching",
    alarmActions: [operatorsTopic.arn],
    okActions: [operatorsTopic.arn],
  });
}

for (const color of COLORS) {
  const database = { DBClusterIdentifier: databases[color].cluster.clusterIdentifier };
  const service = { ClusterName: cluster.name, ServiceName: services[color].name };
  alarm(`${color}-database-cpu`, {
    description: `The ${color} database computes at its limit`,
    namespace: "AWS/RDS",
    metricName: "CPUUtilization",
    dimensions: database,
    threshold: 80,
  });
  alarm(`${color}-database-connections`, {
    description: `The ${color} database comes close to the thousand connections its class allows`,
    namespace: "AWS/RDS",
    metricName: "DatabaseConnections",
    dimensions: database,
    statistic: "Maximum",
    threshold: 800,
  });
  alarm(`${color}-service-cpu`, {
    description: `The ${color} tasks compute at their limit`,
    namespace: "AWS/ECS",
    metricName: "CPUUtilization",
    dimensions: service,
    threshold: 80,
  });
  alarm(`${color}-service-memory`, {
    description: `The ${color} tasks are short of memory`,
    namespace: "AWS/ECS",
    metricName: "MemoryUtilization",
    dimensions: service,
    threshold: 80,
  });
  alarm(`${color}-unhealthy-targets`, {
    description: `Tasks of the ${color} side fail their health check`,
    namespace: "AWS/ApplicationELB",
    metricName: "UnHealthyHostCount",
    dimensions: { LoadBalancer: loadBalancer.arnSuffix, TargetGroup: targetGroups[color].arnSuffix },
    statistic: "Maximum",
    threshold: 0,
  });
}

alarm("response-time", {
  description: "One payment in twenty takes longer than a second",
  namespace: "AWS/ApplicationELB",
  metricName: "TargetResponseTime",
  dimensions: { LoadBalancer: loadBalancer.arnSuffix },
  percentile: "p95",
  threshold: 1,
});

for (const operation of ["Read", "Write"]) {
  alarm(`sessions-${operation.toLowerCase()}-throttling`, {
    description: `DynamoDB turns away ${operation.toLowerCase()}s of sessions`,
    namespace: "AWS/DynamoDB",
    metricName: `${operation}ThrottleEvents`,
    dimensions: { TableName: sessionTable.name },
    statistic: "Sum",
    threshold: 0,
  });
}

for (const [name, lambda] of Object.entries({ switch: switchFunction, rotation: rotationFunction })) {
  alarm(`${name}-errors`, {
    description: `The ${name} function failed`,
    namespace: "AWS/Lambda",
    metricName: "Errors",
    dimensions: { FunctionName: lambda.name },
    statistic: "Sum",
    threshold: 0,
  });
}

/** One row of the dashboard per question, both sides in one graph: a switch is judged by comparing them. */
function graph(position: number, title: string, stat: string, metrics: pulumi.Input<string>[][]): object {
  return {
    type: "metric",
    x: (position % 2) * 12,
    y: Math.floor(position / 2) * 6,
    width: 12,
    height: 6,
    properties: { title, region, view: "timeSeries", stat, period: 60, metrics },
  };
}

const databaseGraphs: [title: string, metric: string, stat: string][] = [
  ["Database CPU (%)", "CPUUtilization", "Average"],
  ["Database connections", "DatabaseConnections", "Maximum"],
  ["Database memory left (bytes)", "FreeableMemory", "Minimum"],
];

export const dashboard = new aws.cloudwatch.Dashboard("dashboard", {
  dashboardName: physicalName("migration"),
  dashboardBody: pulumi.jsonStringify({
    widgets: [
      ...databaseGraphs.map(([title, metric, stat], position) =>
        graph(
          position,
          title,
          stat,
          COLORS.map((color) => ["AWS/RDS", metric, "DBClusterIdentifier", databases[color].cluster.clusterIdentifier]),
        ),
      ),
      graph(
        3,
        "Response time (s)",
        "p95",
        COLORS.map((color) => [
          "AWS/ApplicationELB",
          "TargetResponseTime",
          "LoadBalancer",
          loadBalancer.arnSuffix,
          "TargetGroup",
          targetGroups[color].arnSuffix,
        ]),
      ),
    ],
  }),
});
