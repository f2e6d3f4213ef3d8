import rule from "../../../policies/functions/lambda-runtime";
import { ruleTest, runRule } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const FUNCTION = "aws:lambda/function:Function";
const fn = (runtime: Input): BuiltResource => resource(FUNCTION, "switch", { runtime, handler: "index.handler" });
const localstack = resource("pulumi:providers:aws", "local", {
  endpoints: [{ lambda: "http://localhost:4566" }],
});
const contract = { functions: { minimumRuntimes: { python: "3.11", nodejs: "22", dotnet: "8" } } };

ruleTest(rule, {
  valid: [
    {
      name: "a new function of an emulator of AWS",
      shape: "preview",
      stack: [
        localstack,
        resource(FUNCTION, "switch", { runtime: "go1.x", handler: "main" }, { provider: localstack }),
      ],
    },
    { name: "a supported runtime", stack: [fn("python3.13")] },
    { name: "the contract's runtime", contract, stack: [fn("python3.11")] },
    { name: "a newer one than the contract's", contract, stack: [fn("nodejs24.x")] },
    { name: "a language that the contract does not name", contract, stack: [fn("java21")] },
    {
      name: "runtimes without published days",
      contract,
      stack: [fn("nodejs26.x"), fn("nodejs99.x"), fn("python3.15")],
    },
    { name: "Java on Amazon Linux 2023", day: "2029-06-29", stack: [fn("java8.al2023"), fn("java17.al2023")] },
    { name: "a name that objects have", stack: [fn("constructor")] },
    { name: "the last day before deprecation", day: "2025-12-14", stack: [fn("python3.9")] },
    { name: "an image", stack: [resource(FUNCTION, "image", { packageType: "Image", imageUri: "x" })] },
    { name: "a function that the stack only reads", stack: [resource(FUNCTION, "read", {}, { external: true })] },
  ],
  invalid: [
    {
      name: "B30: deprecated, and creation is still allowed",
      stack: [fn("python3.9")],
      findings: [
        {
          resource: "switch",
          path: "runtime",
          level: "advisory",
          message: /since 2025-12-15\. .* from 2027-02-01\. Set `runtime: "python3\.14"`\./,
        },
      ],
    },
    {
      name: "the first day of deprecation",
      day: "2025-12-15",
      stack: [fn("python3.9")],
      findings: [{ resource: "switch", path: "runtime", level: "advisory" }],
    },
    {
      name: "the last day before creation is refused",
      day: "2027-01-31",
      stack: [fn("python3.9")],
      findings: [{ resource: "switch", path: "runtime", level: "advisory" }],
    },
    {
      name: "a new function on the first day on which creation is refused",
      day: "2027-02-01",
      shape: "preview",
      stack: [fn("python3.9")],
      findings: [
        {
          resource: "switch",
          path: "runtime",
          level: "mandatory",
          message:
            /refused .* since 2027-02-01.*AWS rejects this with: "InvalidParameterValueException: .* python3\.9 /,
        },
      ],
    },
    {
      name: "an existing function whose runtime AWS refuses for new ones: updates still pass",
      day: "2027-03-02",
      shape: "up",
      stack: [fn("python3.9")],
      findings: [{ resource: "switch", path: "runtime", level: "advisory", message: /exists already/ }],
    },
    {
      name: "an existing function on the first day on which updates are refused",
      day: "2027-03-03",
      shape: "up",
      stack: [fn("python3.9")],
      findings: [
        { resource: "switch", path: "runtime", level: "mandatory", message: /updates them \(since 2027-03-03\)/ },
      ],
    },
    {
      name: "a new function with a runtime that is long gone",
      shape: "preview",
      stack: [fn("go1.x")],
      findings: [{ resource: "switch", path: "runtime", level: "mandatory", message: /provided\.al2023/ }],
    },
    {
      name: "a runtime whose block is not scheduled",
      stack: [fn("dotnet9")],
      findings: [{ resource: "switch", path: "runtime", level: "advisory", message: /dotnet10/ }],
    },
    {
      name: "creation refused before support ended",
      day: "2019-05-10",
      shape: "preview",
      stack: [fn("dotnetcore2.0")],
      findings: [{ resource: "switch", path: "runtime", level: "mandatory" }],
    },
    {
      name: "older than the contract's, and deprecated",
      contract,
      stack: [fn("python3.9")],
      findings: [
        {
          resource: "switch",
          path: "runtime",
          level: "mandatory",
          message: /python 3\.11 or newer, and the runtime "python3\.9" has had no support/,
        },
      ],
    },
    {
      name: "an existing function with an older runtime than the contract's that AWS still supports",
      contract: { functions: { minimumRuntimes: { python: "3.13" } } },
      stack: [fn("python3.12")],
      findings: [
        {
          resource: "switch",
          path: "runtime",
          level: "mandatory",
          message: /requires python 3\.13 or newer, and the runtime is "python3\.12"\./,
        },
      ],
    },
    {
      name: "a runtime without a version",
      contract,
      stack: [fn("nodejs")],
      findings: [{ resource: "switch", path: "runtime", level: "mandatory" }],
    },
  ],
  undecided: [{ name: "a runtime that is not known yet", stack: [fn(unknown)], at: ["switch.runtime"] }],
});

test("no replacement is named on a day on which every known runtime has ended", () => {
  const { results } = runRule(rule, { name: "", day: "2040-01-01", stack: [fn("ruby3.4")] }, "up");
  expect(results[0]?.message).toMatch(/Set `runtime` to one that AWS supports\./);
});
