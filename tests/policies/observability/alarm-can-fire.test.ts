import rule from "../../../policies/observability/alarm-can-fire";
import { resource, ruleTest, unknown, type BuiltResource, type Input } from "../../../src/testing";

const alarm = (inputs: Record<string, Input>): BuiltResource =>
  resource("aws:cloudwatch/metricAlarm:MetricAlarm", "watch", {
    comparisonOperator: "GreaterThanThreshold",
    evaluationPeriods: 1,
    period: 300,
    ...inputs,
  });
const cpu = (namespace: string, comparisonOperator: string, threshold: Input): BuiltResource =>
  alarm({ namespace, metricName: "CPUUtilization", comparisonOperator, threshold });
const size = (period: Input): BuiltResource =>
  alarm({ namespace: "AWS/S3", metricName: "BucketSizeBytes", period, threshold: 1 });
const charges = alarm({ namespace: "AWS/Billing", metricName: "EstimatedCharges", threshold: 100 });

ruleTest(rule, {
  valid: [
    { name: "a threshold that is reached", stack: [cpu("AWS/EC2", "GreaterThanThreshold", 80)] },
    { name: "exactly all of the CPU", stack: [cpu("AWS/RDS", "GreaterThanOrEqualToThreshold", 100)] },
    {
      name: "the CPU of a service, which may use more than it reserves",
      stack: [cpu("AWS/ECS", "GreaterThanThreshold", 120)],
    },
    {
      name: "nothing at all",
      stack: [
        alarm({
          namespace: "AWS/Lambda",
          metricName: "Invocations",
          comparisonOperator: "LessThanOrEqualToThreshold",
          threshold: 0,
        }),
      ],
    },
    {
      name: "a metric of its own",
      stack: [
        alarm({ namespace: "Shop", metricName: "Balance", comparisonOperator: "LessThanThreshold", threshold: 0 }),
      ],
    },
    { name: "the size of a bucket, once a day", stack: [size(86400)] },
    { name: "requests of a bucket", stack: [alarm({ namespace: "AWS/S3", metricName: "AllRequests", threshold: 1 })] },
    { name: "charges in us-east-1", stack: [charges], config: { "aws:region": "us-east-1" } },
    { name: "charges in a region that is not known", stack: [charges] },
    { name: "values that are not known yet", stack: [size(unknown), cpu("AWS/EC2", "GreaterThanThreshold", unknown)] },
  ],
  invalid: [
    {
      name: "a threshold beyond all of the CPU",
      stack: [cpu("AWS/EC2", "GreaterThanThreshold", 100)],
      findings: [{ resource: "watch", path: "threshold", message: /never above 100.*`threshold: 100`/ }],
    },
    {
      name: "less than nothing",
      stack: [
        alarm({ namespace: "AWS/Lambda", metricName: "Errors", comparisonOperator: "LessThanThreshold", threshold: 0 }),
      ],
      findings: [{ resource: "watch", path: "threshold", message: /never below 0/ }],
    },
    {
      name: "the size of a bucket every five minutes",
      stack: [size(300)],
      findings: [{ resource: "watch", path: "period", message: /once a day.*`period: 86400`/ }],
    },
    {
      name: "charges in another region",
      stack: [charges],
      config: { "aws:region": "eu-west-1" },
      findings: [{ resource: "watch", path: "namespace", message: /this alarm is in eu-west-1/ }],
    },
  ],
});
