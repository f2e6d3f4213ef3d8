import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** The two sides of the migration: one serves, the other waits for the switch. */
export const COLORS = ["blue", "green"] as const;
export type Color = (typeof COLORS)[number];

const config = new pulumi.Config();
export const domainName = config.require("domainName");
export const hostedZoneId = config.require("hostedZoneId");
export const imageVersion = config.require("imageVersion");
/** A bucket of the organization's log archive account, which lets this region's load balancers write to it. */
export const logArchiveBucket = config.require("logArchiveBucket");
export const operatorsEmail = config.require("operatorsEmail");

export const region = aws.config.requireRegion();
export const accountId = aws.getCallerIdentityOutput().accountId;
export const migrationPhase = aws.config.defaultTags?.tags?.["MigrationPhase"];

/** The zones that every tier spans. */
export const zones = ["a", "b", "c"].map((letter) => ({ letter, name: `${region}${letter}` }));

export const APPLICATION_PORT = 8080;
export const DATABASE_PORT = 3306;
export const DATABASE_NAME = "payments";
/** PCI DSS asks for a year of audit history. */
export const LOG_RETENTION_DAYS = 365;

/** A physical name, for the few resources that others find by it. */
export function physicalName(part: string): string {
  return `payments-${part}-${pulumi.getStack()}`;
}

/** Services that say for which account they act when they take on a role. */
const NAMES_ITS_ACCOUNT = ["ecs-tasks.amazonaws.com", "vpc-flow-logs.amazonaws.com"];

/** A trust policy that lets one AWS service take on a role, for this account only where it is known. */
export function trust(service: string): pulumi.Output<string> {
  return pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Service: service },
        Action: "sts:AssumeRole",
        ...(NAMES_ITS_ACCOUNT.includes(service) && {
          Condition: { StringEquals: { "aws:SourceAccount": accountId } },
        }),
      },
    ],
  });
}

export interface Statement {
  Effect: "Allow";
  Action: string[];
  Resource: pulumi.Input<pulumi.Input<string>[] | string>;
}

/** A permission policy of a role. */
export function permissions(statements: Statement[]): pulumi.Output<string> {
  return pulumi.jsonStringify({ Version: "2012-10-17", Statement: statements });
}
