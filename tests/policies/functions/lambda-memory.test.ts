import rule from "../../../policies/functions/lambda-memory";
import { ruleTest } from "../../kit/rule-tester";
import { resource, unknown, type BuiltResource, type Input } from "../../kit/stack-builder";

const fn = (memorySize: Input): BuiltResource => resource("aws:lambda/function:Function", "switch", { memorySize });
const small = fn(128);
const site = resource("aws:cloudfront/distribution:Distribution", "site", {
  defaultCacheBehavior: { lambdaFunctionAssociations: [{ eventType: "viewer-request", lambdaArn: small.arn }] },
});

ruleTest(rule, {
  valid: [
    { name: "enough", stack: [fn(256)] },
    { name: "just what the contract asks", contract: { functions: { minimumMemory: 128 } }, stack: [fn(undefined)] },
    { name: "a function at the edge, which may have no more", stack: [small, site] },
    {
      name: "a function that is read",
      stack: [resource("aws:lambda/function:Function", "read", {}, { external: true })],
    },
  ],
  invalid: [
    {
      name: "B32: 128 MB",
      stack: [fn(128)],
      findings: [
        { resource: "switch", path: "memorySize", level: "advisory", message: /128 MB and .*memorySize: 256/ },
      ],
    },
    {
      name: "the default",
      stack: [fn(undefined)],
      findings: [{ resource: "switch", path: "memorySize", message: /128 MB \(the default\)/ }],
    },
    {
      name: "less than the contract asks",
      contract: { functions: { minimumMemory: 512 } },
      stack: [fn(511)],
      findings: [{ resource: "switch", path: "memorySize", level: "mandatory", message: /memorySize: 512/ }],
    },
  ],
  undecided: [
    {
      name: "a function of a distribution that does not say yet what it runs at the edge",
      stack: [small, resource("aws:cloudfront/distribution:Distribution", "site", { defaultCacheBehavior: small.arn })],
      at: ["switch.memorySize"],
    },
    { name: "a memory that is not known yet", stack: [fn(unknown)], at: ["switch.memorySize"] },
    {
      name: "the same, and the contract asks",
      contract: { functions: { minimumMemory: 512 } },
      stack: [fn(unknown)],
      at: ["switch.memorySize"],
    },
  ],
});
