import rule from "../../../policies/validity/kms-key-policy-allows-service";
import { ruleTest } from "../../../src/testing/rule-test";
import { json, resource, text, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const KEY = "aws:kms/key:Key";
const ROOT = { Effect: "Allow", Principal: { AWS: "arn:aws:iam::464738291005:root" }, Action: "kms:*", Resource: "*" };
const forService = (service: Input, action: Input = ["kms:GenerateDataKey*", "kms:Decrypt"]): Input => ({
  Effect: "Allow",
  Principal: { Service: service },
  Action: action,
  Resource: "*",
});
const key = (...statements: Input[]): BuiltResource =>
  resource(KEY, "key", statements.length > 0 ? { policy: json({ Version: "2012-10-17", Statement: statements }) } : {});
const logs = (of: BuiltResource): BuiltResource =>
  resource("aws:cloudwatch/logGroup:LogGroup", "logs", { kmsKeyId: of.arn });
const trail = (of: BuiltResource): BuiltResource =>
  resource("aws:cloudtrail/trail:Trail", "trail", { s3BucketName: "trail-logs", kmsKeyId: of.arn });
const topic = (kmsMasterKeyId: Input): BuiltResource => resource("aws:sns/topic:Topic", "alerts", { kmsMasterKeyId });
const queue = (kmsMasterKeyId: Input): BuiltResource => resource("aws:sqs/queue:Queue", "jobs", { kmsMasterKeyId });
const alarm = (to: BuiltResource, property = "alarmActions"): BuiltResource =>
  resource("aws:cloudwatch/metricAlarm:MetricAlarm", "cpu", {
    comparisonOperator: "GreaterThanThreshold",
    evaluationPeriods: 1,
    [property]: [to.arn],
  });
const subscription = (to: BuiltResource): BuiltResource =>
  resource("aws:sns/topicSubscription:TopicSubscription", "to-jobs", {
    topic: "arn:aws:sns:us-east-1:464738291005:orders",
    protocol: "sqs",
    endpoint: to.arn,
  });

const plain = key(ROOT);
const forLogs = key(ROOT, forService("logs.us-east-1.amazonaws.com", ["kms:Encrypt*", "kms:GenerateDataKey*"]));
const forAlarms = key(ROOT, forService("cloudwatch.amazonaws.com"));
const forSns = key(ROOT, forService(["sns.amazonaws.com", "s3.amazonaws.com"], "kms:*"));
const forTrail = key(ROOT, forService("cloudtrail.amazonaws.com", "kms:GenerateDataKey*"));
const separate = key();
const separatePolicy = (statement: Input): BuiltResource =>
  resource("aws:kms/keyPolicy:KeyPolicy", "key-policy", {
    keyId: separate.id,
    policy: json({ Statement: [statement] }),
  });
const alias = (of: BuiltResource): BuiltResource =>
  resource("aws:kms/alias:Alias", "alias", { name: "alias/shop", targetKeyId: of.keyId });
const encrypted = topic(plain.id);
const toPlain = queue(plain.arn);

ruleTest(rule, {
  valid: [
    {
      name: "an event target with a role of its own",
      stack: [
        plain,
        toPlain,
        resource("aws:cloudwatch/eventTarget:EventTarget", "to-jobs", {
          rule: "nightly",
          arn: toPlain.arn,
          roleArn: "arn:aws:iam::464738291005:role/events",
        }),
      ],
    },
    { name: "a key for logs", stack: [forLogs, logs(forLogs)] },
    {
      name: "a key for every principal",
      stack: (() => {
        const k = key({ ...ROOT, Principal: "*" });
        return [k, logs(k)];
      })(),
    },
    { name: "a key for a trail", stack: [forTrail, trail(forTrail)] },
    {
      name: "a key for alarms",
      stack: (() => {
        const t = topic(forAlarms.id);
        return [forAlarms, t, alarm(t)];
      })(),
    },
    {
      name: "an alarm without actions",
      stack: (() => {
        const t = topic(plain.id);
        return [
          plain,
          t,
          resource("aws:cloudwatch/metricAlarm:MetricAlarm", "cpu", { alarmActions: [t.arn], actionsEnabled: false }),
        ];
      })(),
    },
    {
      name: "a key for messages",
      stack: (() => {
        const q = queue(forSns.arn);
        return [forSns, q, subscription(q)];
      })(),
    },
    {
      name: "a separate policy",
      stack: [separate, separatePolicy(forService("logs.amazonaws.com")), logs(separate)],
    },
    {
      name: "a key with a grant",
      stack: [
        plain,
        resource("aws:kms/grant:Grant", "grant", {
          keyId: plain.keyId,
          granteePrincipal: "arn:aws:iam::464738291005:role/x",
          operations: ["Encrypt"],
        }),
        trail(plain),
      ],
    },
    { name: "a topic and a queue that only programs write to", stack: [plain, encrypted, toPlain] },
    {
      name: "a topic without a key",
      stack: (() => {
        const t = topic(undefined);
        return [t, alarm(t)];
      })(),
    },
    {
      name: "a key of another stack",
      stack: [
        resource("aws:cloudwatch/logGroup:LogGroup", "logs", { kmsKeyId: "arn:aws:kms:us-east-1:464738291005:key/1" }),
      ],
    },
    {
      name: "a key that the stack only reads",
      stack: (() => {
        const k = resource(KEY, "shared", {}, { external: true });
        return [k, logs(k)];
      })(),
    },
    {
      name: "a log group that the stack only reads",
      stack: [plain, resource("aws:cloudwatch/logGroup:LogGroup", "logs", { kmsKeyId: plain.arn }, { external: true })],
    },
    {
      name: "a bucket, which uses its callers' permissions",
      stack: [
        plain,
        resource("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "enc", {
          bucket: "b",
          rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: plain.arn } }],
        }),
      ],
    },
  ],
  invalid: [
    {
      name: "a key without a policy",
      stack: (() => {
        const k = key();
        return [k, logs(k)];
      })(),
      shape: "preview",
      findings: [
        {
          resource: "logs",
          path: "kmsKeyId",
          message:
            /allow logs\.amazonaws\.com to store the logs\..*AWS rejects this with: "The specified KMS key does not exist or is not allowed to be used"\.$/,
        },
      ],
    },
    {
      name: "a key without a policy, deployed, which shows the region",
      stack: (() => {
        const k = key();
        return [k, logs(k)];
      })(),
      shape: "up",
      findings: [
        {
          resource: "logs",
          path: "kmsKeyId",
          level: "advisory",
          message: /allow logs\.us-east-1\.amazonaws\.com to .* exists already, so this stops nothing now/,
        },
      ],
    },
    {
      name: "two log groups with a key without a policy, which are one finding",
      stack: (() => {
        const k = key();
        return [k, logs(k), resource("aws:cloudwatch/logGroup:LogGroup", "more-logs", { kmsKeyId: k.arn })];
      })(),
      shape: "preview",
      findings: [{ resource: "logs", path: "kmsKeyId" }],
    },
    {
      name: "a key without a policy, in the configured region",
      stack: (() => {
        const k = key();
        return [k, logs(k)];
      })(),
      config: { "aws:region": "eu-west-1" },
      shape: "preview",
      findings: [{ resource: "logs", path: "kmsKeyId", message: /allow logs\.eu-west-1\.amazonaws\.com to/ }],
    },
    {
      name: "a key without a policy, in a region of China",
      stack: (() => {
        const k = key();
        return [k, logs(k)];
      })(),
      config: { "aws:region": "cn-north-1" },
      shape: "preview",
      findings: [{ resource: "logs", path: "kmsKeyId", message: /allow logs\.cn-north-1\.amazonaws\.com\.cn to/ }],
    },
    {
      name: "an empty policy",
      shape: "preview",
      stack: (() => {
        const k = resource(KEY, "key", { policy: "" });
        return [k, logs(k)];
      })(),
      findings: [{ resource: "logs", path: "kmsKeyId" }],
    },
    {
      name: "a key for identities only, and for another service",
      shape: "preview",
      stack: [plain, logs(plain), trail(plain)],
      findings: [
        { resource: "logs", path: "kmsKeyId" },
        { resource: "trail", path: "kmsKeyId", message: /InsufficientEncryptionPolicyException/ },
      ],
    },
    {
      name: "a key by its alias",
      shape: "preview",
      stack: (() => {
        const named = alias(plain);
        return [
          plain,
          named,
          resource("aws:cloudtrail/trail:Trail", "trail", { s3BucketName: "b", kmsKeyId: named.arn }),
        ];
      })(),
      findings: [{ resource: "trail", path: "kmsKeyId" }],
    },
    {
      name: "an alarm's topic with a key for SNS",
      stack: (() => {
        const t = topic(forSns.id);
        return [forSns, t, alarm(t, "okActions"), alarm(t)];
      })(),
      findings: [
        {
          resource: "alerts",
          path: "kmsMasterKeyId",
          message: /allow cloudwatch\.amazonaws\.com to deliver what comes from cpu/,
        },
      ],
    },
    {
      name: "an alarm's topic with the AWS managed key",
      stack: (() => {
        const t = topic("alias/aws/sns");
        return [t, alarm(t)];
      })(),
      findings: [{ resource: "alerts", path: "kmsMasterKeyId", message: /"alias\/aws\/sns" cannot be changed/ }],
    },
    {
      name: "a queue that a topic, a rule and a bucket write to",
      stack: [
        plain,
        toPlain,
        subscription(toPlain),
        resource("aws:cloudwatch/eventTarget:EventTarget", "to-queue", { rule: "r", arn: toPlain.arn }),
        resource("aws:s3/bucketNotification:BucketNotification", "uploads", {
          bucket: "b",
          queues: [{ queueArn: toPlain.arn, events: ["s3:ObjectCreated:*"] }],
        }),
      ],
      findings: [
        { resource: "jobs", path: "kmsMasterKeyId", message: /sns\.amazonaws\.com/ },
        { resource: "jobs", path: "kmsMasterKeyId", message: /events\.amazonaws\.com/ },
        { resource: "jobs", path: "kmsMasterKeyId", message: /s3\.amazonaws\.com/ },
      ],
    },
    {
      name: "a statement that denies, and one for other actions",
      shape: "preview",
      stack: (() => {
        const k = key(
          ROOT,
          { Effect: "Deny", Principal: { Service: "logs.amazonaws.com" }, Action: "kms:*", Resource: "*" },
          forService("logs.amazonaws.com", "kms:DescribeKey"),
        );
        return [k, logs(k)];
      })(),
      findings: [{ resource: "logs", path: "kmsKeyId" }],
    },
  ],
  undecided: [
    {
      name: "an imported key, which keeps the policy that it has",
      stack: (() => {
        const k = resource(KEY, "key", { description: "Data" }, { imported: true });
        return [k, logs(k)];
      })(),
      at: ["logs.kmsKeyId"],
    },
    {
      name: "a policy that is not known yet",
      stack: (() => {
        const k = resource(KEY, "key", { policy: unknown });
        return [k, logs(k)];
      })(),
      at: ["logs.kmsKeyId"],
    },
    {
      name: "a principal of an object that is not known yet",
      stack: (() => {
        const k = resource(KEY, "key", {
          policy: { Statement: [ROOT, forService(unknown)] },
        });
        return [k, logs(k)];
      })(),
      at: ["logs.kmsKeyId"],
    },
    {
      name: "all but some principals",
      stack: (() => {
        const k = key({ Effect: "Allow", NotPrincipal: { AWS: text`${"x"}` }, Action: "kms:*", Resource: "*" });
        return [k, logs(k)];
      })(),
      at: ["logs.kmsKeyId"],
    },
  ],
});
