import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const config = new pulumi.Config();
const account = config.require("account");
export const domainName = config.require("domainName");
export const hostedZoneId = config.require("hostedZoneId");
export const imageVersion = config.require("imageVersion");
export const operatorsEmail = config.require("operatorsEmail");

export const accountId = aws.getCallerIdentityOutput().accountId;
export const DATABASE_PORT = 5432;
export const LOG_RETENTION_DAYS = 90;

/** A region of the shop. Each resource of it gets its provider. */
export interface Region {
  name: string;
  part: "primary" | "standby";
  zones: string[];
  cidr: string;
  provider: aws.Provider;
}

function region(part: Region["part"], name: string, cidr: string): Region {
  const tags = {
    Application: "orders",
    CostCenter: "CC-4410",
    Environment: pulumi.getStack(),
    ManagedBy: "pulumi",
    Owner: "orders-team",
    Project: "larkfield-orders",
  };
  const provider = new aws.Provider(part, {
    region: name as aws.Region,
    allowedAccountIds: [account],
    defaultTags: { tags },
  });
  return { name, part, cidr, provider, zones: [`${name}a`, `${name}b`] };
}

export const primary = region("primary", "us-east-1", "10.20.0.0/16");
export const standby = region("standby", "us-west-2", "10.21.0.0/16");
export const regions = [primary, standby];

export function named(part: string, region?: Region): string {
  return ["orders", part, region?.part, pulumi.getStack()].filter(Boolean).join("-");
}

export interface Permission {
  actions: string[];
  on: pulumi.Input<pulumi.Input<string>[]>;
}

/** A role that one AWS service may assume, and what it may do then. What uses it waits for the policy. */
export function serviceRole(
  part: string,
  service: string,
  permissions: Permission[],
): { arn: pulumi.Output<string>; policy: aws.iam.RolePolicy } {
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
