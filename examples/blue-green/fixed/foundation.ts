import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { accountId, LOG_RETENTION_DAYS, operatorsEmail, physicalName, region } from "./settings";

/**
 * The customer-managed key for everything that the platform stores. Roles get at it through their own policies; only
 * the services that act without a role of ours are named here.
 */
export const key = new aws.kms.Key("key", {
  description: "Data of the payment platform",
  enableKeyRotation: true,
  deletionWindowInDays: 30,
  policy: pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "AccountAdministersThroughIam",
        Effect: "Allow",
        Principal: { AWS: pulumi.interpolate`arn:aws:iam::${accountId}:root` },
        Action: "kms:*",
        Resource: "*",
      },
      {
        Sid: "LogGroupsOfThisAccount",
        Effect: "Allow",
        Principal: { Service: `logs.${region}.amazonaws.com` },
        Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
        Resource: "*",
        Condition: {
          ArnLike: {
            "kms:EncryptionContext:aws:logs:arn": pulumi.interpolate`arn:aws:logs:${region}:${accountId}:log-group:*`,
          },
        },
      },
      {
        Sid: "AlarmsToTheEncryptedTopic",
        Effect: "Allow",
        Principal: { Service: ["cloudwatch.amazonaws.com", "sns.amazonaws.com"] },
        Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
        Resource: "*",
        Condition: { StringEquals: { "aws:SourceAccount": accountId } },
      },
    ],
  }),
});

export const keyAlias = new aws.kms.Alias("key-alias", {
  name: `alias/${physicalName("data")}`,
  targetKeyId: key.keyId,
});

/** Where alarms and failed invocations go. */
export const operatorsTopic = new aws.sns.Topic("operators", { kmsMasterKeyId: key.arn });

export const operatorsSubscription = new aws.sns.TopicSubscription("operators-email", {
  topic: operatorsTopic.arn,
  protocol: "email",
  endpoint: operatorsEmail,
});

/** A log group that is encrypted with the key and kept as long as an audit needs it. */
export function logGroup(logicalName: string, name: string): aws.cloudwatch.LogGroup {
  return new aws.cloudwatch.LogGroup(logicalName, {
    name,
    retentionInDays: LOG_RETENTION_DAYS,
    kmsKeyId: key.arn,
  });
}
