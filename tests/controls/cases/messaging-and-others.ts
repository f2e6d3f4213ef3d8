import type { ControlCase, Inputs } from "./case";

const SECRET = "aws:secretsmanager/secret:Secret";
const ROTATION = "aws:secretsmanager/secretRotation:SecretRotation";
const ROLE = "arn:aws:iam::464738291005:role/logs";
const rotation = (secretId: string, automaticallyAfterDays: number): Inputs => ({
  secretId,
  rotationLambdaArn: "arn:aws:lambda:us-east-1:464738291005:function:rotate",
  rotationRules: { automaticallyAfterDays },
});
const openTo = (principal: string): string =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      { Effect: "Allow", Principal: { AWS: principal }, Action: ["sqs:SendMessage", "sns:Publish"], Resource: "*" },
    ],
  });
const workspace: Inputs = { bundleId: "wsb-bh8rsxt14", directoryId: "d-9067ef6ac1", userName: "ada" };
const OWN = "arn:aws:iam::464738291005:role/orders";

export default [
  {
    control: "SecretsManager.1",
    rule: "secretsmanager-rotation-enabled",
    type: SECRET,
    violating: { name: "token" },
    compliant: { name: "token" },
    othersOfCompliant: [{ type: ROTATION, name: "rotation", inputs: rotation("${it.id}", 30) }],
  },
  {
    control: "SecretsManager.4",
    rule: "secretsmanager-rotation-period",
    type: ROTATION,
    violating: rotation("arn:aws:secretsmanager:us-east-1:464738291005:secret:token-a1b2c3", 365),
    compliant: rotation("arn:aws:secretsmanager:us-east-1:464738291005:secret:token-a1b2c3", 60),
  },
  {
    control: "SNS.1",
    rule: "sns-encrypted",
    type: "aws:sns/topic:Topic",
    violating: { name: "orders" },
    compliant: { name: "orders", kmsMasterKeyId: "alias/orders" },
  },
  {
    control: "SNS.2",
    rule: "sns-delivery-status-logging",
    type: "aws:sns/topic:Topic",
    violating: { name: "orders" },
    compliant: { name: "orders", lambdaSuccessFeedbackRoleArn: ROLE },
  },
  {
    control: "SNS.4",
    rule: "resource-policy-public",
    type: "aws:sns/topic:Topic",
    violating: { name: "orders", policy: openTo("*") },
    compliant: { name: "orders", policy: openTo(OWN) },
  },
  {
    control: "SQS.1",
    rule: "sqs-encrypted",
    type: "aws:sqs/queue:Queue",
    violating: { name: "orders", sqsManagedSseEnabled: false },
    compliant: { name: "orders", sqsManagedSseEnabled: true },
  },
  {
    control: "SQS.3",
    rule: "resource-policy-public",
    type: "aws:sqs/queue:Queue",
    violating: { name: "orders", policy: openTo("*") },
    compliant: { name: "orders", policy: openTo(OWN) },
  },
  {
    control: "SSM.4",
    rule: "ssm-document-public",
    type: "aws:ssm/document:Document",
    violating: { name: "patch", documentType: "Command", permissions: { type: "Share", account_ids: "All" } },
    compliant: { name: "patch", documentType: "Command", permissions: { type: "Share", account_ids: "464738291005" } },
  },
  {
    control: "StepFunctions.1",
    rule: "stepfunctions-logging",
    type: "aws:sfn/stateMachine:StateMachine",
    violating: { name: "orders", roleArn: ROLE },
    compliant: {
      name: "orders",
      roleArn: ROLE,
      loggingConfiguration: {
        level: "ALL",
        logDestination: "arn:aws:logs:us-east-1:464738291005:log-group:/aws/vendedlogs/states/orders:*",
      },
    },
  },
  {
    control: "Transfer.2",
    rule: "transfer-server-protocols",
    type: "aws:transfer/server:Server",
    violating: { protocols: ["SFTP", "FTP"], endpointType: "VPC" },
    compliant: { protocols: ["SFTP", "FTPS"], endpointType: "VPC" },
  },
  {
    control: "Transfer.3",
    rule: "transfer-connector-logging",
    type: "aws:transfer/connector:Connector",
    violating: { accessRole: ROLE, url: "sftp://files.example.com" },
    compliant: { accessRole: ROLE, url: "sftp://files.example.com", loggingRole: ROLE },
  },
  {
    control: "WorkSpaces.1",
    rule: "workspaces-user-volume-encrypted",
    type: "aws:workspaces/workspace:Workspace",
    violating: workspace,
    compliant: { ...workspace, userVolumeEncryptionEnabled: true },
  },
  {
    control: "WorkSpaces.2",
    rule: "workspaces-root-volume-encrypted",
    type: "aws:workspaces/workspace:Workspace",
    violating: { ...workspace, userVolumeEncryptionEnabled: true },
    compliant: { ...workspace, rootVolumeEncryptionEnabled: true },
  },
] satisfies ControlCase[];
