import rule from "../../../policies/validity/s3-policy-after-access-block";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, text, unknown, type BuildOptions, type BuiltResource, type Input } from "../../../src/testing/stack";

const bucket = resource("aws:s3/bucket:Bucket", "assets");
const other = resource("aws:s3/bucketV2:BucketV2", "logs");
const block = (
  more: Record<string, Input> = { blockPublicPolicy: true },
  options: BuildOptions = {},
  of: Input = bucket.id,
): BuiltResource =>
  resource("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "block", { bucket: of, ...more }, options);
const policy = (options: BuildOptions = {}, of: Input = bucket.id): BuiltResource =>
  resource("aws:s3/bucketPolicy:BucketPolicy", "read", { bucket: of, policy: "{}" }, options);

ruleTest(rule, {
  valid: [
    { name: "a policy that waits", stack: [bucket, block(), policy({ dependsOn: [block()] })] },
    { name: "a policy that names the bucket through it", stack: [bucket, block(), policy({}, block().bucket)] },
    {
      name: "a strict block that waits for the policy",
      stack: [bucket, policy(), block(undefined, { dependsOn: [policy()] })],
    },
    { name: "no block", stack: [bucket, policy()] },
    { name: "a block of another bucket", stack: [bucket, other, block({}, {}, other.id), policy()] },
    { name: "names of other buckets", stack: [block({}, {}, "logs-464738291005"), policy({}, "assets-464738291005")] },
    { name: "buckets that are not known", stack: [block({}, {}, unknown), policy({}, unknown)], shape: "preview" },
    {
      name: "one of two buckets",
      stack: [bucket, other, block({}, {}, text`${bucket.id}${other.id}`), policy({}, text`${bucket.id}${other.id}`)],
    },
    {
      name: "what the stack only reads",
      stack: [bucket, block({}, { external: true }), policy(), policy({ external: true })],
    },
  ],
  invalid: [
    {
      name: "both at once",
      stack: [bucket, block(), policy()],
      findings: [
        {
          resource: "read",
          message: /^Nothing makes this policy wait for block, .*"OperationAborted": add `dependsOn: \[block\]`\.$/,
        },
      ],
    },
    {
      name: "both of a bucket outside the stack, in C#",
      stack: [block({}, {}, "assets-464738291005"), policy({}, "assets-464738291005")],
      files: { "Pulumi.yaml": "name: shop\nruntime: dotnet\n" },
      findings: [{ resource: "read", message: /DependsOn = \{ block \}/ }],
    },
    {
      name: "a block that opens the bucket after the policy",
      stack: [bucket, policy(), block({ blockPublicPolicy: false }, { dependsOn: [policy()] })],
      findings: [{ resource: "read", message: /bucket: block waits for it instead \(block → read\)/ }],
    },
    {
      name: "the older type of the bucket",
      stack: [other, block({}, {}, other.id), policy({}, other.bucket)],
      findings: [{ resource: "read" }],
    },
  ],
  undecided: [
    {
      name: "a block that waits for the policy, and may open the bucket",
      stack: [bucket, policy(), block({ blockPublicPolicy: unknown }, { dependsOn: [policy()] })],
      at: ["block.blockPublicPolicy"],
    },
  ],
});
