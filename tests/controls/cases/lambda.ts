import type { ControlCase } from "./case";

export default [
  {
    control: "Lambda.1",
    rule: "resource-policy-public",
    type: "aws:lambda/permission:Permission",
    violating: { action: "lambda:InvokeFunction", function: "api", principal: "*" },
    compliant: { action: "lambda:InvokeFunction", function: "api", principal: "464738291005" },
  },
  {
    control: "Lambda.1",
    rule: "lambda-function-url-public",
    type: "aws:lambda/functionUrl:FunctionUrl",
    violating: { functionName: "api", authorizationType: "NONE" },
    compliant: { functionName: "api", authorizationType: "AWS_IAM" },
  },
  {
    control: "Lambda.2",
    rule: "lambda-runtime",
    type: "aws:lambda/function:Function",
    violating: {
      runtime: "nodejs16.x",
      handler: "index.handler",
      role: "arn:aws:iam::464738291005:role/api",
      s3Bucket: "code-464738291005",
      s3Key: "api.zip",
    },
    compliant: {
      runtime: "nodejs24.x",
      handler: "index.handler",
      role: "arn:aws:iam::464738291005:role/api",
      s3Bucket: "code-464738291005",
      s3Key: "api.zip",
    },
  },
  {
    control: "Lambda.3",
    rule: "lambda-vpc",
    type: "aws:lambda/function:Function",
    violating: {
      runtime: "nodejs24.x",
      handler: "index.handler",
      role: "arn:aws:iam::464738291005:role/api",
      s3Bucket: "code-464738291005",
      s3Key: "api.zip",
    },
    compliant: {
      runtime: "nodejs24.x",
      handler: "index.handler",
      role: "arn:aws:iam::464738291005:role/api",
      s3Bucket: "code-464738291005",
      s3Key: "api.zip",
      vpcConfig: { subnetIds: ["subnet-0a1b2c3d", "subnet-4e5f6a7b"], securityGroupIds: ["sg-0a1b2c3d"] },
    },
  },
  {
    control: "Lambda.5",
    rule: "lambda-vpc-zones",
    type: "aws:lambda/function:Function",
    violating: {
      runtime: "nodejs24.x",
      handler: "index.handler",
      role: "arn:aws:iam::464738291005:role/api",
      s3Bucket: "code-464738291005",
      s3Key: "api.zip",
      vpcConfig: { subnetIds: ["${a.id}", "${a2.id}"], securityGroupIds: ["sg-0a1b2c3d"] },
    },
    compliant: {
      runtime: "nodejs24.x",
      handler: "index.handler",
      role: "arn:aws:iam::464738291005:role/api",
      s3Bucket: "code-464738291005",
      s3Key: "api.zip",
      vpcConfig: { subnetIds: ["${a.id}", "${b.id}"], securityGroupIds: ["sg-0a1b2c3d"] },
    },
    others: [
      {
        type: "aws:ec2/subnet:Subnet",
        name: "a",
        inputs: { vpcId: "vpc-0a1b2c3d", cidrBlock: "10.0.0.0/24", availabilityZone: "us-east-1a" },
      },
      {
        type: "aws:ec2/subnet:Subnet",
        name: "a2",
        inputs: { vpcId: "vpc-0a1b2c3d", cidrBlock: "10.0.1.0/24", availabilityZone: "us-east-1a" },
      },
      {
        type: "aws:ec2/subnet:Subnet",
        name: "b",
        inputs: { vpcId: "vpc-0a1b2c3d", cidrBlock: "10.0.2.0/24", availabilityZone: "us-east-1b" },
      },
    ],
  },
] satisfies ControlCase[];
