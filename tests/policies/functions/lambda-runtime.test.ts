import rule from "../../../policies/functions/lambda-runtime";
import { ruleTest, runRule } from "../../../testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../testing/stack";

const FUNCTION = "aws:lambda/function:Function";
const fn = (runtime: Input): BuiltResource => resource(FUNCTION, "switch", { runtime, handler: "index.handler" });
const contract = { functions: { minimumRuntimes: { python: "3.11", nodejs: "22", dotnet: "8" } } };

ruleTest(rule, {
  valid: [
    { name: "a supported runtime", stack: [fn("python3.13")] },
    { name: "the contract's runtime", contract, stack: [fn("python3.11")] },
    { name: "a newer one than the contract's", contract, stack: [fn("nodejs24.x")] },
    { name: "a language that the contract does not name", contract, stack: [fn("java21")] },
    { name: "runtimes that nobody knows yet", contract, stack: [fn("nodejs26.x")] },
    { name: "a name that objects have", stack: [fn("constructor")] },
    { name: "the last day before deprecation", day: "2025-12-14", stack: [fn("python3.9")] },
    { name: "an image", stack: [resource(FUNCTION, "image", { packageType: "Image", imageUri: "x" })] },
    { name: "a function that is read", stack: [resource(FUNCTION, "read", {}, { external: true })] },
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
          message: /since 2025-12-15, and .* from 2027-02-01; set runtime to python3\.14\./,
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
      name: "the first day on which creation is refused",
      day: "2027-02-01",
      stack: [fn("python3.9")],
      findings: [{ resource: "switch", path: "runtime", level: "mandatory", message: /refused .* since 2027-02-01/ }],
    },
    {
      name: "a runtime that is long gone",
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
      stack: [fn("dotnetcore2.0")],
      findings: [{ resource: "switch", path: "runtime", level: "mandatory" }],
    },
    {
      name: "older than the contract's, and deprecated",
      contract,
      stack: [fn("python3.9")],
      findings: [{ resource: "switch", path: "runtime", level: "mandatory", message: /python 3\.11 of the contract/ }],
    },
    {
      name: "older than the contract's, and supported",
      contract: { functions: { minimumRuntimes: { python: "3.13" } } },
      stack: [fn("python3.12")],
      findings: [{ resource: "switch", path: "runtime", level: "mandatory", message: /^python3\.12 is older/ }],
    },
    {
      name: "no version at all",
      contract,
      stack: [fn("nodejs")],
      findings: [{ resource: "switch", path: "runtime", level: "mandatory" }],
    },
  ],
  undecided: [{ name: "a runtime that is not known yet", stack: [fn(unknown)], at: ["switch.runtime"] }],
});

test("a day on which all that is known is gone", () => {
  const { results } = runRule(rule, { name: "", day: "2040-01-01", stack: [fn("ruby3.4")] }, "up");
  expect(results[0]?.message).toMatch(/set runtime to a runtime that AWS supports\.$/);
});
