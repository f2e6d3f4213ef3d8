import { coverageOf } from "../../project/coverage";
import type { Source } from "../../project/source";
import { hasAssertions, hasTests, testsOf, withHelpers } from "../../project/tests";
import { defineRule, type Context, type ProjectFiles } from "../rule";

const DEFAULT_COVERAGE = 90;

export default defineRule({
  id: "project-unit-tests",
  category: "project",
  description: "Unit tests look at what the program declares",
  severity: "medium",
  level: "raised-by-contract",
  contractKeys: ["tests.unit", "tests.coverage"],
  failures: ["F21", "F23"],
  why:
    "Unit tests with Pulumi's mocks show in seconds, without a cloud, what a change of the program does to its " +
    "resources. Tests that assert nothing pass whatever it does.",
  fix: {
    typescript:
      "pulumi.runtime.setMocks({\n  newResource: ({ name, inputs }) => ({ id: `${name}-id`, state: inputs }),\n  call: ({ inputs }) => inputs,\n});",
    python:
      'class Mocks(pulumi.runtime.Mocks):\n    def new_resource(self, args):\n        return [f"{args.name}-id", args.inputs]\n\n    def call(self, args):\n        return {}\n\n\npulumi.runtime.set_mocks(Mocks())',
  },
  limits:
    "Programs in other languages than TypeScript, JavaScript and Python, tests outside the program's folder, and " +
    "coverage where there is no report. A report that the contract names no coverage for is advisory.",
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
    const place = isPython ? "tests/unit/test_program.py" : "tests/unit/program.test.ts";
    report({
      message: `the program has no unit tests; write some, such as ${place}, that call ${mocks} before they load it.`,
    });
    return;
  }
  // Wherever they are set: a framework's set-up file is loaded by its configuration, which no import shows.
  if (!files.sources.some(setsMocks)) {
    report({
      message: `${first.path} and the other unit tests never set Pulumi's mocks, so that they cannot load the program without a cloud; call ${mocks} first.`,
    });
  }
  const asserts = (test: Source): boolean => hasAssertions(test) || [...withHelpers(files, [test])].some(hasAssertions);
  for (const test of unit.filter((one) => !asserts(one))) {
    report({
      message: hasTests(test)
        ? `the tests in ${test.path} assert nothing of the program, so that they always pass; compare the inputs of its resources with what they have to be.`
        : `${test.path} has no test that runs, since what it has is commented out, skipped or missing; write its tests.`,
    });
  }
}

function setsMocks(source: Source): boolean {
  return /set_?mocks/i.test(source.text) && source.calls.some(({ callee }) => /(?:^|\.)set_?mocks$/i.test(callee));
}

function reportCoverage(files: ProjectFiles, { contract, report }: Context): void {
  const asked = contract.tests?.coverage;
  const least = asked ?? DEFAULT_COVERAGE;
  const coverage = coverageOf(files);
  if (coverage && coverage.percent < least) {
    report({
      message: `${coverage.path} says that the tests run ${percent(coverage.percent)} % of the lines, and ${percent(least)} % is wanted; test what they leave out.`,
      ...(asked === undefined && { level: "advisory" }),
    });
  }
}

/** With one decimal, rounded down: what is below a bound never reads like it. */
const percent = (value: number): string => String(Math.floor(value * 10) / 10);
