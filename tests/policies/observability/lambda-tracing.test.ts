import rule from "../../../policies/observability/lambda-tracing";
import { ruleTest } from "../../../testing/rule-test";
import { resource, text, unknown, type BuiltResource, type Input } from "../../../testing/stack";

const fn = (tracingConfig?: Input): BuiltResource =>
  resource("aws:lambda/function:Function", "api", { role: "arn:aws:iam::464738291005:role/api", tracingConfig });
const edge = fn();

ruleTest(rule, {
  valid: [
    { name: "active", stack: [fn({ mode: "Active" })] },
    {
      name: "a function at the edge",
      stack: [
        edge,
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
      name: "none",
      stack: [fn()],
      findings: [{ resource: "api", path: "tracingConfig", message: /AWSXRayDaemonWriteAccess/ }],
    },
    {
      name: "what the caller traces",
      stack: [fn({ mode: "PassThrough" })],
      findings: [{ resource: "api", path: "tracingConfig", message: /\(PassThrough\)/ }],
    },
  ],
  undecided: [
    {
      name: "a function of a distribution that does not say yet what it runs at the edge",
      stack: [edge, resource("aws:cloudfront/distribution:Distribution", "cdn", { defaultCacheBehavior: edge.arn })],
      at: ["api.tracingConfig"],
    },
    { name: "a mode", stack: [fn({ mode: unknown })], at: ["api.tracingConfig"] },
    { name: "a configuration", stack: [fn(unknown)], at: ["api.tracingConfig"] },
  ],
});
