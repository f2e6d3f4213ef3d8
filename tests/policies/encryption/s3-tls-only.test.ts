import rule from "../../../policies/encryption/s3-tls-only";
import { ruleTest } from "../../../src/testing/rule-test";
import { json, resource, text, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const BUCKET = "aws:s3/bucket:Bucket";
const bucket = resource(BUCKET, "data", { bucket: "shop-data" });
const deny = (Condition: Input): Input => ({
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: "arn:aws:s3:::shop-data/*",
  Condition,
});
const allow = {
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::464738291005:root" },
  Action: "s3:GetObject",
  Resource: "arn:aws:s3:::shop-data/*",
};
const policy = (policyText: Input, of: Input = bucket.id): BuiltResource =>
  resource("aws:s3/bucketPolicy:BucketPolicy", "data-policy", { bucket: of, policy: policyText });
const secure = deny({ Bool: { "aws:SecureTransport": "false" } });

ruleTest(rule, {
  valid: [
    {
      name: "a statement that denies requests without TLS",
      stack: [bucket, policy(json({ Statement: [allow, secure] }))],
    },
    { name: "a policy as an object", stack: [bucket, policy({ Statement: secure })] },
    {
      name: "a statement that denies old versions of TLS",
      stack: [bucket, policy(json({ Statement: [deny({ NumericLessThan: { "s3:TlsVersion": "1.2" } })] }))],
    },
    {
      name: "a policy inside the bucket",
      stack: [resource(BUCKET, "data", { policy: json({ Statement: [secure] }) })],
    },
    {
      name: "a website",
      stack: [
        bucket,
        resource("aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration", "site", { bucket: bucket.id }),
      ],
    },
    {
      name: "a website inside the bucket",
      stack: [resource(BUCKET, "site", { website: { indexDocument: "index.html" } })],
    },
    { name: "a bucket that the stack only reads", stack: [resource(BUCKET, "b", {}, { external: true })] },
  ],
  invalid: [
    { name: "no policy", stack: [bucket], findings: [{ resource: "data", message: /^No policy denies/ }] },
    {
      name: "a policy about something else",
      stack: [bucket, policy(json({ Statement: [allow, deny({ StringNotEquals: { "aws:SourceVpc": "vpc-1" } })] }))],
      findings: [{ resource: "data-policy", path: "policy", message: /^The policy does not deny/ }],
    },
    {
      name: "a statement that allows under TLS only",
      stack: [
        bucket,
        policy(json({ Statement: [{ ...allow, Condition: { Bool: { "aws:SecureTransport": "true" } } }] })),
      ],
      findings: [{ resource: "data-policy", path: "policy" }],
    },
  ],
  undecided: [
    { name: "a policy that is not known yet", stack: [bucket, policy(unknown)], at: ["data-policy.policy"] },
    {
      name: "a policy with the bucket's ARN",
      stack: [bucket, policy(json({ Statement: [{ ...allow, Resource: text`${bucket.arn}/*` }] }))],
      at: ["data-policy.policy"],
    },
    {
      name: "a bucket that is not known yet",
      stack: [bucket, policy(json({ Statement: [secure] }), unknown)],
      at: ["data"],
    },
  ],
});
