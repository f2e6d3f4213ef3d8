import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const config = new pulumi.Config();
export const imageVersion = config.require("imageVersion");
export const operatorsEmail = config.require("operatorsEmail");

export const region = aws.config.requireRegion();
export const accountId = aws.getCallerIdentityOutput().accountId;

/** Sets the stacks of one account apart: it is in the name of everything. */
export const environmentSuffix = pulumi.getStack();

export const ZONE_LETTERS = ["a", "b"] as const;

export const DATABASE_PORT = 5432;
export const DATABASE_NAME = "orders";
/** Signs in with IAM tokens; the migration makes it. */
export const DATABASE_USER = "order_processor";
export const CACHE_PORT = 6379;
export const LOG_RETENTION_DAYS = 90;

export function named(part: string): string {
  return `fastcart-${part}-${environmentSuffix}`;
}

export interface Permission {
  actions: string[];
  on: pulumi.Input<string>[] | "*";
}

/** A role that one AWS service may take on, and what it may do then. */
export interface ServiceRole {
  arn: pulumi.Output<string>;
  /** What uses the role waits for it, or its first calls are refused. */
  policy: aws.iam.RolePolicy;
}

export function serviceRole(part: string, service: string, permissions: Permission[]): ServiceRole {
  const role = new aws.iam.Role(named(`${part}-role`), {
    assumeRolePolicy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Action: "sts:AssumeRole",
          Principal: { Service: service },
          Condition: { StringEquals: { "aws:SourceAccount": accountId } },
        },
      ],
    }),
  });
  const policy = new aws.iam.RolePolicy(named(`${part}-policy`), {
    role: role.name,
    policy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: permissions.map(({ actions, on }) => ({ Effect: "Allow", Action: actions, Resource: on })),
    }),
  });
  return { arn: role.arn, policy };
}
