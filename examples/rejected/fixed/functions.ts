import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { prices } from "./data";
import { config, type Grant, key, logGroup, serviceRole, type ServiceRole, useKey } from "./identity";
import { priceLists } from "./storage";

/** What no function could handle. */
export const failed = new aws.sqs.Queue("failed", { kmsMasterKeyId: key.arn, messageRetentionSeconds: 1_209_600 });

interface Settings extends Partial<aws.lambda.FunctionArgs> {
  grants: Grant[];
}

const codeOf = (name: string): pulumi.asset.Archive =>
  new pulumi.asset.AssetArchive({ [`${name}.mjs`]: new pulumi.asset.FileAsset(`lambda/${name}.mjs`) });

const nodeCode = (name: string): Partial<aws.lambda.FunctionArgs> => ({
  runtime: aws.lambda.Runtime.NodeJS24dX,
  handler: `${name}.handler`,
  code: codeOf(name),
});

const keepFailed: Grant = { actions: ["sqs:SendMessage"], on: failed.arn };

/** A function with a log, a role, traces and a place for what it fails on. */
function lambdaFunction(name: string, { grants, ...args }: Settings): aws.lambda.Function {
  const physical = `shop-${name}-${pulumi.getStack()}`;
  const log = logGroup(name, `/aws/lambda/${physical}`);
  const { role, policy }: ServiceRole = serviceRole(name, "lambda.amazonaws.com", [
    { actions: ["logs:CreateLogStream", "logs:PutLogEvents"], on: pulumi.interpolate`${log.arn}:*` },
    { actions: ["xray:PutTraceSegments", "xray:PutTelemetryRecords"], on: "*" },
    useKey,
    ...grants,
  ]);
  return new aws.lambda.Function(
    name,
    {
      name: physical,
      role: role.arn,
      timeout: 60,
      memorySize: 512,
      environment: { variables: { TABLE: prices.name } },
      kmsKeyArn: key.arn,
      deadLetterConfig: { targetArn: failed.arn },
      tracingConfig: { mode: "Active" },
      ...args,
    },
    { dependsOn: [log, policy] },
  );
}

const writePrices: Grant = { actions: ["dynamodb:PutItem"], on: prices.arn };

const importPrices = lambdaFunction("import-prices", {
  ...nodeCode("import-prices"),
  reservedConcurrentExecutions: 10,
  grants: [keepFailed, writePrices, { actions: ["s3:GetObject"], on: pulumi.interpolate`${priceLists.bucket.arn}/*` }],
});
const importPermission = new aws.lambda.Permission("price-lists", {
  action: "lambda:InvokeFunction",
  function: importPrices.name,
  principal: "s3.amazonaws.com",
  sourceArn: priceLists.bucket.arn,
});
new aws.s3.BucketNotification(
  "price-lists",
  {
    bucket: priceLists.bucket.id,
    lambdaFunctions: [{ lambdaFunctionArn: importPrices.arn, events: ["s3:ObjectCreated:*"], filterSuffix: ".json" }],
  },
  { dependsOn: importPermission },
);

const failedChanges = new aws.sqs.Queue("failed-changes", {
  fifoQueue: true,
  kmsMasterKeyId: key.arn,
  messageRetentionSeconds: 1_209_600,
});
export const priceChanges = new aws.sqs.Queue("price-changes", {
  fifoQueue: true,
  kmsMasterKeyId: key.arn,
  visibilityTimeoutSeconds: 360,
  redrivePolicy: pulumi.jsonStringify({ deadLetterTargetArn: failedChanges.arn, maxReceiveCount: 5 }),
});
const changePrice = lambdaFunction("change-price", {
  ...nodeCode("change-price"),
  grants: [
    keepFailed,
    writePrices,
    { actions: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"], on: priceChanges.arn },
  ],
});
new aws.lambda.EventSourceMapping("price-changes", { functionName: changePrice.arn, eventSourceArn: priceChanges.arn });

export const readPrice = lambdaFunction("read-price", {
  ...nodeCode("read-price"),
  publish: true,
  grants: [keepFailed, { actions: ["dynamodb:GetItem"], on: prices.arn }],
});
new aws.lambda.ProvisionedConcurrencyConfig("read-price", {
  functionName: readPrice.name,
  qualifier: readPrice.version,
  provisionedConcurrentExecutions: 2,
});

/** Sums up the day; its image is built by the release pipeline. */
export const reports = new aws.ecr.Repository("reports", {
  imageTagMutability: "IMMUTABLE",
  imageScanningConfiguration: { scanOnPush: true },
  encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: key.arn }],
});
export const report = lambdaFunction("report", {
  packageType: "Image",
  imageUri: pulumi.interpolate`${reports.repositoryUrl}:${config.require("imageVersion")}`,
  timeout: 900,
  memorySize: 2048,
  grants: [keepFailed, { actions: ["dynamodb:Scan"], on: prices.arn }],
});

/** Runs in CloudFront, in each place of its own log: it has no settings and no place for what it fails on. */
const rewriteRole = new aws.iam.Role("rewrite-role", {
  assumeRolePolicy: JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Service: ["lambda.amazonaws.com", "edgelambda.amazonaws.com"] },
        Action: "sts:AssumeRole",
      },
    ],
  }),
});
const rewriteLogs = new aws.iam.RolePolicyAttachment("rewrite", {
  role: rewriteRole.name,
  policyArn: aws.iam.ManagedPolicy.AWSLambdaBasicExecutionRole,
});
export const rewrite = new aws.lambda.Function(
  "rewrite",
  { ...nodeCode("rewrite"), timeout: 5, role: rewriteRole.arn, publish: true, region: "us-east-1" },
  { dependsOn: rewriteLogs },
);
