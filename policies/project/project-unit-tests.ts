import { coverageOf } from "./project-unit-tests.coverage";
import type { Source } from "../../src/source/source";
import { hasAssertions, hasTests, testsOf, withHelpers } from "../../src/source/tests";
import { defineRule, type Context } from "../../src/rules/rule";
import type { ProjectFiles } from "../../src/source/project-files";

const DEFAULT_COVERAGE = 90;

export default defineRule({
  id: "project-unit-tests",
  category: "project",
  description: "Unit tests must check what the program declares",
  severity: "medium",
  level: "only-if-required",
  contractKeys: ["tests.unit", "tests.coverage"],
  failures: ["F21", "F23"],
  why:
    "Unit tests with Pulumi's mocks show in seconds, without a cloud, what a change of the program does to its " +
    "resources. Tests without an assertion pass whatever it does.",
  fix: {
    typescript: `pulumi.runtime.setMocks({
  newResource: ({ name, inputs }) => ({ id: name + "-id", state: inputs }),
  call: ({ inputs }) => inputs,
});`,
    python: `class Mocks(pulumi.runtime.Mocks):
    def new_resource(self, args):
        return [f"{args.name}-id", args.inputs]

    def call(self, args):
        return {}


pulumi.runtime.set_mocks(Mocks())`,
  },
  limits:
    "Programs in other languages than TypeScript, JavaScript and Python, tests outside the program's folder, and " +
    "coverage without a report. Coverage below 90 % is advisory where the contract names none.",
  root(context) {
    const { files } = context.project;
    if (files && isChecked(files)) {
      reportTests(files, context);
      reportCoverage(files, context);
    }
  },
});

function isChecked({ settings, sources }: ProjectFiles): boolean {
  return sources.length > 0 && /^(?:nodejs|python|bun)$/.test(settings?.runtime ?? "nodejs");
}

function reportTests(files: ProjectFiles, { report }: Context): void {
  const { unit } = testsOf(files);
  const [first] = unit;
  const isPython = files.settings?.runtime === "python";
  const mocks = isPython ? "pulumi.runtime.set_mocks" : "pulumi.runtime.setMocks";
  if (!first) {
    const path = isPython ? "tests/unit/test_program.py" : "tests/unit/program.test.ts";
    report({
      message: `The program has no unit tests. Write some, such as "${path}", that call "${mocks}" before they load it.`,
    });
    return;
  }
  // Any file may set them: a framework's set-up file is loaded by its configuration, which no import shows.
  if (!files.sources.some(setsMocks)) {
    report({
      message:
        `${first.path} and the other unit tests never set Pulumi's mocks, so they cannot load the program without a cloud. ` +
        `Call "${mocks}" first.`,
    });
  }
  const asserts = (test: Source): boolean => hasAssertions(test) || [...withHelpers(files, [test])].some(hasAssertions);
  for (const test of unit.filter((one) => !asserts(one))) {
    report({
      message: hasTests(test)
        ? `The tests in "${test.path}" assert nothing about the program, so they always pass. ` +
          "Compare the inputs of its resources with what they must be."
        : `${test.path} has no test that runs: its tests are commented out, skipped or missing. Write them.`,
    });
  }
}

function setsMocks(source: Source): boolean {
  return /set_?mocks/i.test(source.text) && source.calls.some(({ callee }) => /(?:^|\.)set_?mocks$/i.test(callee));
}

function reportCoverage(files: ProjectFiles, { contract, report }: Context): void {
  const required = contract.tests?.coverage;
  const least = required ?? DEFAULT_COVERAGE;
  const coverage = coverageOf(files);
  if (coverage && coverage.percent < least) {
    report({
      message:
        `The tests run ${percent(coverage.percent)} % of the lines by "${coverage.path}", and ${percent(least)} % is required. ` +
        "Test the other lines as well.",
      ...(required === undefined && { level: "advisory" }),
    });
  }
}

/** With one decimal, rounded down: what is below a bound never reads like it. */
const percent = (value: number): string => String(Math.floor(value * 10) / 10);
