import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { trust } from "./settings";

// B7: no SSM parameter says which side is active.

// B28: the role has no policies; the function may not even write its log.
const role = new aws.iam.Role("switch-role", { assumeRolePolicy: trust("lambda.amazonaws.com") });

// B29: it says hello instead of switching.
const CODE = `def handler(event, context):
    return {"statusCode": 200, "body": "Hello from Lambda!"}
`;

const log = new aws.cloudwatch.LogGroup("switch-log", { name: "/aws/lambda/payments-switch", retentionInDays: 365 });

export const switchFunction = new aws.lambda.Function(
  "switch-function",
  {
    name: "payments-switch",
    role: role.arn,
    runtime: aws.lambda.Runtime.Python3d9, // B30: out of support.
    handler: "index.handler",
    code: new pulumi.asset.AssetArchive({ "index.py": new pulumi.asset.StringAsset(CODE) }),
    timeout: 30, // B31: too short for a switch and its validation.
    memorySize: 128, // B32: too little for the AWS SDK.
    tracingConfig: { mode: "Active" },
    // B33: no environment, so it knows neither the listener, the target groups nor the parameter.
  },
  { dependsOn: log },
);
