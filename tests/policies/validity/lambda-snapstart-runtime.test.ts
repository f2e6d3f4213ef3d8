import rule from "../../../policies/validity/lambda-snapstart-runtime";
import type { Level } from "../../../src/rules/rule";
import { ruleTest, type ExpectedFinding } from "../../../src/testing/rule-test";
import { resource, unknown, type BuildOptions, type BuiltResource, type Input } from "../../../src/testing/stack";

const fn = (runtime: Input, applyOn: Input = "PublishedVersions", options: BuildOptions = {}): BuiltResource =>
  resource("aws:lambda/function:Function", "api", { runtime, handler: "x.y", snapStart: { applyOn } }, options);
const PATH = "snapStart.applyOn";
const finding = (message: RegExp, level: Level = "mandatory"): ExpectedFinding[] => [
  { resource: "api", path: PATH, level, message },
];

ruleTest(rule, {
  valid: [
    ...["java11", "java17", "java21", "java25", "python3.12", "python3.14", "dotnet8", "dotnet10"].map((runtime) => ({
      name: runtime,
      stack: [fn(runtime)],
    })),
    { name: "a language that the table does not list", stack: [fn("swift6")] },
    { name: "SnapStart switched off", stack: [fn("nodejs22.x", "None")] },
    { name: "no SnapStart", stack: [resource("aws:lambda/function:Function", "api", { runtime: "nodejs22.x" })] },
    { name: "an image", stack: [fn(undefined)] },
    {
      name: "a function that the stack only reads",
      stack: [fn("nodejs22.x", "PublishedVersions", { external: true })],
    },
    {
      name: "a language that the contract's table names",
      contract: { facts: { "lambda-snapstart": { without: { nodejs: null } } } },
      stack: [fn("nodejs26.x")],
    },
  ],
  invalid: [
    {
      name: "Node.js, which may get it after the table's date",
      stack: [fn("nodejs22.x")],
      findings: finding(
        /^The runtime nodejs22\.x does not support SnapStart .*Remove `snapStart`\..*nodejs22\.x is not supported/,
        "advisory",
      ),
    },
    { name: "an older Python", stack: [fn("python3.11")], findings: finding(/Use python3\.12 or newer/) },
    { name: "an older Java", stack: [fn("java8.al2")], findings: finding(/Use java11 or newer/) },
    { name: "an older .NET", stack: [fn("dotnet6")], findings: finding(/dotnet8/) },
    { name: "an OS-only runtime", stack: [fn("provided.al2023")], findings: finding(/provided\.al2023/, "advisory") },
  ],
  undecided: [
    { name: "a runtime that is not known yet", stack: [fn(unknown)], at: ["api.runtime"] },
    { name: "a setting that is not known yet", stack: [fn("java21", unknown)], at: [`api.${PATH}`] },
  ],
});
