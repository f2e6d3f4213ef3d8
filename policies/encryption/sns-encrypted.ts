import { CLOUDWATCH_COMPOSITE_ALARM, CLOUDWATCH_METRIC_ALARM, SNS_TOPIC } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { defineRule } from "../../src/rules/rule";
const ACTIONS = ["alarmActions", "okActions", "insufficientDataActions"];

export default defineRule({
  id: "sns-encrypted",
  category: "encryption",
  description: "SNS topics must be encrypted with a KMS key",
  severity: "low",
  level: "only-if-required",
  contractKeys: ["customerKeys"],
  failures: [],
  why:
    "By default SNS encrypts only the disks on which it stores messages. With a key of your own, its policy decides who " +
    "can read a topic's messages, and CloudTrail records who did.",
  fix: {
    typescript: "kmsMasterKeyId: key.arn,",
    python: "kms_master_key_id=key.arn,",
    yaml: "kmsMasterKeyId: ${key.arn}",
  },
  limits: "Topics that alarms of the stack publish to, which carry no data; which key encrypts a topic.",
  references: ["https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html"],
  stack(stack, { decide }) {
    const alarming = stack.once(alarmTopics);
    for (const topic of stack.managed(SNS_TOPIC).filter((one) => !alarming.has(one))) {
      decide((topic.str("kmsMasterKeyId") ?? "") !== "", {
        at: topic,
        property: "kmsMasterKeyId",
        message:
          "No KMS key encrypts the messages of this topic. Set `kmsMasterKeyId: key.arn` to a key whose policy allows the " +
          "topic's publishers to use it.",
      });
    }
  },
});

function alarmTopics(stack: Stack): ReadonlySet<Resource> {
  const alarms = stack.ofType(CLOUDWATCH_METRIC_ALARM, CLOUDWATCH_COMPOSITE_ALARM);
  const actions = alarms.flatMap((alarm) => ACTIONS.map((action) => alarm.at(action)));
  return new Set(stack.refsOfAll(actions, SNS_TOPIC).resources);
}
