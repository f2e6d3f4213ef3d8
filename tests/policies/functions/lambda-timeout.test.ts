import rule from "../../../policies/functions/lambda-timeout";
import { ruleTest, runRule } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

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
const unset = fn(undefined);
const site = resource("aws:cloudfront/distribution:Distribution", "site", {
  defaultCacheBehavior: { lambdaFunctionAssociations: [{ eventType: "origin-request", lambdaArn: unset.arn }] },
});

ruleTest(rule, {
  valid: [
    { name: "enough", stack: [fn(60)] },
    { name: "exactly what the contract requires", contract, stack: [fn(30)] },
    { name: "a time that the program sets", stack: [short, permission(short, "sns.amazonaws.com")] },
    { name: "a time that is not known yet", stack: [fn(unknown)], shape: "preview" },
    { name: "a function of an API", stack: [unset, permission(unset, "apigateway.amazonaws.com")] },
    { name: "a function at the edge, which may run for 30 s at most", contract, stack: [unset, site] },
    { name: "a function that the stack only reads", stack: [resource(FUNCTION, "read", {}, { external: true })] },
  ],
  invalid: [
    {
      name: "B31: 30 s, where the contract requires 60",
      contract: { functions: { minimumTimeout: 60 } },
      stack: [fn(30)],
      findings: [{ resource: "switch", path: "timeout", level: "mandatory", message: /30 s, .*timeout: 60/ }],
    },
    {
      name: "the default",
      stack: [unset],
      findings: [
        { resource: "switch", path: "timeout", level: "advisory", message: /3 s \(the default\), .*timeout: 60/ },
      ],
    },
    {
      name: "less than the contract requires",
      contract,
      stack: [fn("29")],
      findings: [{ resource: "switch", path: "timeout", level: "mandatory", message: /timeout: 30/ }],
    },
    {
      name: "a function of an API under a contract",
      contract,
      stack: [short, permission(short, "apigateway.amazonaws.com")],
      findings: [{ resource: "switch", path: "timeout", level: "mandatory" }],
    },
    {
      name: "a function that a topic calls",
      stack: [unset, permission(unset, "sns.amazonaws.com")],
      findings: [{ resource: "switch", path: "timeout" }],
    },
  ],
  undecided: [
    {
      name: "a function of a distribution whose functions at the edge are not known yet",
      stack: [unset, resource("aws:cloudfront/distribution:Distribution", "site", { defaultCacheBehavior: unset.arn })],
      at: ["switch.timeout"],
    },
    { name: "a timeout that is not known yet", contract, stack: [fn(unknown)], at: ["switch.timeout"] },
  ],
});

test("one finding lists all functions with the default", () => {
  const stack = [unset, resource(FUNCTION, "worker"), resource(FUNCTION, "queue", { timeout: 5 })];
  const { results } = runRule(rule, { name: "", stack }, "preview");
  expect(results.map(({ name, alsoAt }) => [name, alsoAt?.map((one) => one.name)])).toEqual([["switch", ["worker"]]]);
});
