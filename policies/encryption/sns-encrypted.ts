import { COMPOSITE_ALARM, METRIC_ALARM } from "../../stack/alarms";
import type { Resource } from "../../stack/resource";
import type { Stack } from "../../stack/stack";
import { defineRule } from "../rule";

const TOPIC = "aws:sns/topic:Topic";
const ACTIONS = ["alarmActions", "okActions", "insufficientDataActions"];

export default defineRule({
  id: "sns-encrypted",
  category: "encryption",
  description: "Topics are encrypted with a KMS key",
  severity: "low",
  level: "advisory",
  failures: [],
  why: "With a key of your own, the key's policy decides who reads what a topic carries, and CloudTrail shows who did.",
  fix: {
    typescript: "kmsMasterKeyId: key.arn,",
    python: "kms_master_key_id=key.arn,",
    yaml: "kmsMasterKeyId: ${key.arn}",
  },
  limits: "Topics that alarms of the stack go to, which carry no data; which key encrypts a topic.",
  stack(stack, { report }) {
    const alarming = stack.once(alarmTopics);
    for (const topic of stack.ofType(TOPIC).filter((one) => !one.outside && !alarming.has(one))) {
      if ((topic.str("kmsMasterKeyId") ?? "") === "") {
        report({
          at: topic,
          property: "kmsMasterKeyId",
          message:
            "no KMS key encrypts what this topic carries; set kmsMasterKeyId to a key whose policy lets those use it that send to the topic.",
        });
      }
    }
  },
});

function alarmTopics(stack: Stack): ReadonlySet<Resource> {
  const alarms = stack.ofType(METRIC_ALARM, COMPOSITE_ALARM);
  const places = alarms.flatMap((alarm) => ACTIONS.map((action) => alarm.at(action)));
  return new Set(places.flatMap((place) => stack.refs(place, TOPIC).resources));
}
