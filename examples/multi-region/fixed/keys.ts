import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { accountId, named, primary, regions, standby, type Region } from "./settings";

const policy = pulumi.jsonStringify({
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "LeaveItToIam",
      Effect: "Allow",
      Principal: { AWS: pulumi.interpolate`arn:aws:iam::${accountId}:root` },
      Action: "kms:*",
      Resource: "*",
    },
    ...regions.map(({ name, part }) => ({
      Sid: `WriteLogs${part}`,
      Effect: "Allow",
      Principal: { Service: `logs.${name}.amazonaws.com` },
      Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
      Resource: "*",
      Condition: {
        ArnLike: { "kms:EncryptionContext:aws:logs:arn": pulumi.interpolate`arn:aws:logs:${name}:${accountId}:*` },
      },
    })),
    {
      Sid: "RaiseAlarms",
      Effect: "Allow",
      Principal: { Service: "cloudwatch.amazonaws.com" },
      Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
      Resource: "*",
      Condition: { StringEquals: { "aws:SourceAccount": accountId } },
    },
  ],
});

/** One key with a replica in the other region: what one encrypts, the other decrypts. */
export const primaryKey = new aws.kms.Key(
  named("key"),
  { description: "Orders", multiRegion: true, enableKeyRotation: true, policy },
  { provider: primary.provider },
);
export const standbyKey = new aws.kms.ReplicaKey(
  named("key-replica"),
  { description: "Orders, in the region that takes over", primaryKeyArn: primaryKey.arn, policy },
  { provider: standby.provider },
);

export const keyOf = ({ part }: Region): pulumi.Output<string> =>
  part === "primary" ? primaryKey.arn : standbyKey.arn;
