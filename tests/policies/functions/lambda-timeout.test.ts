import rule from "../../../policies/functions/lambda-timeout";
import { ruleTest } from "../../kit/rule-tester";
import { resource, unknown, type BuiltResource, type Input } from "../../kit/stack-builder";

const FUNCTION = "aws:lambda/function:Function";
const fn = (timeout: Input): BuiltResource => resource(FUNCTION, "switch", { timeout });
const permission = (to: BuiltResource, principal: string): BuiltResource =>
  resource("aws:lambda/permission:Permission", "permission", {
    action: "lambda:InvokeFunction",
    function: to.arn,
    principal,
  });
const contract = { functions: { minimumTimeout: 30 } };
const short = fn(10);
const site = resource("aws:cloudfront/distribution:Distribution", "site", {
  defaultCacheBehavior: { lambdaFunctionAssociations: [{ eventType: "origin-request", lambdaArn: short.arn }] },
});

ruleTest(rule, {
  valid: [
    { name: "enough", stack: [fn(60)] },
    { name: "just what the contract asks", contract, stack: [fn(30)] },
    { name: "a function of an API", stack: [short, permission(short, "apigateway.amazonaws.com")] },
    { name: "a function at the edge, which may have 30 s at most", stack: [short, site] },
    { name: "a function that is read", stack: [resource(FUNCTION, "read", {}, { external: true })] },
  ],
  invalid: [
    {
      name: "B31: 30 s",
      stack: [fn(30)],
      findings: [{ resource: "switch", path: "timeout", level: "advisory", message: /30 s, .*timeout: 60/ }],
    },
    {
      name: "one second less",
      stack: [fn(59)],
      findings: [{ resource: "switch", path: "timeout", level: "advisory" }],
    },
    {
      name: "the default",
      stack: [fn(undefined)],
      findings: [{ resource: "switch", path: "timeout", message: /3 s \(the default\)/ }],
    },
    {
      name: "less than the contract asks",
      contract,
      stack: [fn("29")],
      findings: [{ resource: "switch", path: "timeout", level: "mandatory", message: /timeout: 30/ }],
    },
    {
      name: "a function of an API, and the contract asks",
      contract,
      stack: [short, permission(short, "apigateway.amazonaws.com")],
      findings: [{ resource: "switch", path: "timeout", level: "mandatory" }],
    },
    {
      name: "a function that a topic calls",
      stack: [short, permission(short, "sns.amazonaws.com")],
      findings: [{ resource: "switch", path: "timeout" }],
    },
  ],
  undecided: [
    {
      name: "a function of a distribution that does not say yet what it runs at the edge",
      stack: [short, resource("aws:cloudfront/distribution:Distribution", "site", { defaultCacheBehavior: short.arn })],
      at: ["switch.timeout"],
    },
    { name: "a timeout that is not known yet", stack: [fn(unknown)], at: ["switch.timeout"] },
    { name: "the same, and the contract asks", contract, stack: [fn(unknown)], at: ["switch.timeout"] },
  ],
});
