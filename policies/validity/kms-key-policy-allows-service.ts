import { COMPOSITE_ALARM, METRIC_ALARM } from "../../stack/alarms";
import { isPolicyComputed, keyOf, serviceMayUse } from "../../stack/key-policies";
import { regionInForce } from "../../stack/region";
import type { Resource } from "../../stack/resource";
import type { Stack } from "../../stack/stack";
import { known, UNKNOWN } from "../../stack/value";
import type { Read } from "../../stack/view";
import { defineRule, type Finding } from "../rule";

const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
const TRAIL = "aws:cloudtrail/trail:Trail";
const TOPIC = "aws:sns/topic:Topic";
const QUEUE = "aws:sqs/queue:Queue";
const EVENT_TARGET = "aws:cloudwatch/eventTarget:EventTarget";
const SUBSCRIPTION = "aws:sns/topicSubscription:TopicSubscription";
const NOTIFICATION = "aws:s3/bucketNotification:BucketNotification";

/** A service that needs the key for itself, and what AWS answers where it may not use it. */
interface Use {
  readonly service: string;
  readonly need: string;
  readonly answer?: string;
}

const WRITERS = [
  [TOPIC, METRIC_ALARM, ["alarmActions", "okActions", "insufficientDataActions"], "cloudwatch"],
  [TOPIC, COMPOSITE_ALARM, ["alarmActions", "okActions", "insufficientDataActions"], "cloudwatch"],
  [TOPIC, EVENT_TARGET, ["arn"], "events"],
  [TOPIC, NOTIFICATION, ["topics"], "s3"],
  [QUEUE, SUBSCRIPTION, ["endpoint"], "sns"],
  [QUEUE, EVENT_TARGET, ["arn"], "events"],
  [QUEUE, NOTIFICATION, ["queues"], "s3"],
] as const;

export default defineRule({
  id: "kms-key-policy-allows-service",
  category: "validity",
  description: "The policy of a key lets the services use it that need it",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "A key without a policy of its own serves the identities of its account, not AWS's services. A log group or a trail " +
    "with such a key is refused; what an alarm or a rule sends to a topic or queue with such a key is lost without a word.",
  fix: {
    typescript:
      "policy: pulumi.jsonStringify({\n" +
      '  Version: "2012-10-17",\n' +
      "  Statement: [\n" +
      '    { Effect: "Allow", Principal: { AWS: `arn:aws:iam::${accountId}:root` }, Action: "kms:*", Resource: "*" },\n' +
      '    { Effect: "Allow", Principal: { Service: `logs.${region}.amazonaws.com` },\n' +
      '      Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"], Resource: "*" },\n' +
      "  ],\n" +
      "}),",
    python:
      "policy=pulumi.Output.json_dumps({\n" +
      '    "Version": "2012-10-17",\n' +
      '    "Statement": [\n' +
      '        {"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{account_id}:root"}, "Action": "kms:*", "Resource": "*"},\n' +
      '        {"Effect": "Allow", "Principal": {"Service": f"logs.{region}.amazonaws.com"},\n' +
      '         "Action": ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"], "Resource": "*"},\n' +
      "    ],\n" +
      "}),",
    yaml:
      'policy:\n  fn::toJSON:\n    Version: "2012-10-17"\n    Statement:\n      - Effect: Allow\n' +
      "        Principal:\n          AWS: arn:aws:iam::${accountId}:root\n        Action: kms:*\n" +
      '        Resource: "*"\n      - Effect: Allow\n        Principal:\n' +
      "          Service: logs.${region}.amazonaws.com\n" +
      '        Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"]\n' +
      '        Resource: "*"',
  },
  limits:
    "Keys that lie outside the stack or have grants; whether conditions and each single action are right; topics and " +
    "queues that only identities of the account write to, event targets with a role among them; what services write to a bucket with a key.",
  stack(stack, { project, report, undecided }) {
    for (const user of stack.ofType(LOG_GROUP, TRAIL, TOPIC, QUEUE).filter(({ outside }) => !outside)) {
      const place = user.at(user.type === TOPIC || user.type === QUEUE ? "kmsMasterKeyId" : "kmsKeyId");
      const uses = place.isAbsent ? [] : usesOf(stack, user);
      const key = uses.length > 0 ? keyOf(stack, place) : undefined;
      const text = place.str();
      for (const use of uses) {
        const allowed = key && serviceMayUse(stack, key, use.service);
        if (allowed === UNKNOWN) {
          undecided(place);
        } else if (known(text) && /^(?:arn:[^/]*:)?alias\/aws\/s[nq]s$/.test(text)) {
          report({ at: place, ...ofManagedKey(text, use) });
        } else if (key && allowed === false) {
          report({
            at: place,
            ...ofOwnKey(key, use, regionInForce(user, project)),
            restsOnComputedText: isPolicyComputed(stack, key),
          });
        }
      }
    }
  },
});

function usesOf(stack: Stack, user: Resource): Use[] {
  switch (user.type) {
    case LOG_GROUP:
      return [
        {
          service: "logs",
          need: "to keep the logs",
          answer: "The specified KMS key does not exist or is not allowed to be used",
        },
      ];
    case TRAIL:
      return [{ service: "cloudtrail", need: "to write the trail", answer: "InsufficientEncryptionPolicyException" }];
    default:
      return writersTo(stack, user);
  }
}

/** The services that write to a topic or a queue, each with one that makes it do so. */
function writersTo(stack: Stack, user: Resource): Use[] {
  const uses = new Map<string, Use>();
  for (const [type, writer, properties, service] of WRITERS) {
    const writers = type === user.type ? properties.flatMap((property) => stack.referrers(user, property, writer)) : [];
    const found = writers.find(writesAsService);
    if (found && !uses.has(service)) {
      uses.set(service, { service, need: `to pass on what comes from ${found.name}` });
    }
  }
  return [...uses.values()];
}

/** False for an alarm that stays silent, and for a target with a role, for which the account's own share in the key is enough. */
function writesAsService(writer: Resource): boolean {
  return writer.type === EVENT_TARGET
    ? writer.at("roleArn").isAbsent
    : writer.type === NOTIFICATION || writer.type === SUBSCRIPTION || writer.bool("actionsEnabled") !== false;
}

function ofOwnKey(key: Resource, { service, need, answer }: Use, region: Read<string>): Finding {
  const end = known(region) && region.startsWith("cn-") ? ".cn" : "";
  const principal =
    service === "logs" ? `logs.${known(region) ? region : "REGION"}.amazonaws.com${end}` : `${service}.amazonaws.com`;
  return {
    message:
      `the policy of the key ${key.name} does not let ${principal} use it ${need}; add to it a statement that ` +
      "allows that service kms:GenerateDataKey* and kms:Decrypt.",
    ...(answer !== undefined && { answer }),
  };
}

function ofManagedKey(alias: string, { service, need }: Use): Finding {
  return {
    message:
      `${alias} is a key of AWS's own whose policy nobody can change, and ${service}.amazonaws.com may not use it ` +
      `${need}; take a key of your own whose policy allows it.`,
  };
}
