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

/** A key for each region: neither decrypts what the other encrypted. */
const keyIn = (region: Region): aws.kms.Key =>
  new aws.kms.Key(
    named("key", region),
    { description: "Orders", enableKeyRotation: true, policy },
    { provider: region.provider },
  );
const keys = { primary: keyIn(primary), standby: keyIn(standby) };
export const primaryKey = keys.primary;

export const keyOf = ({ part }: Region): pulumi.Output<string> => keys[part].arn;
