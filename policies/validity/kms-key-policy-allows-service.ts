import { isPolicyComputed, keyOf, serviceMayUse } from "./kms-key-policy-allows-service.key-policies";
import { regionInForce } from "../../src/aws/region";
import {
  CLOUDTRAIL_TRAIL,
  CLOUDWATCH_COMPOSITE_ALARM,
  CLOUDWATCH_EVENT_TARGET,
  CLOUDWATCH_LOG_GROUP,
  CLOUDWATCH_METRIC_ALARM,
  S3_BUCKET_NOTIFICATION,
  SNS_TOPIC,
  SNS_TOPIC_SUBSCRIPTION,
  SQS_QUEUE,
} from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import { grouped, type Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule, type Context, type Finding } from "../../src/rules/rule";

/** A service that needs the key, and AWS's error where it may not use it. */
interface Use {
  readonly service: string;
  readonly purpose: string;
  readonly awsError?: string;
}

const WRITERS = [
  [SNS_TOPIC, CLOUDWATCH_METRIC_ALARM, ["alarmActions", "okActions", "insufficientDataActions"], "cloudwatch"],
  [SNS_TOPIC, CLOUDWATCH_COMPOSITE_ALARM, ["alarmActions", "okActions", "insufficientDataActions"], "cloudwatch"],
  [SNS_TOPIC, CLOUDWATCH_EVENT_TARGET, ["arn"], "events"],
  [SNS_TOPIC, S3_BUCKET_NOTIFICATION, ["topics"], "s3"],
  [SQS_QUEUE, SNS_TOPIC_SUBSCRIPTION, ["endpoint"], "sns"],
  [SQS_QUEUE, CLOUDWATCH_EVENT_TARGET, ["arn"], "events"],
  [SQS_QUEUE, S3_BUCKET_NOTIFICATION, ["queues"], "s3"],
] as const;

const MANAGED_KEY = /^(?:arn:[^/]*:)?alias\/aws\/s[nq]s$/;

/** False for an alarm without actions, and for a target with a role, which uses the account's own permissions. */
function writesAsService(writer: Resource): boolean {
  return writer.type === CLOUDWATCH_EVENT_TARGET
    ? writer.at("roleArn").isAbsent
    : writer.type === S3_BUCKET_NOTIFICATION ||
        writer.type === SNS_TOPIC_SUBSCRIPTION ||
        (writer.bool("actionsEnabled") ?? true) === true;
}

/** The services that write to a topic or a queue, each for one resource that makes it do so. */
function writersTo(stack: Stack, user: Resource): Use[] {
  const uses = new Map<string, Use>();
  for (const [type, writer, properties, service] of WRITERS) {
    const writers = type === user.type ? properties.flatMap((property) => stack.referrers(user, property, writer)) : [];
    const found = writers.find(writesAsService);
    if (found && !uses.has(service)) {
      uses.set(service, { service, purpose: `deliver what comes from ${found.name}` });
    }
  }
  return [...uses.values()];
}

function usesOf(stack: Stack, user: Resource): Use[] {
  switch (user.type) {
    case CLOUDWATCH_LOG_GROUP:
      return [
        {
          service: "logs",
          purpose: "store the logs",
          awsError: "The specified KMS key does not exist or is not allowed to be used",
        },
      ];
    case CLOUDTRAIL_TRAIL:
      return [{ service: "cloudtrail", purpose: "write the trail", awsError: "InsufficientEncryptionPolicyException" }];
    default:
      return writersTo(stack, user);
  }
}

/** The region of a user of a key: its own, or that of an ARN of it or of its key. */
function regionOfUse(user: Resource, key: Resource, { project }: Context): string | undefined {
  const region = regionInForce(user, project);
  const arns = [user, key].map(({ outputs }) => outputs.str("arn"));
  return known(region) ? region : arns.map((arn) => (known(arn) ? arn.split(":")[3] : undefined)).find(Boolean);
}

/** The principal of a service in a key policy; CloudWatch Logs has one for each region. */
function principalOf(service: string, region: string | undefined): string {
  const principal = `${service}.${service === "logs" && region !== undefined ? `${region}.` : ""}amazonaws.com`;
  return service === "logs" && region?.startsWith("cn-") === true ? `${principal}.cn` : principal;
}

export default defineRule({
  id: "kms-key-policy-allows-service",
  category: "validity",
  description: "Key policies must allow the services that use the key",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "Without a policy for them, AWS services may not use a key; only identities of the account may. AWS rejects a log group " +
    "or a trail with such a key, and what an alarm or a rule sends to a topic or queue with such a key is lost silently.",
  fix: {
    typescript: `policy: pulumi.jsonStringify({
  Version: "2012-10-17",
  Statement: [
    { Effect: "Allow", Principal: { AWS: \`arn:aws:iam::\${accountId}:root\` }, Action: "kms:*", Resource: "*" },
    { Effect: "Allow", Principal: { Service: \`logs.\${region}.amazonaws.com\` },
      Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"], Resource: "*" },
  ],
}),`,
    python: `policy=pulumi.Output.json_dumps({
    "Version": "2012-10-17",
    "Statement": [
        {"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{account_id}:root"}, "Action": "kms:*", "Resource": "*"},
        {"Effect": "Allow", "Principal": {"Service": f"logs.{region}.amazonaws.com"},
         "Action": ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"], "Resource": "*"},
    ],
}),`,
    yaml: `policy:
  fn::toJSON:
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal:
          AWS: arn:aws:iam::\${accountId}:root
        Action: kms:*
        Resource: "*"
      - Effect: Allow
        Principal:
          Service: logs.\${region}.amazonaws.com
        Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"]
        Resource: "*"`,
  },
  limits:
    "Keys of other stacks or with grants; whether conditions and each single action are right; topics and queues that only " +
    "identities of the account write to, including event targets with a role; what services write to a bucket with a key.",
  references: [
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html",
    "https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html",
  ],
  stack(stack, context) {
    const findings = stack
      .managed(CLOUDWATCH_LOG_GROUP, CLOUDTRAIL_TRAIL, SNS_TOPIC, SQS_QUEUE)
      .flatMap((user) => usesOf(stack, user).flatMap((use) => check(stack, { user, use }, context)));
    // One statement in the policy of a key is enough for all that a service does with the key.
    for (const [finding, ...others] of grouped(findings, ({ at, message }) => [
      `${keyOf(stack, at)?.urn ?? ""} ${message}`,
    ]).values()) {
      if (finding) {
        context.report({ ...finding, alsoAt: others.map(({ at }) => at) });
      }
    }
  },
});

/** What is wrong where a resource makes a service use a key. */
function check(
  stack: Stack,
  { user, use: { service, purpose, awsError } }: { user: Resource; use: Use },
  context: Context,
): (Finding & { at: View })[] {
  const at = user.at(user.type === SNS_TOPIC || user.type === SQS_QUEUE ? "kmsMasterKeyId" : "kmsKeyId");
  const text = at.str();
  if (known(text) && MANAGED_KEY.test(text)) {
    return [
      {
        at,
        message:
          `The policy of the AWS managed key "${text}" cannot be changed, and it does not allow ` +
          `${principalOf(service, undefined)} to ${purpose}. Use a key of your own whose policy allows it.`,
      },
    ];
  }
  const key = at.isAbsent ? undefined : keyOf(stack, at);
  const isAllowed = key && serviceMayUse(stack, key, service);
  if (isAllowed === UNKNOWN) {
    context.undecided(at);
  }
  return key && isAllowed === false
    ? [
        {
          at,
          message:
            `The policy of the key ${key.name} does not allow ${principalOf(service, regionOfUse(user, key, context))} to ` +
            `${purpose}. Add a statement that allows that service "kms:GenerateDataKey*" and "kms:Decrypt".`,
          // What has AWS's error is checked once, when the resource gets the key; the rest fails at every delivery.
          onlyAtCreation: awsError !== undefined,
          ...(awsError !== undefined && { awsError }),
          restsOnComputedText: isPolicyComputed(stack, key),
        },
      ]
    : [];
}
