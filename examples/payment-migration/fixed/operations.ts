import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { COLORS } from "./shared";
import type { Cutover } from "./cutover";
import type { Database } from "./database";
import type { Foundation } from "./foundation";
import type { Platform } from "./platform";

export interface OperationsArgs {
  environmentSuffix: string;
  region: string;
  foundation: Foundation;
  database: Database;
  platform: Platform;
  cutover: Cutover;
}

interface Gauge {
  title: string;
  namespace: string;
  metricName: string;
  dimensions: Record<string, pulumi.Input<string>>;
  /** A statistic, or a percentile such as p95. */
  stat: string;
}

/** Alarms, the dashboard and the backups. */
export class Operations extends pulumi.ComponentResource {
  constructor(
    name: string,
    private readonly args: OperationsArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("payments:index:Operations", name, {}, opts);
    this.watch();
    this.backUp();
    this.registerOutputs({});
  }

  private named(part: string): string {
    return `payments-${part}-${this.args.environmentSuffix}`;
  }

  private watch(): void {
    const { region, database, platform, cutover } = this.args;
    const ofDatabase = { DBClusterIdentifier: database.cluster.clusterIdentifier };
    const ofLoadBalancer = { LoadBalancer: platform.loadBalancer.arnSuffix };
    const rds = (title: string, metricName: string, stat: string): Gauge => ({
      title,
      namespace: "AWS/RDS",
      metricName,
      dimensions: ofDatabase,
      stat,
    });
    const databaseCpu = rds("Database CPU (%)", "CPUUtilization", "Average");
    const databaseConnections = rds("Database connections", "DatabaseConnections", "Maximum");
    const databaseMemory = rds("Database memory left (bytes)", "FreeableMemory", "Minimum");
    const responseTime: Gauge = {
      title: "Response time (s)",
      namespace: "AWS/ApplicationELB",
      metricName: "TargetResponseTime",
      dimensions: ofLoadBalancer,
      stat: "p95",
    };
    const errors: Gauge = {
      title: "Errors of the load balancer",
      namespace: "AWS/ApplicationELB",
      metricName: "HTTPCode_ELB_5XX_Count",
      dimensions: ofLoadBalancer,
      stat: "Sum",
    };
    const services = COLORS.map((color) => {
      const ofService = { ClusterName: platform.cluster.name, ServiceName: platform.services[color].name };
      const ecs = (what: string, metricName: string): Gauge => ({
        title: `${color} ${what} (%)`,
        namespace: "AWS/ECS",
        metricName,
        dimensions: ofService,
        stat: "Average",
      });
      return { color, cpu: ecs("CPU", "CPUUtilization"), memory: ecs("memory", "MemoryUtilization") };
    });

    this.alarm("database-cpu", databaseCpu, 80);
    this.alarm("database-connections", databaseConnections, 400);
    this.alarm("response-time", responseTime, 1);
    this.alarm("load-balancer-errors", errors, 10);
    for (const { color, cpu, memory } of services) {
      this.alarm(`${color}-cpu`, cpu, 80);
      this.alarm(`${color}-memory`, memory, 80);
    }
    this.alarm(
      "cutover-failed",
      {
        title: "Cutovers that failed",
        namespace: "AWS/States",
        metricName: "ExecutionsFailed",
        dimensions: { StateMachineArn: cutover.stateMachine.arn },
        stat: "Sum",
      },
      0,
    );

    const graphs = [
      databaseCpu,
      databaseConnections,
      databaseMemory,
      responseTime,
      errors,
      ...services.flatMap(({ cpu, memory }) => [cpu, memory]),
    ];
    new aws.cloudwatch.Dashboard(
      this.named("dashboard"),
      {
        dashboardName: this.named("migration"),
        dashboardBody: pulumi.jsonStringify({
          widgets: graphs.map(({ title, namespace, metricName, dimensions, stat }, index) => ({
            type: "metric",
            x: (index % 3) * 8,
            y: Math.floor(index / 3) * 6,
            width: 8,
            height: 6,
            properties: {
              title,
              region,
              view: "timeSeries",
              stat,
              period: 60,
              metrics: [[namespace, metricName, ...Object.entries(dimensions).flat()]],
            },
          })),
        }),
      },
      { parent: this },
    );
  }

  /** Tells the operators after three minutes above the threshold, and once it is over. */
  private alarm(part: string, { title, namespace, metricName, dimensions, stat }: Gauge, threshold: number): void {
    const { operators } = this.args.foundation;
    new aws.cloudwatch.MetricAlarm(
      this.named(part),
      {
        alarmDescription: `${title} is above ${threshold}`,
        namespace,
        metricName,
        dimensions,
        ...(stat.startsWith("p") ? { extendedStatistic: stat } : { statistic: stat }),
        period: 60,
        evaluationPeriods: 3,
        comparisonOperator: "GreaterThanThreshold",
        threshold,
        treatMissingData: "notBreaching",
        alarmActions: [operators.arn],
        okActions: [operators.arn],
      },
      { parent: this },
    );
  }

  private backUp(): void {
    const { foundation, database } = this.args;
    const parent = { parent: this };
    // With the environment go its backups.
    const vault = new aws.backup.Vault(
      this.named("vault"),
      { name: this.named("vault"), kmsKeyArn: foundation.key.arn, forceDestroy: true },
      parent,
    );
    const plan = new aws.backup.Plan(
      this.named("backup-plan"),
      {
        name: this.named("daily"),
        rules: [
          {
            ruleName: "daily",
            targetVaultName: vault.name,
            schedule: "cron(0 3 * * ? *)",
            startWindow: 60,
            completionWindow: 180,
            lifecycle: { deleteAfter: 30 },
          },
        ],
      },
      parent,
    );
    const role = new aws.iam.Role(
      this.named("backup-role"),
      {
        assumeRolePolicy: JSON.stringify({
          Version: "2012-10-17",
          Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "backup.amazonaws.com" } }],
        }),
      },
      parent,
    );
    const attachments = ["Backup", "Restores"].map(
      (purpose) =>
        new aws.iam.RolePolicyAttachment(
          this.named(`backup-role-for-${purpose.toLowerCase()}`),
          {
            role: role.name,
            policyArn: `arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyFor${purpose}`,
          },
          parent,
        ),
    );
    new aws.backup.Selection(
      this.named("backup-selection"),
      { name: this.named("database"), planId: plan.id, iamRoleArn: role.arn, resources: [database.cluster.arn] },
      { parent: this, dependsOn: attachments },
    );
  }
}
