import rule from "../../../policies/encryption/s3-encryption";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

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
    { name: "no key, without a contract", stack: [bucket, resource(BUCKET, "other"), encryption(aes)] },
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
    { name: "logs of a load balancer in a bucket without settings", stack: [bucket, balancer], contract },
    { name: "a bucket that the stack only reads", stack: [resource(BUCKET, "b", {}, { external: true })], contract },
  ],
  invalid: [
    {
      name: "encryption not configured",
      stack: [bucket],
      contract,
      findings: [{ resource: "data", message: /kmsMasterKeyId/ }],
    },
    {
      name: "S3's keys",
      stack: [bucket, encryption(aes)],
      contract,
      findings: [{ resource: "data-encryption", path: "rules", level: "mandatory" }],
    },
    {
      name: "the key that AWS manages",
      stack: [bucket, encryption(byDefault({ sseAlgorithm: "aws:kms", kmsMasterKeyId: "alias/aws/s3" }))],
      contract,
      findings: [{ resource: "data-encryption", path: "rules", level: "mandatory" }],
    },
    {
      name: "a rule without an algorithm",
      stack: [bucket, encryption([{ bucketKeyEnabled: true }])],
      contract,
      findings: [{ resource: "data-encryption", path: "rules", level: "mandatory" }],
    },
  ],
  undecided: [
    { name: "a bucket that is not known yet", stack: [bucket, encryption(aes, unknown)], contract, at: ["data"] },
    {
      name: "rules that are not known yet",
      stack: [bucket, encryption(unknown)],
      contract,
      at: ["data-encryption.rules"],
    },
    {
      name: "a default that is not known yet",
      stack: [bucket, encryption(byDefault(unknown))],
      contract,
      at: ["data-encryption.rules"],
    },
  ],
});
