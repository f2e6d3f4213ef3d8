import rule from "../../../policies/functions/lambda-timeout";
import { ruleTest } from "../../../testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../testing/stack";

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
const unsaid = fn(undefined);
const site = resource("aws:cloudfront/distribution:Distribution", "site", {
  defaultCacheBehavior: { lambdaFunctionAssociations: [{ eventType: "origin-request", lambdaArn: unsaid.arn }] },
});

ruleTest(rule, {
  valid: [
    { name: "enough", stack: [fn(60)] },
    { name: "just what the contract asks", contract, stack: [fn(30)] },
    { name: "a time that somebody has thought of", stack: [short, permission(short, "sns.amazonaws.com")] },
    { name: "one that is not known yet", stack: [fn(unknown)], shape: "preview" },
    { name: "a function of an API", stack: [unsaid, permission(unsaid, "apigateway.amazonaws.com")] },
    { name: "a function at the edge, which may have 30 s at most", stack: [unsaid, site] },
    { name: "a function that is read", stack: [resource(FUNCTION, "read", {}, { external: true })] },
  ],
  invalid: [
    {
      name: "B31: 30 s, where the contract asks for 60",
      contract: { functions: { minimumTimeout: 60 } },
      stack: [fn(30)],
      findings: [{ resource: "switch", path: "timeout", level: "mandatory", message: /30 s, .*timeout: 60/ }],
    },
    {
      name: "the default",
      stack: [unsaid],
      findings: [
        { resource: "switch", path: "timeout", level: "advisory", message: /3 s \(the default\), .*timeout: 60/ },
      ],
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
      stack: [unsaid, permission(unsaid, "sns.amazonaws.com")],
      findings: [{ resource: "switch", path: "timeout" }],
    },
  ],
  undecided: [
    {
      name: "a function of a distribution that does not say yet what it runs at the edge",
      stack: [
        unsaid,
        resource("aws:cloudfront/distribution:Distribution", "site", { defaultCacheBehavior: unsaid.arn }),
      ],
      at: ["switch.timeout"],
    },
    { name: "a timeout that is not known yet", contract, stack: [fn(unknown)], at: ["switch.timeout"] },
  ],
});
