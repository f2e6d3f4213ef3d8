import rule from "../../../policies/encryption/sns-encrypted";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const topic = (kmsMasterKeyId?: Input): BuiltResource => resource("aws:sns/topic:Topic", "orders", { kmsMasterKeyId });
const key = resource("aws:kms/key:Key", "key");
const alerts = topic();
const contract = { customerKeys: true };

ruleTest(rule, {
  valid: [
    { name: "no key, without a contract", stack: [topic()] },
    { name: "a key", stack: [key, topic(key.arn)], contract },
    { name: "a key that is not known yet", stack: [topic(unknown)], contract },
    { name: "the key of SNS", stack: [topic("alias/aws/sns")], contract },
    {
      name: "a topic of alarms",
      contract,
      stack: [
        alerts,
        resource("aws:cloudwatch/metricAlarm:MetricAlarm", "cpu", {
          comparisonOperator: "GreaterThanThreshold",
          evaluationPeriods: 1,
          okActions: [alerts.arn],
        }),
      ],
    },
    {
      name: "a topic that the stack only reads",
      stack: [resource("aws:sns/topic:Topic", "shared", {}, { external: true })],
      contract,
    },
  ],
  invalid: [
    { name: "no key", stack: [topic()], contract, findings: [{ resource: "orders", path: "kmsMasterKeyId" }] },
    { name: "an empty key", stack: [topic("")], contract, findings: [{ resource: "orders", path: "kmsMasterKeyId" }] },
  ],
});
