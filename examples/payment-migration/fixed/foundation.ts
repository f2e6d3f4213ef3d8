import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const LOG_RETENTION_DAYS = 30;

export interface FoundationArgs {
  environmentSuffix: string;
  operatorsEmail: string;
  region: string;
  accountId: pulumi.Input<string>;
}

/** What everything else stands on: the key, the logs and the people who hear of alarms. */
export class Foundation extends pulumi.ComponentResource {
  readonly key: aws.kms.Key;
  readonly operators: aws.sns.Topic;

  constructor(
    name: string,
    private readonly args: FoundationArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("payments:index:Foundation", name, {}, opts);
    const { environmentSuffix, operatorsEmail, region, accountId } = args;

    this.key = new aws.kms.Key(
      `payments-key-${environmentSuffix}`,
      {
        description: `Payments, ${environmentSuffix}`,
        enableKeyRotation: true,
        deletionWindowInDays: 7,
        policy: pulumi.jsonStringify({
          Version: "2012-10-17",
          Statement: [
            {
              Sid: "Account",
              Effect: "Allow",
              Principal: { AWS: pulumi.interpolate`arn:aws:iam::${accountId}:root` },
              Action: "kms:*",
              Resource: "*",
            },
            {
              Sid: "Logs",
              Effect: "Allow",
              Principal: { Service: `logs.${region}.amazonaws.com` },
              Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
              Resource: "*",
              Condition: {
                ArnLike: {
                  "kms:EncryptionContext:aws:logs:arn": pulumi.interpolate`arn:aws:logs:${region}:${accountId}:*`,
                },
              },
            },
            {
              Sid: "Alarms",
              Effect: "Allow",
              Principal: { Service: "cloudwatch.amazonaws.com" },
              Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
              Resource: "*",
              Condition: { StringEquals: { "aws:SourceAccount": accountId } },
            },
          ],
        }),
      },
      { parent: this },
    );
    this.operators = new aws.sns.Topic(
      `payments-operators-${environmentSuffix}`,
      { kmsMasterKeyId: this.key.arn },
      { parent: this },
    );
    new aws.sns.TopicSubscription(
      `payments-operators-email-${environmentSuffix}`,
      { topic: this.operators.arn, protocol: "email", endpoint: operatorsEmail },
      { parent: this },
    );
    this.registerOutputs({ keyArn: this.key.arn });
  }

  logGroup(part: string, name: string): aws.cloudwatch.LogGroup {
    return new aws.cloudwatch.LogGroup(
      `payments-${part}-log-${this.args.environmentSuffix}`,
      { name, retentionInDays: LOG_RETENTION_DAYS, kmsKeyId: this.key.arn },
      { parent: this },
    );
  }
}
