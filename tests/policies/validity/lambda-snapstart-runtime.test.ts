import rule from "../../../policies/validity/lambda-snapstart-runtime";
import { ruleTest } from "../../../testing/rule-test";
import { resource, unknown, type BuildOptions, type BuiltResource, type Input } from "../../../testing/stack";

const fn = (runtime: Input, applyOn: Input = "PublishedVersions", options: BuildOptions = {}): BuiltResource =>
  resource("aws:lambda/function:Function", "api", { runtime, handler: "x.y", snapStart: { applyOn } }, options);
const PATH = "snapStart.applyOn";
const finding = (message: RegExp): { resource: string; path: string; message: RegExp }[] => [
  { resource: "api", path: PATH, message },
];

ruleTest(rule, {
  valid: [
    ...["java11", "java17", "java21", "java25", "python3.12", "python3.14", "dotnet8", "dotnet10"].map((runtime) => ({
      name: runtime,
      stack: [fn(runtime)],
    })),
    { name: "a language that nobody knows", stack: [fn("swift6")] },
    { name: "SnapStart switched off", stack: [fn("nodejs22.x", "None")] },
    { name: "no word of it", stack: [resource("aws:lambda/function:Function", "api", { runtime: "nodejs22.x" })] },
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
      name: "Node.js",
      stack: [fn("nodejs22.x")],
      findings: finding(/^nodejs22\.x has no SnapStart; leave.*nodejs22\.x is not supported/),
    },
    { name: "an older Python", stack: [fn("python3.11")], findings: finding(/take python3\.12 or newer/) },
    { name: "an older Java", stack: [fn("java8.al2")], findings: finding(/take java11 or newer/) },
    { name: "an older .NET", stack: [fn("dotnet6")], findings: finding(/dotnet8/) },
    { name: "the bare runtime", stack: [fn("provided.al2023")], findings: finding(/^provided\.al2023/) },
  ],
  undecided: [
    { name: "a runtime that is not known yet", stack: [fn(unknown)], at: ["api.runtime"] },
    { name: "a setting that is not known yet", stack: [fn("java21", unknown)], at: [`api.${PATH}`] },
  ],
});
