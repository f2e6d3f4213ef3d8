import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { Cutover } from "./cutover";
import { Database } from "./database";
import { Foundation } from "./foundation";
import { Network } from "./network";
import { Operations } from "./operations";
import { Platform } from "./platform";

export interface PaymentStackArgs {
  /** Sets this environment apart from the others of the account. */
  environmentSuffix: string;
  region: string;
  /** The hosted zone in which the environment gets a name. */
  zoneName: string;
  hostedZoneId: string;
  imageVersion: string;
  /** A bucket of the log archive account that load balancers of this region may write to. */
  logArchiveBucket: string;
  operatorsEmail: string;
}

/** One environment of the payment platform. */
export class PaymentStack extends pulumi.ComponentResource {
  readonly vpcId: pulumi.Output<string>;
  readonly publicSubnetIds: pulumi.Output<string>[];
  readonly privateSubnetIds: pulumi.Output<string>[];
  readonly databaseEndpoint: pulumi.Output<string>;
  readonly dbSecretArn: pulumi.Output<string>;
  readonly albDnsName: pulumi.Output<string>;
  readonly url: string;
  readonly blueTargetGroupArn: pulumi.Output<string>;
  readonly greenTargetGroupArn: pulumi.Output<string>;
  readonly stateMachineArn: pulumi.Output<string>;
  readonly activeSideParameter: pulumi.Output<string>;

  constructor(name: string, args: PaymentStackArgs, opts?: pulumi.ComponentResourceOptions) {
    super("payments:index:PaymentStack", name, {}, opts);
    const parent = { parent: this };
    const { environmentSuffix, region, hostedZoneId, imageVersion, logArchiveBucket, operatorsEmail } = args;
    const accountId = aws.getCallerIdentityOutput({}, parent).accountId;
    const domainName = `${environmentSuffix}.${args.zoneName}`;

    const foundation = new Foundation(
      `${name}-foundation`,
      { environmentSuffix, operatorsEmail, region, accountId },
      parent,
    );
    const network = new Network(`${name}-network`, { environmentSuffix, region, foundation }, parent);
    const database = new Database(`${name}-database`, { environmentSuffix, foundation, network }, parent);
    const platform = new Platform(
      `${name}-platform`,
      {
        environmentSuffix,
        region,
        accountId,
        domainName,
        hostedZoneId,
        imageVersion,
        logArchiveBucket,
        foundation,
        network,
        database,
      },
      parent,
    );
    const cutover = new Cutover(`${name}-cutover`, { environmentSuffix, foundation, database, platform }, parent);
    new Operations(
      `${name}-operations`,
      { environmentSuffix, region, foundation, database, platform, cutover },
      parent,
    );

    this.vpcId = network.vpc.id;
    this.publicSubnetIds = network.subnetIds.public;
    this.privateSubnetIds = network.subnetIds.private;
    this.databaseEndpoint = database.cluster.endpoint;
    this.dbSecretArn = database.secretArn;
    this.albDnsName = platform.loadBalancer.dnsName;
    this.url = `https://${domainName}`;
    this.blueTargetGroupArn = platform.targetGroups.blue.arn;
    this.greenTargetGroupArn = platform.targetGroups.green.arn;
    this.stateMachineArn = cutover.stateMachine.arn;
    this.activeSideParameter = cutover.activeSide.name;
    this.registerOutputs({ url: this.url });
  }
}
