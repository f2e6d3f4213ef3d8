import rule from "../../../policies/observability/alarm-dimensions";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const alarm = (namespace: Input, dimensions: Input): BuiltResource =>
  resource("aws:cloudwatch/metricAlarm:MetricAlarm", "watch", {
    comparisonOperator: "GreaterThanThreshold",
    evaluationPeriods: 1,
    metricName: "Errors",
    namespace,
    dimensions,
  });
const fn = resource("aws:lambda/function:Function", "api", { name: "shop-api" });
const other = resource("aws:lambda/function:Function", "other");
const balancer = resource("aws:lb/loadBalancer:LoadBalancer", "web");
const ARN = "arn:aws:elasticloadbalancing:us-east-1:464738291005:loadbalancer/app/web/50dc6c495c0c9188";

ruleTest(rule, {
  valid: [
    {
      name: "an ARN in an emulator of AWS",
      stack: (() => {
        const provider = resource("pulumi:providers:aws", "local", { skipRequestingAccountId: true });
        const inputs = { namespace: "AWS/Lambda", metricName: "Errors", dimensions: { FunctionName: ARN } };
        return [provider, resource("aws:cloudwatch/metricAlarm:MetricAlarm", "watch", inputs, { provider })];
      })(),
    },
    { name: "a function's name", stack: [fn, other, alarm("AWS/Lambda", { FunctionName: fn.name })] },
    {
      name: "a function's name as it is written",
      stack: [fn, other, alarm("AWS/Lambda", { FunctionName: "shop-api" })],
    },
    {
      name: "a function of another stack, where this one has no function",
      stack: [alarm("AWS/Lambda", { FunctionName: "billing" })],
    },
    { name: "the end of an ARN", stack: [alarm("AWS/ApplicationELB", { LoadBalancer: "app/web/50dc6c495c0c9188" })] },
    {
      name: "dimensions that are ARNs",
      stack: [alarm("AWS/States", { StateMachineArn: "arn:aws:states:us-east-1:464738291005:stateMachine:x" })],
    },
    { name: "metrics of the program's own", stack: [alarm("Shop/Orders", { FunctionName: ARN })] },
    {
      name: "the end of an ARN of the stack",
      stack: [balancer, alarm("AWS/ApplicationELB", { LoadBalancer: balancer.arnSuffix })],
      shape: "up",
    },
    { name: "no dimensions", stack: [alarm("AWS/Billing", undefined)] },
    { name: "a namespace that is not known yet", stack: [alarm(unknown, { FunctionName: ARN })] },
    {
      name: "an alarm that the stack only reads",
      stack: [
        resource(
          "aws:cloudwatch/metricAlarm:MetricAlarm",
          "shared",
          { namespace: "AWS/Lambda", dimensions: { FunctionName: ARN } },
          { external: true },
        ),
      ],
    },
    {
      name: "functions that the stack only reads",
      stack: [
        resource("aws:lambda/function:Function", "x", {}, { external: true }),
        alarm("AWS/Lambda", { FunctionName: "billing" }),
      ],
    },
    {
      name: "a name that may be the one",
      stack: [
        resource("aws:lambda/function:Function", "x", { name: unknown }),
        alarm("AWS/Lambda", { FunctionName: "billing" }),
      ],
      shape: "preview",
    },
  ],
  invalid: [
    {
      name: "an ARN",
      stack: [alarm("AWS/ApplicationELB", { LoadBalancer: ARN })],
      findings: [{ resource: "watch", path: "dimensions.LoadBalancer", level: "mandatory", message: /arnSuffix/ }],
    },
    {
      name: "an ARN of a resource of the stack",
      stack: [balancer, alarm("AWS/ApplicationELB", { LoadBalancer: balancer.arn })],
      shape: "up",
      findings: [{ resource: "watch", path: "dimensions.LoadBalancer", level: "mandatory" }],
    },
    {
      name: "the URL of a queue, which its id is",
      stack: [alarm("AWS/SQS", { QueueName: "https://sqs.us-east-1.amazonaws.com/464738291005/jobs" })],
      findings: [{ resource: "watch", path: "dimensions.QueueName", message: /is the URL of a queue.*Use `name`/ }],
    },
    {
      name: "an ARN in a query",
      stack: [
        resource("aws:cloudwatch/metricAlarm:MetricAlarm", "rate", {
          comparisonOperator: "GreaterThanThreshold",
          evaluationPeriods: 1,
          metricQueries: [
            {
              id: "m",
              metric: {
                metricName: "Errors",
                namespace: "AWS/Lambda",
                period: 60,
                stat: "Sum",
                dimensions: { FunctionName: ARN },
              },
            },
          ],
        }),
      ],
      findings: [{ resource: "rate", path: "metricQueries[0].metric.dimensions.FunctionName", level: "mandatory" }],
    },
    {
      name: "names instead of the end of an ARN",
      stack: [alarm("AWS/ApplicationELB", { LoadBalancer: "web", TargetGroup: "web" })],
      findings: [
        { resource: "watch", path: "dimensions.LoadBalancer", level: "advisory" },
        { resource: "watch", path: "dimensions.TargetGroup", level: "advisory" },
      ],
    },
    {
      name: "a name that no resource has",
      stack: [fn, other, alarm("AWS/Lambda", { FunctionName: "shop-apy" })],
      findings: [
        {
          resource: "watch",
          path: "dimensions.FunctionName",
          level: "advisory",
          message: /"shop-apy"\. Use the name of api/,
        },
      ],
    },
  ],
  undecided: [
    {
      name: "a dimension",
      stack: [balancer, alarm("AWS/ApplicationELB", { LoadBalancer: balancer.arn })],
      at: ["watch.dimensions.LoadBalancer"],
    },
  ],
});
