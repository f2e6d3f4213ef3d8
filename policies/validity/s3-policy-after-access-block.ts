import { S3_BUCKET, S3_BUCKET_POLICY } from "../../src/aws/type-tokens";
import { makeWait, waitingPath } from "../../src/graph/ordering";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import { variablesOf } from "../../src/source/variables";
import { defineRule } from "../../src/rules/rule";

const ACCESS_BLOCK = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";

/** The bucket that a policy or access block is for; its name where it is not in the stack. */
function bucketOf(stack: Stack, resource: Resource): Resource | string | undefined {
  const { resources } = stack.refs(resource.at("bucket"), S3_BUCKET);
  const name = resource.str("bucket");
  return resources.length === 1 ? resources[0] : resources.length === 0 && known(name) ? name : undefined;
}

export default defineRule({
  id: "s3-policy-after-access-block",
  category: "validity",
  description: "Bucket policies must wait for the public access block of their bucket",
  severity: "medium",
  level: "advisory",
  why:
    "S3 rejects two simultaneous changes of one bucket, and a public policy for as long as the access block forbids it. " +
    "Both only name the bucket, so their order is left to chance.",
  fix: {
    typescript: `new aws.s3.BucketPolicy("read", { bucket: bucket.id, policy }, { dependsOn: [accessBlock] });`,
    python: `aws.s3.BucketPolicy("read", bucket=bucket.id, policy=policy,
    opts=pulumi.ResourceOptions(depends_on=[access_block]))`,
    yaml: `resources:
  read:
    type: aws:s3:BucketPolicy
    properties:
      bucket: \${bucket.id}
      policy: \${policy.json}
    options:
      dependsOn: ["\${accessBlock}"]`,
  },
  limits: "Access blocks that forbid public policies and are created after the policy: their order does not matter.",
  references: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html"],
  stack(stack, { report, undecided, project }) {
    const blocks = stack.managed(ACCESS_BLOCK);
    for (const policy of stack.managed(S3_BUCKET_POLICY)) {
      const bucket = bucketOf(stack, policy);
      for (const block of blocks.filter((one) => bucket !== undefined && bucketOf(stack, one) === bucket)) {
        const isAfter = waitingPath(stack, policy, block) !== undefined;
        const isBefore = waitingPath(stack, block, policy) !== undefined;
        const forbids = block.bool("blockPublicPolicy") ?? false;
        if (!isAfter && isBefore && forbids === UNKNOWN) {
          undecided(block, "blockPublicPolicy");
        } else if (!isAfter && !(isBefore && forbids === true)) {
          report({
            at: policy,
            missingDependencies: [block],
            message:
              `Nothing makes this policy wait for ${block.name}, the public access block of the same bucket` +
              `${isBefore ? "" : ', so S3 can reject one of them with "OperationAborted"'}: ` +
              `${makeWait(stack, policy, [block], variablesOf(project.files))}.`,
          });
        }
      }
    }
  },
});
