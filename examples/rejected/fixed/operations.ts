import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { catalog, orders, prices, sessions } from "./data";
import { balancer, cluster, service } from "./delivery";
import { failed, report } from "./functions";
import { key, operators, region, trust } from "./identity";
import { privateSubnetIds } from "./network";
import { domainName } from "./network";
import { stock } from "./stores";

// Every night the report is written.
const nightly = new aws.cloudwatch.EventRule("nightly", { scheduleExpression: "cron(0 3 * * ? *)" });
new aws.cloudwatch.EventTarget("report", {
  rule: nightly.name,
  arn: report.arn,
  deadLetterConfig: { arn: failed.arn },
});
new aws.lambda.Permission("report", {
  action: "lambda:InvokeFunction",
  function: report.name,
  principal: "events.amazonaws.com",
  sourceArn: nightly.arn,
});
new aws.sqs.QueuePolicy("failed", {
  queueUrl: failed.id,
  policy: pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Service: "events.amazonaws.com" },
        Action: "sqs:SendMessage",
        Resource: failed.arn,
        Condition: { ArnEquals: { "aws:SourceArn": nightly.arn } },
      },
    ],
  }),
});

// The account records its configuration already; these are the shop's own rules.
for (const [name, sourceIdentifier] of Object.entries({
  versioned: "S3_BUCKET_VERSIONING_ENABLED",
  ssh: "INCOMING_SSH_DISABLED",
})) {
  new aws.cfg.Rule(name, { source: { owner: "AWS", sourceIdentifier } });
}

// A machine of this template indexes the catalogue, and is replaced where it fails.
const indexer = new aws.ec2.LaunchTemplate("indexer", {
  imageId: "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64",
  instanceType: "m7g.large",
  userData: Buffer.from("#!/bin/bash\nset -eu\ndnf install -y postgresql17\n").toString("base64"),
  metadataOptions: { httpEndpoint: "enabled", httpTokens: "required" },
  blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "true", kmsKeyId: key.arn, volumeSize: 50 } }],
});
new aws.autoscaling.Group("indexers", {
  launchTemplate: { id: indexer.id, version: "$Latest" },
  vpcZoneIdentifiers: privateSubnetIds,
  minSize: 1,
  maxSize: 1,
});
new aws.route53.HealthCheck("shop", {
  type: "HTTPS",
  fqdn: `shop.${domainName}`,
  port: 443,
  resourcePath: "/health",
  failureThreshold: 3,
  requestInterval: 30,
});

function databaseCharts(dimension: string, name: pulumi.Output<string>): object[] {
  return ["CPUUtilization", "DatabaseConnections", "FreeableMemory"].map((metric) => [
    "AWS/RDS",
    metric,
    dimension,
    name,
  ]);
}
const charts = {
  Tasks: [["AWS/ECS", "CPUUtilization", "ClusterName", cluster.name, "ServiceName", service.name]],
  Orders: databaseCharts("DBInstanceIdentifier", orders.identifier),
  Stock: databaseCharts("DBInstanceIdentifier", stock.identifier),
  Catalog: databaseCharts("DBClusterIdentifier", catalog.clusterIdentifier),
};
const overview = new aws.cloudwatch.Dashboard("overview", {
  dashboardName: `shop-${pulumi.getStack()}`,
  dashboardBody: pulumi.jsonStringify({
    widgets: Object.entries(charts).map(([title, metrics], index) => ({
      type: "metric",
      x: 0,
      y: index * 6,
      width: 12,
      height: 6,
      properties: { title, region, metrics },
    })),
  }),
});
/** What auditors may see. */
export const auditing = new aws.iam.Policy("auditing", {
  policy: {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: ["cloudwatch:GetDashboard"], Resource: overview.dashboardArn }],
  },
});

type Dimensions = Record<string, pulumi.Input<string>>;

function alarm(name: string, metric: string, threshold: number, dimensions: Dimensions): void {
  const [namespace, metricName] = metric.split(" ");
  new aws.cloudwatch.MetricAlarm(name, {
    namespace,
    metricName,
    dimensions,
    statistic: "Average",
    period: 300,
    evaluationPeriods: 2,
    comparisonOperator: "GreaterThanThreshold",
    threshold,
    alarmActions: [operators.arn],
  });
}

const orderDatabase = { DBInstanceIdentifier: orders.identifier };
const catalogDatabase = { DBClusterIdentifier: catalog.clusterIdentifier };
const tasks = { ClusterName: cluster.name, ServiceName: service.name };
alarm("orders-cpu", "AWS/RDS CPUUtilization", 80, orderDatabase);
alarm("orders-connections", "AWS/RDS DatabaseConnections", 500, orderDatabase);
alarm("catalog-cpu", "AWS/RDS CPUUtilization", 80, catalogDatabase);
alarm("catalog-connections", "AWS/RDS DatabaseConnections", 500, catalogDatabase);
alarm("prices-throttled", "AWS/DynamoDB ReadThrottleEvents", 0, { TableName: prices.name });
alarm("sessions-cpu", "AWS/ElastiCache EngineCPUUtilization", 80, {
  CacheClusterId: sessions.memberClusters.apply(([first]) => first),
});
alarm("tasks-cpu", "AWS/ECS CPUUtilization", 80, tasks);
alarm("tasks-memory", "AWS/ECS MemoryUtilization", 80, tasks);
alarm("shop-slow", "AWS/ApplicationELB TargetResponseTime", 1, { LoadBalancer: balancer.arnSuffix });
alarm("failed", "AWS/SQS ApproximateNumberOfMessagesVisible", 0, { QueueName: failed.name });

const vault = new aws.backup.Vault("backups", { kmsKeyArn: key.arn });
const plan = new aws.backup.Plan("daily", {
  rules: [
    { ruleName: "daily", targetVaultName: vault.name, schedule: "cron(0 5 * * ? *)", lifecycle: { deleteAfter: 35 } },
  ],
});
const backupRole = new aws.iam.Role("backup", { assumeRolePolicy: trust("backup.amazonaws.com") });
const backupPolicy = new aws.iam.RolePolicyAttachment("backup", {
  role: backupRole.name,
  policyArn: aws.iam.ManagedPolicy.AWSBackupServiceRolePolicyForBackup,
});
new aws.backup.Selection(
  "databases",
  { planId: plan.id, iamRoleArn: backupRole.arn, resources: [orders.arn, stock.arn, catalog.arn, prices.arn] },
  { dependsOn: backupPolicy },
);
