import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { prices } from "./data";
import { config, type Grant, key, logGroup, operators, serviceRole, type ServiceRole, useKey } from "./identity";
import { privateSubnetIds, taskGroup } from "./network";
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
  reservedConcurrentExecutions: 950, // lambda-reserved-concurrency: it leaves 50 to all the others.
  environment: { variables: { TABLE: prices.name, AWS_REGION: "us-east-1" } }, // lambda-environment-reserved: set by Lambda.
  grants: [keepFailed, writePrices, { actions: ["s3:GetObject"], on: pulumi.interpolate`${priceLists.bucket.arn}/*` }],
});
new aws.lambda.Permission("price-lists", {
  action: "lambda:InvokeFunction",
  function: importPrices.name,
  principal: "s3.amazonaws.com",
  sourceArn: priceLists.bucket.arn,
});
// s3-notification-permission: S3 asks for the permission at once, and nothing waits for it.
new aws.s3.BucketNotification("price-lists", {
  bucket: priceLists.bucket.id,
  // s3-notification-overlap: a new file of the folder would be for both.
  lambdaFunctions: [
    { lambdaFunctionArn: importPrices.arn, events: ["s3:ObjectCreated:*"], filterSuffix: ".json" },
    { lambdaFunctionArn: importPrices.arn, events: ["s3:ObjectCreated:*"], filterPrefix: "daily/" },
  ],
});

export const priceChanges = new aws.sqs.Queue("price-changes", {
  fifoQueue: true,
  kmsMasterKeyId: key.arn,
  visibilityTimeoutSeconds: 360,
  // fifo-pairs: what fails in a FIFO queue can go to another FIFO queue only.
  redrivePolicy: pulumi.jsonStringify({ deadLetterTargetArn: failed.arn, maxReceiveCount: 5 }),
});
const changePrice = lambdaFunction("change-price", {
  ...nodeCode("change-price"), // lambda-sdk-in-runtime: it requires aws-sdk, which Node.js 18 and newer come without.
  grants: [
    keepFailed,
    writePrices,
    { actions: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"], on: priceChanges.arn },
  ],
});
new aws.lambda.EventSourceMapping("price-changes", { functionName: changePrice.arn, eventSourceArn: priceChanges.arn });
// lambda-event-source: a topic cannot be polled; it calls the function itself.
new aws.lambda.EventSourceMapping("operators", { functionName: changePrice.arn, eventSourceArn: operators.arn });

export const readPrice = lambdaFunction("read-price", {
  ...nodeCode("read-price"),
  handler: "index.handler", // lambda-handler-in-archive: the module is called read-price.
  snapStart: { applyOn: "PublishedVersions" }, // lambda-snapstart-runtime: not with Node.js.
  // lambda-version-required: no publish, so that the version below is $LATEST.
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
  handler: "report.handler", // lambda-package-type: an image says itself what it runs.
  imageUri: pulumi.interpolate`${reports.repositoryUrl}:${config.require("imageVersion")}`,
  timeout: 900,
  memorySize: 2048,
  // lambda-vpc-permission: its role may not create network interfaces.
  vpcConfig: { subnetIds: privateSubnetIds, securityGroupIds: [taskGroup.id] },
  // lambda-dead-letter-permission: its role may not send to the queue that takes what it fails on.
  grants: [{ actions: ["dynamodb:Scan"], on: prices.arn }],
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
  policyArn: "arn:aws:iam::aws:policy/AWSLambdaBasicExecutionRole", // iam-managed-policy-exists: it is below service-role/.
});
// property-values: a function has at least 128 MB.
export const rewrite = new aws.lambda.Function(
  "rewrite",
  { ...nodeCode("rewrite"), memorySize: 64, timeout: 5, role: rewriteRole.arn, publish: true, region: "eu-west-1" }, // lambda-edge-region: CloudFront copies functions from us-east-1 only.
  { dependsOn: rewriteLogs },
);
