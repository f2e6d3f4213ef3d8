import { makeWait, waitingPath } from "../../stack/ordering";
import type { Resource } from "../../stack/resource";
import type { Stack } from "../../stack/stack";
import { known } from "../../stack/value";
import { defineRule } from "../rule";

const BUCKET = "aws:s3/bucket:Bucket";
const POLICY = "aws:s3/bucketPolicy:BucketPolicy";
const ACCESS_BLOCK = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";

/** The bucket that a policy or access block is for; its name where it is not in the stack. */
function bucketOf(stack: Stack, resource: Resource): Resource | string | undefined {
  const { resources } = stack.refs(resource.at("bucket"), BUCKET);
  const name = resource.str("bucket");
  return resources.length === 1 ? resources[0] : resources.length === 0 && known(name) ? name : undefined;
}

export default defineRule({
  id: "s3-policy-after-access-block",
  category: "validity",
  description: "Bucket policies wait for the public access block of their bucket",
  severity: "medium",
  level: "advisory",
  failures: [],
  why:
    "S3 refuses two changes of one bucket at the same time, and a public policy for as long as the access block forbids " +
    "it. Both name the bucket only, so that it is chance which of them is made first.",
  fix: {
    typescript: 'new aws.s3.BucketPolicy("read", { bucket: bucket.id, policy }, { dependsOn: [accessBlock] });',
    python:
      'aws.s3.BucketPolicy("read", bucket=bucket.id, policy=policy,\n' +
      "    opts=pulumi.ResourceOptions(depends_on=[access_block]))",
    yaml:
      "resources:\n  read:\n    type: aws:s3:BucketPolicy\n    properties:\n      bucket: ${bucket.id}\n" +
      '      policy: ${policy.json}\n    options:\n      dependsOn: ["${accessBlock}"]',
  },
  limits: "Access blocks that forbid public policies and are made after the policy: their order does not matter.",
  stack(stack, { report, project }) {
    const blocks = stack.ofType(ACCESS_BLOCK).filter(({ outside }) => !outside);
    for (const policy of stack.ofType(POLICY).filter(({ outside }) => !outside)) {
      const bucket = bucketOf(stack, policy);
      for (const block of blocks.filter((one) => bucket !== undefined && bucketOf(stack, one) === bucket)) {
        const isAfter = waitingPath(stack, policy, block) !== undefined;
        const isBefore = waitingPath(stack, block, policy) !== undefined;
        if (!isAfter && !(isBefore && block.bool("blockPublicPolicy") === true)) {
          report({
            at: policy,
            awaits: [block],
            message:
              `nothing makes this policy wait for ${block.name}, the public access block of the same bucket; ` +
              `${makeWait(stack, policy, [block], project.files?.settings?.runtime)}.`,
            ...(!isBefore && {
              answer:
                "OperationAborted: A conflicting conditional operation is currently in progress against this resource. " +
                "Please try again",
            }),
          });
        }
      }
    }
  },
});
