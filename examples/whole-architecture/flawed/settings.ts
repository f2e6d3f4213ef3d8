import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

export const config = new pulumi.Config();
export const region = aws.config.requireRegion();
export const accountId = aws.getCallerIdentityOutput().accountId;

export const named = (part: string): string => `parcels-${part}-${pulumi.getStack()}`;

/** Encrypts what the stack stores. Roles use it by their own policies. */
export const key = new aws.kms.Key(named("key"), {
  description: "Data of the parcels",
  enableKeyRotation: true,
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
        Sid: "AlarmsEventsAndTopics",
        Effect: "Allow",
        Principal: { Service: ["cloudwatch.amazonaws.com", "events.amazonaws.com", "sns.amazonaws.com"] },
        Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
        Resource: "*",
        Condition: { StringEquals: { "aws:SourceAccount": accountId } },
      },
    ],
  }),
});

// sns-topic-subscribed: the alarms go to it, and no one gets them.
export const operators = new aws.sns.Topic(named("operators"), { kmsMasterKeyId: key.arn });

export function logGroup(part: string, folder: string): aws.cloudwatch.LogGroup {
  return new aws.cloudwatch.LogGroup(named(part), {
    name: `/${folder}/${named(part)}`,
    retentionInDays: 365,
    kmsKeyId: key.arn,
  });
}

export function trust(service: string): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: service }, Action: "sts:AssumeRole" }],
  });
}

/** What a role may do, and on which resources. */
export interface Grant {
  actions: string[];
  on: pulumi.Input<string> | pulumi.Input<string>[];
}

export const useKey: Grant = { actions: ["kms:Decrypt", "kms:GenerateDataKey"], on: key.arn };

export interface ServiceRole {
  arn: pulumi.Output<string>;
  policy: aws.iam.RolePolicy;
}

/** A role of one service with one policy; what takes the role on has to wait for the policy too. */
export function serviceRole(part: string, service: string, grants: Grant[]): ServiceRole {
  const role = new aws.iam.Role(named(part), { assumeRolePolicy: trust(service) });
  const policy = new aws.iam.RolePolicy(named(part), {
    role: role.name,
    policy: {
      Version: "2012-10-17",
      Statement: grants.map(({ actions, on }) => ({ Effect: "Allow", Action: actions, Resource: on })),
    },
  });
  return { arn: role.arn, policy };
}

/** An issued certificate for a name of the zone, in the region where it is used. */
export function certificateFor(part: string, domainName: string, inRegion: string): pulumi.Output<string> {
  const certificate = new aws.acm.Certificate(named(part), { domainName, validationMethod: "DNS", region: inRegion });
  const proof = certificate.domainValidationOptions[0];
  const record = new aws.route53.Record(named(`${part}-proof`), {
    zoneId: config.require("hostedZoneId"),
    name: proof.resourceRecordName,
    type: proof.resourceRecordType,
    records: [proof.resourceRecordValue],
    ttl: 300,
  });
  return new aws.acm.CertificateValidation(named(part), {
    certificateArn: certificate.arn,
    validationRecordFqdns: [record.fqdn],
    region: inRegion,
  }).certificateArn;
}

/** A name of the zone for what clients reach. */
export function nameFor(
  part: string,
  name: string,
  target: { dnsName: pulumi.Input<string>; zoneId: pulumi.Input<string> },
): void {
  new aws.route53.Record(named(part), {
    zoneId: config.require("hostedZoneId"),
    name,
    type: "A",
    aliases: [{ name: target.dnsName, zoneId: target.zoneId, evaluateTargetHealth: false }],
  });
}
