import { resource, ruleTest, unknown } from "pulumi-preflight-aws/testing";
import { bucketHasOwner } from "./bucket-has-owner";

const BUCKET = "aws:s3/bucket:Bucket";
const aws = resource("pulumi:providers:aws", "aws", {
  region: "eu-central-1",
  defaultTags: { tags: { Owner: "platform" } },
});

// Each case is run as a first preview, in which computed values are unknown, and as an update.
ruleTest(bucketHasOwner, {
  valid: [
    { name: "a team of Acme", stack: [resource(BUCKET, "invoices", { tags: { Owner: "payments" } })] },
    { name: "a default tag of the provider", stack: [aws, resource(BUCKET, "logs", {}, { provider: aws })] },
  ],
  invalid: [
    {
      name: "no owner, and one that is not a team",
      stack: [
        resource(BUCKET, "invoices", { tags: { Name: "invoices" } }),
        resource(BUCKET, "old", { tags: { Owner: "me" } }),
      ],
      findings: [
        { resource: "invoices", path: "tags", message: /Name its team/ },
        { resource: "old", path: "tags.Owner", message: /^"me" is not a team of Acme/ },
      ],
    },
  ],
  undecided: [
    {
      name: "tags that are not known yet",
      stack: [resource(BUCKET, "invoices", { tags: unknown })],
      at: ["invoices.tags"],
    },
  ],
});
