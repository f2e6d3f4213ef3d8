import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

export const COLORS = ["blue", "green"] as const;
export type Color = (typeof COLORS)[number];

const config = new pulumi.Config();
export const domainName = config.require("domainName");
export const hostedZoneId = config.require("hostedZoneId");
export const imageVersion = config.require("imageVersion");
export const logArchiveBucket = config.require("logArchiveBucket");

export const region = aws.getRegionOutput().region;
export const accountId = aws.getCallerIdentityOutput().accountId;

// B8: two zones instead of three.
export const ZONES = ["us-east-1a", "us-east-1b"];

export const APPLICATION_PORT = 8080;
export const DATABASE_PORT = 3306;
export const DATABASE_NAME = "payments";

export function trust(service: string): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: service }, Action: "sts:AssumeRole" }],
  });
}

export interface Statement {
  Effect: "Allow";
  Action: string[];
  Resource: pulumi.Input<pulumi.Input<string>[] | string>;
}

export function permissions(statements: Statement[]): pulumi.Output<string> {
  return pulumi.jsonStringify({ Version: "2012-10-17", Statement: statements });
}
