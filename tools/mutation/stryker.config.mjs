// @ts-check
// Plain Stryker with its runner for jest: `npm run mutation`, or `npm run mutation -- --mutate src/graph/urn.ts`.

/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  mutate: [
    "policies/*/*.ts",
    "!policies/*/*.examples.ts",
    "src/{aws,contract,graph,pulumi,report,rules,source}/**/*.ts",
    // Types alone, and texts for people.
    "!src/contract/contract.ts",
    "!src/rules/failures.ts",
  ],
  testRunner: "jest",
  plugins: ["@stryker-mutator/jest-runner"],
  jest: { projectType: "custom", configFile: "tools/mutation/jest.config.js", enableFindRelatedTests: true },
  coverageAnalysis: "perTest",
  // What acts only while a module loads would need all tests for each change.
  ignoreStatic: true,
  // Most strings are messages and names: a test that notices a change of them repeats the string.
  mutator: { excludedMutations: ["StringLiteral"] },
  incremental: true,
  incrementalFile: "reports/mutation/incremental.json",
  ignorePatterns: ["/docs", "/examples", "/reports", "/coverage", "/.venv", "/tests/good/fixtures"],
  disableTypeChecks: false,
  timeoutMS: 30_000,
  dryRunTimeoutMinutes: 60,
  tempDirName: "reports/stryker-tmp",
  reporters: ["json", "html", "progress-append-only", "clear-text"],
  clearTextReporter: { reportTests: false, reportMutants: false },
  jsonReporter: { fileName: "reports/mutation/mutation.json" },
  htmlReporter: { fileName: "reports/mutation/mutation.html" },
  thresholds: { high: 90, low: 85, break: null },
};
