import rule from "../../../policies/observability/lambda-tracing";
import { ruleTest, runRule } from "../../../src/testing/rule-test";
import { underContract } from "../../kit/under-contract";
import { resource, text, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const fn = (tracingConfig?: Input, name = "api"): BuiltResource =>
  resource("aws:lambda/function:Function", name, { role: "arn:aws:iam::464738291005:role/api", tracingConfig });
const edge = fn();
const traced = fn({ mode: "Active" }, "traced");

ruleTest(
  rule,
  underContract(
    { functions: { tracing: true } },
    {
      valid: [
        { name: "active", stack: [fn({ mode: "Active" }), traced] },
        {
          name: "a function at the edge",
          stack: [
            edge,
            traced,
            resource("aws:cloudfront/distribution:Distribution", "cdn", {
              defaultCacheBehavior: {
                lambdaFunctionAssociations: [{ eventType: "viewer-request", lambdaArn: text`${edge.arn}:1` }],
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
        {
          name: "no tracing beside a function with tracing",
          stack: [fn(), traced],
          findings: [{ resource: "api", path: "tracingConfig", message: /AWSXRayDaemonWriteAccess/ }],
        },
        {
          name: "only the traces of the caller",
          stack: [fn({ mode: "PassThrough" }), traced],
          findings: [{ resource: "api", path: "tracingConfig", message: /only where its caller does/ }],
        },
        {
          name: "several functions without tracing: one finding",
          stack: [fn(), fn(undefined, "worker")],
          findings: [{ resource: "api", path: "tracingConfig" }],
        },
      ],
      undecided: [
        {
          name: "a function of a distribution whose functions at the edge are not known yet",
          stack: [
            edge,
            traced,
            resource("aws:cloudfront/distribution:Distribution", "cdn", { defaultCacheBehavior: edge.arn }),
          ],
          at: ["api.tracingConfig"],
        },
        { name: "a mode", stack: [fn({ mode: unknown }), traced], at: ["api.tracingConfig"] },
        { name: "a configuration", stack: [fn(unknown), traced], at: ["api.tracingConfig"] },
      ],
    },
  ),
);

test("one finding lists all functions without tracing", () => {
  const { results } = runRule(
    rule,
    { name: "", contract: { functions: { tracing: true } }, stack: [fn(), fn(undefined, "worker"), traced] },
    "preview",
  );
  expect(results.map(({ name, path, alsoAt }) => [name, path, alsoAt?.map((one) => [one.name, one.path])])).toEqual([
    ["api", "tracingConfig", [["worker", "tracingConfig"]]],
  ]);
});
