import rule from "../../../policies/encryption/s3-encryption";
import { ruleTest } from "../../../testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../testing/stack";

const BUCKET = "aws:s3/bucket:Bucket";
const bucket = resource(BUCKET, "data");
const key = resource("aws:kms/key:Key", "key");
const byDefault = (settings: Input): Input => [{ applyServerSideEncryptionByDefault: settings }];
const encryption = (rules: Input, of: Input = bucket.id): BuiltResource =>
  resource(
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    "data-encryption",
    {
      bucket: of,
      rules,
    },
  );
const aes = byDefault({ sseAlgorithm: "AES256" });
const kms = byDefault({ sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn });
const balancer = resource("aws:lb/loadBalancer:LoadBalancer", "web", {
  accessLogs: { bucket: bucket.bucket, enabled: true },
});
const contract = { customerKeys: true };

ruleTest(rule, {
  valid: [
    { name: "settings of its own", stack: [bucket, encryption(aes)] },
    { name: "a customer's key", stack: [bucket, key, encryption(kms)], contract },
    {
      name: "a customer's key inside the bucket",
      contract,
      stack: [
        key,
        resource(BUCKET, "data", {
          serverSideEncryptionConfiguration: {
            rule: { applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn } },
          },
        }),
      ],
    },
    {
      name: "a customer's key inside an older bucket",
      contract,
      stack: [
        key,
        resource("aws:s3/bucketV2:BucketV2", "data", {
          serverSideEncryptionConfigurations: [
            {
              rules: [{ applyServerSideEncryptionByDefaults: [{ sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn }] }],
            },
          ],
        }),
      ],
    },
    { name: "logs of a load balancer, which take no such key", stack: [bucket, encryption(aes), balancer], contract },
    { name: "a bucket that the stack only reads", stack: [resource(BUCKET, "b", {}, { external: true })], contract },
  ],
  invalid: [
    {
      name: "none",
      stack: [bucket],
      findings: [{ resource: "data", level: "advisory", message: /does not say how/ }],
    },
    {
      name: "none where a key is asked for",
      stack: [bucket],
      contract,
      findings: [{ resource: "data", level: "mandatory", message: /kmsMasterKeyId/ }],
    },
    {
      name: "none for logs of a load balancer",
      stack: [bucket, balancer],
      contract,
      findings: [{ resource: "data", level: "advisory" }],
    },
    {
      name: "S3's keys where a customer's are asked for",
      stack: [bucket, encryption(aes)],
      contract,
      findings: [{ resource: "data-encryption", path: "rules", level: "mandatory" }],
    },
    {
      name: "AWS's key where a customer's is asked for",
      stack: [bucket, encryption(byDefault({ sseAlgorithm: "aws:kms", kmsMasterKeyId: "alias/aws/s3" }))],
      contract,
      findings: [{ resource: "data-encryption", path: "rules", level: "mandatory" }],
    },
    {
      name: "a rule that only says something else",
      stack: [bucket, encryption([{ bucketKeyEnabled: true }])],
      contract,
      findings: [{ resource: "data-encryption", path: "rules", level: "mandatory" }],
    },
  ],
  undecided: [
    { name: "for which bucket", stack: [bucket, encryption(aes, unknown)], at: ["data"] },
    { name: "rules", stack: [bucket, encryption(unknown)], contract, at: ["data-encryption.rules"] },
    { name: "a default", stack: [bucket, encryption(byDefault(unknown))], contract, at: ["data-encryption.rules"] },
  ],
});
