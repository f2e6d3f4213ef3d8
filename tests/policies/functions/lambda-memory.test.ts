import rule from "../../../policies/functions/lambda-memory";
import { ruleTest } from "../../../testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../testing/stack";

const fn = (memorySize: Input): BuiltResource => resource("aws:lambda/function:Function", "switch", { memorySize });
const unsaid = fn(undefined);
const site = resource("aws:cloudfront/distribution:Distribution", "site", {
  defaultCacheBehavior: { lambdaFunctionAssociations: [{ eventType: "viewer-request", lambdaArn: unsaid.arn }] },
});

ruleTest(rule, {
  valid: [
    { name: "enough", stack: [fn(256)] },
    { name: "just what the contract asks", contract: { functions: { minimumMemory: 128 } }, stack: [fn(undefined)] },
    { name: "a size that somebody has thought of", stack: [fn(128)] },
    { name: "one that is not known yet", stack: [fn(unknown)], shape: "preview" },
    { name: "a function at the edge, which may have no more", stack: [unsaid, site] },
    {
      name: "a function that is read",
      stack: [resource("aws:lambda/function:Function", "read", {}, { external: true })],
    },
  ],
  invalid: [
    {
      name: "B32: 128 MB, where the contract asks for 256",
      contract: { functions: { minimumMemory: 256 } },
      stack: [fn(128)],
      findings: [
        { resource: "switch", path: "memorySize", level: "mandatory", message: /128 MB and .*memorySize: 256/ },
      ],
    },
    {
      name: "the default",
      stack: [fn(undefined)],
      findings: [{ resource: "switch", path: "memorySize", level: "advisory", message: /128 MB \(the default\)/ }],
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
      stack: [
        unsaid,
        resource("aws:cloudfront/distribution:Distribution", "site", { defaultCacheBehavior: unsaid.arn }),
      ],
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
