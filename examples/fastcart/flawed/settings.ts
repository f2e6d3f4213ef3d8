import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const config = new pulumi.Config();
export const imageVersion = config.require("imageVersion");
export const accountId = aws.getCallerIdentityOutput().accountId;

// F2: the platform belongs in eu-central-1; these zones, and the logs and the registry of the importer, are elsewhere.
export const ZONES = ["us-east-1a", "us-east-1b"];
export const REGION = "us-east-1";

export const DATABASE_PORT = 5432;
export const DATABASE_NAME = "orders";
export const CACHE_PORT = 6379;

// F3: no environment suffix; a second environment in the same account would collide with the first.
export const PREFIX = "fastcart";

export function trust(service: string): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: service }, Action: "sts:AssumeRole" }],
  });
}
