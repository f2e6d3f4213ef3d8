import rule from "../../../policies/observability/lambda-log-group";
import { ruleTest, runRule } from "../../../src/testing/rule-test";
import { underContract } from "../../kit/under-contract";
import { resource, text, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const fn = (inputs: Record<string, Input> = {}, dependsOn: BuiltResource[] = []): BuiltResource =>
  resource(
    "aws:lambda/function:Function",
    "api",
    { role: "arn:aws:iam::464738291005:role/api", ...inputs },
    { dependsOn },
  );
const group = (name?: Input): BuiltResource =>
  resource("aws:cloudwatch/logGroup:LogGroup", "api-logs", { name, retentionInDays: 30 });
const api = fn();
const named = fn({ name: "shop-api" });
const other = resource("aws:lambda/function:Function", "other", { name: "other" });
const own = group("/shop/api");
const first = group("/aws/lambda/api-x");

ruleTest(
  rule,
  underContract(
    { logRetention: true },
    {
      valid: [
        { name: "a group by the function's name", stack: [api, group(text`/aws/lambda/${api.name}`)] },
        { name: "a group by literal names", stack: [named, group("/aws/lambda/shop-api")] },
        {
          name: "a group that the function names",
          stack: [own, fn({ loggingConfig: { logFormat: "JSON", logGroup: own.name } })],
        },
        {
          name: "a group of another stack that the function names",
          stack: [fn({ loggingConfig: { logFormat: "JSON", logGroup: "/shop/all" } })],
        },
        {
          name: "a group that the function names and that is not known yet",
          stack: [fn({ loggingConfig: { logFormat: "JSON", logGroup: unknown } })],
          shape: "preview",
        },
        {
          name: "names that are made from the same",
          shape: "up",
          stack: (() => {
            const random = resource("random:index/randomId:RandomId", "suffix", { byteLength: 2 });
            return [random, fn({ name: text`api-${random.hex}` }), group(text`/aws/lambda/api-${random.hex}`)];
          })(),
        },
        { name: "a group that the function waits for", stack: [first, fn({}, [first])] },
        {
          name: "a function at the edge",
          stack: [
            api,
            resource("aws:cloudfront/distribution:Distribution", "cdn", {
              defaultCacheBehavior: {
                lambdaFunctionAssociations: [{ eventType: "viewer-request", lambdaArn: api.arn }],
              },
            }),
          ],
        },
        {
          name: "a function that the stack only reads",
          stack: [resource("aws:lambda/function:Function", "f", {}, { external: true })],
        },
      ],
      invalid: [
        { name: "no group", stack: [api], findings: [{ resource: "api", message: /retentionInDays/ }] },
        {
          name: "no group for several functions: one finding",
          stack: [api, other],
          findings: [{ resource: "api" }],
        },
        {
          name: "one for another function",
          stack: [named, group("/aws/lambda/shop-api-2")],
          findings: [{ resource: "api" }],
        },
        {
          name: "one that is made from another function's name",
          stack: [named, other, group(text`/aws/lambda/${other.name}`)],
          findings: [{ resource: "api" }],
        },
        {
          name: "only a format",
          stack: [fn({ loggingConfig: { logFormat: "JSON" } })],
          findings: [{ resource: "api" }],
        },
        {
          name: "an empty name of a group",
          stack: [fn({ loggingConfig: { logFormat: "JSON", logGroup: "" } })],
          findings: [{ resource: "api" }],
        },
        { name: "a group without a name", stack: [named, group()], findings: [{ resource: "api" }] },
      ],
      undecided: [
        {
          name: "a function of a distribution whose functions at the edge are not known yet",
          stack: [api, resource("aws:cloudfront/distribution:Distribution", "cdn", { defaultCacheBehavior: api.arn })],
          at: ["api"],
        },
        { name: "the name of a group", stack: [named, group(unknown)], at: ["api"] },
        {
          name: "names that are made from the same",
          stack: (() => {
            const random = resource("random:index/randomId:RandomId", "suffix", { byteLength: 2 });
            return [random, fn({ name: text`api-${random.hex}` }), group(text`/aws/lambda/api-${random.hex}`)];
          })(),
          at: ["api"],
        },
        { name: "the function's name", stack: [fn({ name: unknown }), group("/aws/lambda/api")], at: ["api"] },
      ],
    },
  ),
);

test("one finding lists all functions without a log group", () => {
  const { results } = runRule(rule, { name: "", contract: { logRetention: true }, stack: [api, other] }, "preview");
  expect(results.map(({ name, alsoAt }) => [name, alsoAt?.map((one) => one.name)])).toEqual([["api", ["other"]]]);
});
