import { output } from "@pulumi/pulumi";
import rule from "../../../policies/naming/output-as-text";
import { stringAsset, assetArchive } from "../../../src/testing/assets";
import { ruleTest } from "../../../src/testing/rule-test";
import { json, resource, text, unknown } from "../../../src/testing/stack";

// eslint-disable-next-line @typescript-eslint/no-base-to-string -- the mistake that the rule reports
const OUTPUT = String(output("x"));
const bucket = resource("aws:s3/bucket:Bucket", "bucket");

ruleTest(rule, {
  valid: [
    {
      name: "correct values",
      stack: [
        bucket,
        resource("aws:s3/bucketPolicy:BucketPolicy", "policy", {
          bucket: bucket.id,
          policy: json({ Statement: [{ Resource: text`${bucket.arn}/*` }] }),
        }),
        resource("aws:ssm/parameter:Parameter", "p", { value: unknown }),
      ],
    },
    {
      name: "a description about it",
      stack: [
        resource("aws:ssm/parameter:Parameter", "p", {
          description: "Explains Output<T>, and why [object Object] appears",
          value: "1",
        }),
      ],
    },
    {
      name: "code that compares with it",
      stack: [
        resource("aws:cloudfront/function:Function", "f", {
          code: 'function handler(e) { return String(e) === "[object Object]" ? e.request : e; }',
        }),
        resource("aws:lambda/function:Function", "g", { code: assetArchive({ "index.js": stringAsset(OUTPUT) }) }),
        resource("pulumi-nodejs:dynamic:Resource", "d", { __provider: `exports.x = ${OUTPUT}` }),
      ],
    },
    {
      name: "the outputs of the stack, which output-value checks",
      stack: [resource("pulumi:pulumi:Stack", "s", { url: OUTPUT })],
    },
  ],
  invalid: [
    {
      name: "F16: an Output in a name, an ARN and a variable",
      stack: [
        resource("aws:s3/bucket:Bucket", "logs", { bucket: `${OUTPUT}-logs`, tags: { Owner: OUTPUT, Team: "a" } }),
        resource("aws:lambda/function:Function", "fn", {
          environment: { variables: { HOST: "[object Promise]", "db.url": "<pulumi.output.Output object at 0x7f00>" } },
          layers: ["arn:aws:lambda:us-east-1:464738291005:layer:a:1", "[object Object]"],
        }),
        resource("aws:iam/policy:Policy", "p", { policy: JSON.stringify({ Resource: `${OUTPUT}/*` }) }),
      ],
      findings: [
        { resource: "logs", path: "bucket", message: /pulumi\.interpolate/ },
        { resource: "logs", path: "tags.Owner" },
        { resource: "fn", path: "environment.variables.HOST", message: /Await it/ },
        { resource: "fn", path: 'environment.variables["db.url"]' },
        { resource: "fn", path: "layers[1]", message: /`id` or `arn`/ },
        { resource: "p", path: "policy" },
      ],
    },
    {
      name: "user data in base64",
      stack: [
        resource("aws:ec2/launchTemplate:LaunchTemplate", "web", {
          userData: Buffer.from(`#!/bin/bash\necho ${OUTPUT}`).toString("base64"),
        }),
      ],
      findings: [{ resource: "web", path: "userData" }],
    },
    {
      name: "resources of other providers",
      stack: [
        resource("kubernetes:core/v1:ConfigMap", "map", {
          data: { host: "<pulumi_aws.rds.Cluster object at 0x7f00>" },
        }),
        resource("pulumi:providers:aws", "east", { region: OUTPUT }),
      ],
      findings: [
        { resource: "map", path: "data.host" },
        { resource: "east", path: "region" },
      ],
    },
  ],
});
