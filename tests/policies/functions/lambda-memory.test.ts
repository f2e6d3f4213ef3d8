import rule from "../../../policies/functions/lambda-memory";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const fn = (memorySize: Input): BuiltResource => resource("aws:lambda/function:Function", "switch", { memorySize });
const unset = fn(undefined);
const site = resource("aws:cloudfront/distribution:Distribution", "site", {
  defaultCacheBehavior: { lambdaFunctionAssociations: [{ eventType: "viewer-request", lambdaArn: unset.arn }] },
});

ruleTest(rule, {
  valid: [
    { name: "the default without a contract", stack: [fn(undefined)] },
    { name: "enough", contract: { functions: { minimumMemory: 256 } }, stack: [fn(256)] },
    {
      name: "exactly what the contract requires",
      contract: { functions: { minimumMemory: 128 } },
      stack: [fn(undefined)],
    },
    { name: "an unknown size without a contract", stack: [fn(unknown)], shape: "preview" },
    {
      name: "a function at the edge, which may have no more",
      contract: { functions: { minimumMemory: 256 } },
      stack: [unset, site],
    },
    {
      name: "a function that the stack only reads",
      stack: [resource("aws:lambda/function:Function", "read", {}, { external: true })],
    },
  ],
  invalid: [
    {
      name: "B32: 128 MB, where the contract requires 256",
      contract: { functions: { minimumMemory: 256 } },
      stack: [fn(128)],
      findings: [
        { resource: "switch", path: "memorySize", level: "mandatory", message: /is 128 MB, less.*memorySize: 256/ },
      ],
    },
    {
      name: "the default, where the contract requires more",
      contract: { functions: { minimumMemory: 129 } },
      stack: [fn(undefined)],
      findings: [{ resource: "switch", path: "memorySize", level: "mandatory", message: /128 MB \(the default\)/ }],
    },
    {
      name: "less than the contract requires",
      contract: { functions: { minimumMemory: 512 } },
      stack: [fn(511)],
      findings: [{ resource: "switch", path: "memorySize", level: "mandatory", message: /memorySize: 512/ }],
    },
  ],
  undecided: [
    {
      name: "a function of a distribution whose functions at the edge are not known yet",
      contract: { functions: { minimumMemory: 256 } },
      stack: [unset, resource("aws:cloudfront/distribution:Distribution", "site", { defaultCacheBehavior: unset.arn })],
      at: ["switch.memorySize"],
    },
    {
      name: "a memory that is not known yet",
      contract: { functions: { minimumMemory: 512 } },
      stack: [fn(unknown)],
      at: ["switch.memorySize"],
    },
  ],
});
