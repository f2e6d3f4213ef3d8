import rule from "../../../policies/encryption/sns-encrypted";
import { ruleTest } from "../../../testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../testing/stack";

const topic = (kmsMasterKeyId?: Input): BuiltResource => resource("aws:sns/topic:Topic", "orders", { kmsMasterKeyId });
const key = resource("aws:kms/key:Key", "key");
const alerts = topic();

ruleTest(rule, {
  valid: [
    { name: "a key", stack: [key, topic(key.arn)] },
    { name: "a key that is not known yet", stack: [topic(unknown)] },
    { name: "the key of SNS", stack: [topic("alias/aws/sns")] },
    {
      name: "a topic of alarms",
      stack: [
        alerts,
        resource("aws:cloudwatch/metricAlarm:MetricAlarm", "cpu", {
          comparisonOperator: "GreaterThanThreshold",
          evaluationPeriods: 1,
          okActions: [alerts.arn],
        }),
      ],
    },
    { name: "a read one", stack: [resource("aws:sns/topic:Topic", "shared", {}, { external: true })] },
  ],
  invalid: [
    { name: "none", stack: [topic()], findings: [{ resource: "orders", path: "kmsMasterKeyId" }] },
    { name: "an empty one", stack: [topic("")], findings: [{ resource: "orders", path: "kmsMasterKeyId" }] },
  ],
});
