// F1: the first version was written for the AWS CDK, and was left behind.
import { Stack, type StackProps } from "aws-cdk-lib";
import { Vpc } from "aws-cdk-lib/aws-ec2";
import { Stream, StreamEncryption } from "aws-cdk-lib/aws-kinesis";
import type { Construct } from "constructs";

export class FastCartStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    new Vpc(this, "Vpc", { maxAzs: 2 });
    new Stream(this, "Orders", { encryption: StreamEncryption.KMS });
  }
}
