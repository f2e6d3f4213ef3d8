import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { PaymentStack } from "./payment-stack";

const config = new pulumi.Config();

const stack = new PaymentStack("payments", {
  environmentSuffix: pulumi.getStack(),
  region: aws.config.requireRegion(),
  zoneName: config.require("zoneName"),
  hostedZoneId: config.require("hostedZoneId"),
  imageVersion: config.require("imageVersion"),
  logArchiveBucket: config.require("logArchiveBucket"),
  operatorsEmail: config.require("operatorsEmail"),
});

export const vpcId = stack.vpcId;
export const publicSubnetIds = stack.publicSubnetIds;
export const privateSubnetIds = stack.privateSubnetIds;
export const dbEndpoint = stack.databaseEndpoint;
export const dbSecretArn = stack.dbSecretArn;
export const albDns = stack.albDnsName;
export const url = stack.url;
export const blueTargetGroupArn = stack.blueTargetGroupArn;
export const greenTargetGroupArn = stack.greenTargetGroupArn;
export const stateMachineArn = stack.stateMachineArn;
export const activeSideParameter = stack.activeSideParameter;
