import { S3_BUCKET } from "../../src/aws/type-tokens";
import { BUCKET_PARTS } from "../../src/aws/storage/buckets";
import { defineRequirement } from "../../src/rules/requirement";

const SETTINGS = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"];

export default defineRequirement({
  id: "s3-bucket-access-block",
  category: "network",
  description: "Every bucket must have a public access block of its own",
  severity: "high",
  level: "only-if-required",
  why:
    "AWS blocks public access to a new bucket, until someone switches that off in the console. A block in the program " +
    "keeps it on, and auditors see it there.",
  limits: "Blocks of another stack; the block of the account, which this does not replace.",
  references: [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html",
  ],
  requirement: {
    types: [S3_BUCKET],
    companions: [
      {
        types: [BUCKET_PARTS.publicAccessBlock],
        by: "bucket",
        when: SETTINGS.map((property) => ({ property, must: { equals: true } })),
      },
    ],
    consequence: "Nothing in the stack keeps all public access to this bucket off.",
    instead: `Add an aws.s3.BucketPublicAccessBlock with \`${SETTINGS.map((setting) => `${setting}: true`).join(", ")}\`.`,
    companionExample: Object.fromEntries(SETTINGS.map((setting) => [setting, true])),
  },
});
