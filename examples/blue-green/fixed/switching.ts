import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { listener, targetGroups } from "./delivery";
import { key, logGroup, operatorsTopic } from "./foundation";
import { permissions, physicalName, trust } from "./settings";

/** Which side serves. The switch function keeps it up to date. */
export const activeEnvironment = new aws.ssm.Parameter(
  "active-environment",
  {
    name: physicalName("active-environment"),
    description: "The side that serves customers: blue or green",
    type: aws.ssm.ParameterType.String,
    value: "blue",
    allowedPattern: "^(blue|green)$",
  },
  { ignoreChanges: ["value"] },
);

const functionName = physicalName("switch-environment");
const log = logGroup("switch-log", `/aws/lambda/${functionName}`);
const role = new aws.iam.Role("switch-role", { assumeRolePolicy: trust("lambda.amazonaws.com") });
const policy = new aws.iam.RolePolicy("switch-policy", {
  role: role.id,
  policy: permissions([
    { Effect: "Allow", Action: ["elasticloadbalancing:ModifyListener"], Resource: listener.arn },
    // Descriptions and traces cannot be limited to a resource.
    {
      Effect: "Allow",
      Action: ["elasticloadbalancing:DescribeListeners", "elasticloadbalancing:DescribeTargetHealth"],
      Resource: "*",
    },
    { Effect: "Allow", Action: ["xray:PutTraceSegments", "xray:PutTelemetryRecords"], Resource: "*" },
    { Effect: "Allow", Action: ["ssm:GetParameter", "ssm:PutParameter"], Resource: activeEnvironment.arn },
    { Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: key.arn },
    { Effect: "Allow", Action: ["sns:Publish"], Resource: operatorsTopic.arn },
    {
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: pulumi.interpolate`${log.arn}:*`,
    },
  ]),
});

export const switchFunction = new aws.lambda.Function(
  "switch-function",
  {
    name: functionName,
    description: "Moves traffic between blue and green, step by step, and back if the new side is not well",
    role: role.arn,
    runtime: aws.lambda.Runtime.Python3d13,
    architectures: ["arm64"],
    handler: "switch_environment.handler",
    code: new pulumi.asset.AssetArchive({
      "switch_environment.py": new pulumi.asset.FileAsset("./lambda/switch_environment.py"),
    }),
    timeout: 300,
    memorySize: 256,
    environment: {
      variables: {
        LISTENER_ARN: listener.arn,
        BLUE_TG_ARN: targetGroups.blue.arn,
        GREEN_TG_ARN: targetGroups.green.arn,
        SSM_PARAM_NAME: activeEnvironment.name,
      },
    },
    kmsKeyArn: key.arn,
    deadLetterConfig: { targetArn: operatorsTopic.arn },
    tracingConfig: { mode: "Active" },
    loggingConfig: { logFormat: "JSON", logGroup: log.name },
  },
  { dependsOn: policy },
);
