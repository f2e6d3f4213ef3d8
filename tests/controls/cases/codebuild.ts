import type { ControlCase } from "./case";

const PROJECT = "aws:codebuild/project:Project";
const REPORTS = "aws:codebuild/reportGroup:ReportGroup";
const environment = {
  computeType: "BUILD_GENERAL1_SMALL",
  type: "LINUX_CONTAINER",
  image: "aws/codebuild/standard:7.0",
};
const project = {
  name: "orders",
  serviceRole: "arn:aws:iam::464738291005:role/build",
  artifacts: { type: "NO_ARTIFACTS" },
  environment,
  source: { type: "CODEPIPELINE" },
};

export default [
  {
    control: "CodeBuild.1",
    rule: "codebuild-source-credentials",
    type: PROJECT,
    violating: {
      ...project,
      source: { type: "BITBUCKET", location: "https://x-token-auth:EXAMPLE@bitbucket.org/shop/orders.git" },
    },
    compliant: { ...project, source: { type: "BITBUCKET", location: "https://bitbucket.org/shop/orders.git" } },
  },
  {
    control: "CodeBuild.3",
    rule: "codebuild-s3-logs-encrypted",
    type: PROJECT,
    violating: {
      ...project,
      logsConfig: { s3Logs: { status: "ENABLED", location: "logs/build", encryptionDisabled: true } },
    },
    compliant: {
      ...project,
      logsConfig: { s3Logs: { status: "ENABLED", location: "logs/build", encryptionDisabled: false } },
    },
  },
  {
    control: "CodeBuild.4",
    rule: "codebuild-logging",
    type: PROJECT,
    violating: { ...project, logsConfig: { cloudwatchLogs: { status: "DISABLED" }, s3Logs: { status: "DISABLED" } } },
    compliant: {
      ...project,
      logsConfig: { cloudwatchLogs: { status: "DISABLED" }, s3Logs: { status: "ENABLED", location: "logs/build" } },
    },
  },
  {
    control: "CodeBuild.5",
    rule: "codebuild-privileged-mode",
    type: PROJECT,
    violating: { ...project, environment: { ...environment, privilegedMode: true } },
    compliant: project,
  },
  {
    control: "CodeBuild.7",
    rule: "codebuild-report-encrypted",
    type: REPORTS,
    violating: {
      name: "tests",
      type: "TEST",
      exportConfig: { type: "S3", s3Destination: { bucket: "reports", encryptionDisabled: true } },
    },
    compliant: {
      name: "tests",
      type: "TEST",
      exportConfig: {
        type: "S3",
        s3Destination: { bucket: "reports", encryptionKey: "arn:aws:kms:us-east-1:464738291005:key/0a1b" },
      },
    },
  },
] satisfies ControlCase[];
