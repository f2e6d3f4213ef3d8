import * as pulumi from "@pulumi/pulumi";
import { PaymentStack } from "./payment-stack";

const config = new pulumi.Config();

const stack = new PaymentStack("payments", {
  certificateArn: config.require("certificateArn"),
  imageVersion: config.require("imageVersion"),
  logArchiveBucket: config.require("logArchiveBucket"),
});

// P17: subnets, the secret, the target group and the state machine are missing.
export const vpcId = stack.vpcId;
export const dbEndpoint = stack.databaseAddress;
export const albDns = stack.albDnsName;
