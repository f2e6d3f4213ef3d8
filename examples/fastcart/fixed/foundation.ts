import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { accountId, LOG_RETENTION_DAYS, named, operatorsEmail, region } from "./settings";

/** Encrypts all that FastCart stores. Its users have their permission from their own roles. */
export const key = new aws.kms.Key(named("key"), {
  description: "Orders of FastCart",
  enableKeyRotation: true,
  policy: pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "LeaveItToIam",
        Effect: "Allow",
        Principal: { AWS: pulumi.interpolate`arn:aws:iam::${accountId}:root` },
        Action: "kms:*",
        Resource: "*",
      },
      {
        Sid: "WriteLogs",
        Effect: "Allow",
        Principal: { Service: `logs.${region}.amazonaws.com` },
        Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
        Resource: "*",
        Condition: {
          ArnLike: { "kms:EncryptionContext:aws:logs:arn": pulumi.interpolate`arn:aws:logs:${region}:${accountId}:*` },
        },
      },
      {
        Sid: "RaiseAlarms",
        Effect: "Allow",
        Principal: { Service: "cloudwatch.amazonaws.com" },
        Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
        Resource: "*",
        Condition: { StringEquals: { "aws:SourceAccount": accountId } },
      },
    ],
  }),
});

new aws.kms.Alias(named("key-alias"), { name: `alias/${named("orders")}`, targetKeyId: key.keyId });

export const onCall = new aws.sns.Topic(named("on-call"), { kmsMasterKeyId: key.arn });
new aws.sns.TopicSubscription(named("on-call-email"), {
  topic: onCall.arn,
  protocol: "email",
  endpoint: operatorsEmail,
});

export function logGroup(part: string, name: string): aws.cloudwatch.LogGroup {
  return new aws.cloudwatch.LogGroup(named(`${part}-log`), {
    name,
    retentionInDays: LOG_RETENTION_DAYS,
    kmsKeyId: key.arn,
  });
}
