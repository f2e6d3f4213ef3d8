import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { Database } from "./database";
import { Network } from "./network";
import { Platform } from "./platform";

// P19: nothing requires an environment suffix; without it, names collide.
export interface PaymentStackArgs {
  certificateArn: string;
  imageVersion: string;
  logArchiveBucket: string;
  tags?: Record<string, string>;
}

/** One environment of the payment platform. */
export class PaymentStack extends pulumi.ComponentResource {
  readonly vpcId: pulumi.Output<string>;
  readonly databaseAddress: pulumi.Output<string>;
  readonly albDnsName: pulumi.Output<string>;

  constructor(name: string, args: PaymentStackArgs, opts?: pulumi.ComponentResourceOptions) {
    super("payments:index:PaymentStack", name, {}, opts);
    const parent = { parent: this };

    // P14: CostCenter and MigrationPhase are missing.
    const tags = { Environment: "test", ...args.tags };

    const network = new Network(`${name}-network`, {}, parent);
    const database = new Database(`${name}-database`, { tags, network }, parent);
    const platform = new Platform(`${name}-platform`, { ...args, tags, network, database }, parent);

    // P9: the services are on the dashboard, and the database is not.
    const region = aws.config.requireRegion();
    new aws.cloudwatch.Dashboard(
      "payments-dashboard",
      {
        dashboardName: "payments",
        dashboardBody: JSON.stringify({
          widgets: ["CPUUtilization", "MemoryUtilization"].map((metric, index) => ({
            type: "metric",
            x: index * 12,
            y: 0,
            width: 12,
            height: 6,
            properties: {
              title: metric,
              region,
              view: "timeSeries",
              stat: "Average",
              period: 60,
              metrics: [["AWS/ECS", metric, "ClusterName", "payments", "ServiceName", "payments-api"]],
            },
          })),
        }),
      },
      parent,
    );

    // P10: no alarms on CPU, memory, connections or response time.
    // P11: no backup vault, plan or selection.
    // P12: no state machine carries out the cutover.
    // P13: no configuration in Parameter Store.

    this.vpcId = network.vpc.id;
    this.databaseAddress = database.instance.address;
    this.albDnsName = platform.loadBalancer.dnsName;
    this.registerOutputs({ vpcId: this.vpcId });
  }
}
