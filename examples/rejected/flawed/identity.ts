import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

export const config = new pulumi.Config();
export const region = aws.config.requireRegion();
export const accountId = aws.getCallerIdentityOutput().accountId;

/** Encrypts what the shop stores. Roles get at it through their own policies. */
export const key = new aws.kms.Key("key", {
  description: "Data of the shop",
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
      // kms-key-policy-allows-service: CloudWatch Logs may not use the key, and log groups are encrypted with it.
      {
        Sid: "AlarmsAndEvents",
        Effect: "Allow",
        Principal: { Service: ["cloudwatch.amazonaws.com", "events.amazonaws.com"] },
        Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
        Resource: "*",
        Condition: { StringEquals: { "aws:SourceAccount": accountId } },
      },
    ],
  }),
});
// output-as-text: an Output in a template is not its value.
new aws.kms.Alias("key-alias", { name: `alias/shop-${key.keyId}`, targetKeyId: key.keyId });

export const operators = new aws.sns.Topic("operators", {
  kmsMasterKeyId: key.arn,
  tags: { "aws:team": "operators" }, // tag-limits: AWS keeps keys that begin with aws: to itself.
});
new aws.sns.TopicSubscription("operators-email", {
  topic: operators.arn,
  protocol: "email",
  endpoint: config.require("operatorsEmail"),
});

export function logGroup(part: string, name: string): aws.cloudwatch.LogGroup {
  return new aws.cloudwatch.LogGroup(`${part}-log`, { name, retentionInDays: 365, kmsKeyId: key.arn });
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

export interface ServiceRole {
  role: aws.iam.Role;
  policy: aws.iam.RolePolicy;
}

/** A role of one service with one policy; what takes the role on has to wait for the policy too. */
export function serviceRole(name: string, service: string, grants: Grant[], tags?: aws.Tags): ServiceRole {
  const role = new aws.iam.Role(`${name}-role`, { assumeRolePolicy: trust(service), tags });
  const policy = new aws.iam.RolePolicy(`${name}-policy`, {
    role: role.name,
    policy: {
      Version: "2012-10-17",
      Statement: grants.map(({ actions, on }) => ({ Effect: "Allow", Action: actions, Resource: on })),
    },
  });
  return { role, policy };
}

/** Lets a role use what the key encrypts. */
export const useKey: Grant = { actions: ["kms:Decrypt", "kms:GenerateDataKey"], on: key.arn };
