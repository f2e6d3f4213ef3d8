import rule from "../../../policies/functions/event-target-permission";
import { ruleTest } from "../../../src/testing/rule-test";
import { json, resource, text, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const schedule = (inputs: Record<string, Input> = {}, name = "nightly"): BuiltResource =>
  resource("aws:cloudwatch/eventRule:EventRule", name, { scheduleExpression: "rate(1 day)", ...inputs });
const fn = resource("aws:lambda/function:Function", "report", {
  name: "report",
  role: "arn:aws:iam::464738291005:role/r",
});
const target = (inputs: Record<string, Input>): BuiltResource =>
  resource("aws:cloudwatch/eventTarget:EventTarget", "report", inputs);
const permission = (inputs: Record<string, Input> = {}): BuiltResource =>
  resource("aws:lambda/permission:Permission", "events", {
    action: "lambda:InvokeFunction",
    function: fn.name,
    principal: "events.amazonaws.com",
    ...inputs,
  });
const wholePolicy = (principal: Input, resourceArn: Input = fn.arn): BuiltResource =>
  resource("aws:lambda/resourcePolicy:ResourcePolicy", "whole", {
    resourceArn,
    policy: json({ Statement: [{ Effect: "Allow", Principal: principal, Action: "lambda:InvokeFunction" }] }),
  });
const alias = resource("aws:lambda/alias:Alias", "live", { functionName: fn.name, functionVersion: "1" });
const queue = resource("aws:sqs/queue:Queue", "jobs");

const nightly = schedule();
const hourly = schedule({ scheduleExpression: "rate(1 hour)" }, "hourly");
const wired = [fn, nightly, target({ rule: nightly.name, arn: fn.arn })];

ruleTest(rule, {
  valid: [
    {
      name: "no permission in an emulator of AWS",
      stack: (() => {
        const provider = resource("pulumi:providers:aws", "local", { s3UsePathStyle: true });
        const local = resource("aws:lambda/function:Function", "report", { name: "report" }, { provider });
        const inputs = { rule: nightly.name, arn: local.arn };
        return [
          provider,
          local,
          nightly,
          resource("aws:cloudwatch/eventTarget:EventTarget", "report", inputs, { provider }),
        ];
      })(),
    },
    { name: "a permission for the rule", stack: [...wired, permission({ sourceArn: nightly.arn })] },
    { name: "a permission for all rules", stack: [...wired, permission()] },
    { name: "a permission for every principal", stack: [...wired, permission({ principal: "*" })] },
    { name: "a permission by the ARN", stack: [...wired, permission({ function: fn.arn })] },
    {
      name: "permissions with literal names",
      stack: [...wired, permission({ function: "arn:aws:lambda:us-east-1:464738291005:function:report" })],
    },
    {
      name: "a permission for rules by a pattern",
      stack: [...wired, permission({ sourceArn: "arn:aws:events:us-east-1:464738291005:rule/*" })],
    },
    {
      name: "a permission whose principal is not known yet",
      stack: [...wired, permission({ principal: unknown })],
      shape: "preview",
    },
    {
      name: "a permission for both rules",
      stack: [
        ...wired,
        hourly,
        target({ rule: hourly.name, arn: queue.arn }),
        queue,
        permission({ sourceArn: unknown }),
      ],
    },
    {
      name: "the complete policy of the function",
      stack: [...wired, wholePolicy({ Service: "events.amazonaws.com" })],
    },
    { name: "the service principal of China", stack: [...wired, permission({ principal: "events.amazonaws.com.cn" })] },
    {
      name: "a target with a role",
      stack: [fn, nightly, target({ rule: nightly.name, arn: fn.arn, roleArn: "arn:aws:iam::464738291005:role/e" })],
    },
    { name: "a queue", stack: [queue, nightly, target({ rule: nightly.name, arn: queue.arn })] },
    { name: "an alias", stack: [fn, alias, nightly, target({ rule: nightly.name, arn: alias.arn })] },
    {
      name: "a function that the stack only reads",
      stack: (() => {
        const shared = resource("aws:lambda/function:Function", "shared", {}, { external: true });
        return [shared, nightly, target({ rule: nightly.name, arn: shared.arn })];
      })(),
    },
    {
      name: "a rule by its name",
      stack: [schedule({ name: "nightly" }), queue, target({ rule: "nightly", arn: queue.arn })],
    },
    { name: "rules that are switched off", stack: [schedule({ state: "DISABLED" }), schedule({ isEnabled: false })] },
    {
      name: "a rule that the stack only reads",
      stack: [resource("aws:cloudwatch/eventRule:EventRule", "shared", {}, { external: true })],
    },
  ],
  invalid: [
    {
      name: "no target",
      stack: [nightly, queue, target({ rule: "other", arn: queue.arn })],
      findings: [{ resource: "nightly", level: "advisory" }],
    },
    {
      name: "no permission",
      stack: wired,
      findings: [{ resource: "report", path: "arn", message: /the function report/ }],
    },
    {
      name: "a permission for another service",
      stack: [...wired, permission({ principal: "sns.amazonaws.com" })],
      findings: [{ resource: "report", path: "arn" }],
    },
    {
      name: "a complete policy for another service, and one of another function",
      stack: [
        ...wired,
        wholePolicy({ Service: "s3.amazonaws.com" }),
        resource("aws:lambda/resourcePolicy:ResourcePolicy", "other", {
          resourceArn: "arn:aws:lambda:us-east-1:464738291005:function:other",
          policy: json({ Statement: [{ Effect: "Allow", Principal: "*", Action: "lambda:InvokeFunction" }] }),
        }),
      ],
      findings: [{ resource: "report", path: "arn" }],
    },
    {
      name: "a permission of another function",
      stack: [...wired, permission({ function: "reports" })],
      findings: [{ resource: "report", path: "arn" }],
    },
    {
      name: "a permission for another rule",
      stack: [
        ...wired,
        hourly,
        resource("aws:cloudwatch/eventTarget:EventTarget", "hourly", { rule: hourly.name, arn: fn.arn }),
        permission({ sourceArn: hourly.arn }),
      ],
      findings: [{ resource: "report", path: "arn" }],
    },
    {
      name: "a literal version",
      stack: [fn, nightly, target({ rule: nightly.name, arn: text`${fn.arn}:1` })],
      findings: [{ resource: "report", path: "arn" }],
    },
  ],
  undecided: [
    {
      name: "an imported function, whose permissions may not be imported",
      stack: (() => {
        const adopted = resource("aws:lambda/function:Function", "adopted", {}, { imported: true });
        return [adopted, nightly, target({ rule: nightly.name, arn: adopted.arn })];
      })(),
      at: ["report.arn"],
    },
    {
      name: "a complete policy that is not known yet",
      stack: [
        ...wired,
        resource("aws:lambda/resourcePolicy:ResourcePolicy", "whole", { resourceArn: fn.arn, policy: unknown }),
      ],
      at: ["report.arn"],
    },
    {
      name: "a permission of another provider",
      stack: [...wired, resource("aws-native:lambda:Permission", "native", { functionName: fn.name })],
      at: ["report.arn"],
    },
    { name: "a permission of some function", stack: [...wired, permission({ function: unknown })], at: ["report.arn"] },
    {
      name: "a target of some rule",
      stack: [nightly, queue, target({ rule: unknown, arn: queue.arn })],
      at: ["nightly"],
    },
  ],
});
