import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { parcels } from "./data";
import { type Grant, key, logGroup, named, serviceRole, useKey } from "./settings";

/** What no function could handle. name-matches-pattern: other names begin with the project. */
export const failed = new aws.sqs.Queue("failed-parcels", {
  kmsMasterKeyId: key.arn,
  messageRetentionSeconds: 1_209_600,
});

/** Addresses of many countries, in one form, for every function. */
const addresses = new aws.lambda.LayerVersion(named("addresses"), {
  layerName: named("addresses"),
  compatibleRuntimes: [aws.lambda.Runtime.NodeJS24dX],
  code: new pulumi.asset.AssetArchive({
    // lambda-layer-structure: Node.js does not look for modules here.
    "addresses.mjs": new pulumi.asset.FileAsset("layer/addresses.mjs"),
  }),
});

interface Settings {
  grants: Grant[];
  variables?: Record<string, pulumi.Input<string>>;
}

/** A function with a log, a role, traces and a place for what it fails on. */
export function lambdaFunction(part: string, { grants, variables }: Settings): aws.lambda.Function {
  const log = logGroup(part, "aws/lambda");
  // lambda-telemetry-permission: it may write neither its log nor its traces.
  const role = serviceRole(part, "lambda.amazonaws.com", [
    { actions: ["sqs:SendMessage"], on: failed.arn },
    useKey,
    ...grants,
  ]);
  return new aws.lambda.Function(
    named(part),
    {
      name: named(part),
      role: role.arn,
      runtime: aws.lambda.Runtime.NodeJS24dX,
      handler: `${part}.handler`,
      code: new pulumi.asset.AssetArchive({ [`${part}.mjs`]: new pulumi.asset.FileAsset(`lambda/${part}.mjs`) }),
      layers: [addresses.arn],
      timeout: 20,
      memorySize: 512,
      environment: { variables: { TABLE: parcels.name, ...variables } },
      kmsKeyArn: key.arn,
      deadLetterConfig: { targetArn: failed.arn },
      tracingConfig: { mode: "Active" },
    },
    { dependsOn: [log, role.policy] },
  );
}

/** Lets a service call a function, for one of its resources. */
export function permit(
  part: string,
  fn: aws.lambda.Function,
  service: string,
  sourceArn: pulumi.Input<string>,
): aws.lambda.Permission {
  return new aws.lambda.Permission(named(part), {
    function: fn.name,
    action: "lambda:InvokeFunction",
    principal: `${service}.amazonaws.com`,
    sourceArn,
  });
}
