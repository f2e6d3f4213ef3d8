// npm run mutation: changes the sources in one place after the other, and counts how many of the changes the tests notice.
//   npm run mutation                                   all of policies/, stack/, contract/ and pack/
//   npm run mutation -- --mutate 'stack/vpc.ts'        these files (globs, separated by commas)
//   npm run mutation -- --since main                   what has changed since a revision, by source or by its test
// A run takes over what an earlier one found where neither source nor tests have changed; --force does not.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";
import { scores } from "./scores.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
process.chdir(root);

const FOLDERS = ["policies", "stack", "contract", "pack"];

/** They start processes, take other copies of modules, or are random and slow: no part in this. */
const LEFT_OUT = [
  "tests/policies/every-rule.test.ts",
  "tests/policies/remediation.test.ts",
  "tests/contract/lazy.test.ts",
  "tests/pack/analyzer-info.test.ts",
  "tests/pack/dispatch.test.ts",
  "tests/pack/remediation.test.ts",
  "tests/pack/server.test.ts",
];

/** They hold how long something takes, or how deep it may be nested: both change where mutants are switched. */
const LEFT_OUT_BY_NAME = [
  "patterns take no long time",
  "jsonFault is not troubled by depth or size",
  "reads what is nested too deep to look at as unknown",
];

const testFiles = FOLDERS.flatMap((folder) =>
  readdirSync(join("tests", folder), { recursive: true })
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => `tests/${folder}/${name}`),
)
  .filter((file) => !LEFT_OUT.includes(file))
  .sort();

/** The sources that have changed since a revision, and those whose tests have. */
function changedSince(revision) {
  const changed = execFileSync("git", ["diff", "--name-only", revision, "--", "*.ts"], { encoding: "utf8" });
  const sources = changed
    .split("\n")
    .map((path) => path.replace(/^tests\/(.*)\.test\.ts$/, "$1.ts"))
    .filter((path) => FOLDERS.includes(path.split("/", 1)[0]) && existsSync(path));
  return [...new Set(sources)];
}

const { values } = parseArgs({
  options: {
    mutate: { type: "string" },
    since: { type: "string" },
    concurrency: { type: "string", default: "2" },
    force: { type: "boolean", default: false },
  },
});
const mutate =
  values.since === undefined
    ? (values.mutate?.split(",") ?? FOLDERS.map((folder) => `${folder}/**/*.ts`))
    : changedSince(values.since);
if (mutate.length === 0) {
  console.log(`No source in ${FOLDERS.join("/, ")}/ and none of their tests has changed since ${values.since}.`);
  process.exit(0);
}

mkdirSync("reports", { recursive: true });
const plugin = (name) => pathToFileURL(join(here, name)).href;
await new Stryker({
  mutate,
  concurrency: Number(values.concurrency),
  force: values.force,
  incremental: true,
  incrementalFile: "reports/stryker-incremental.json",
  plugins: [plugin("in-process-runner.mjs"), plugin("prose.mjs")],
  testRunner: "in-process",
  inProcess: { testFiles, setupFiles: ["tests/kit/seed.ts", "tests/kit/no-shrinking.ts"], leftOut: LEFT_OUT_BY_NAME },
  coverageAnalysis: "perTest",
  ignorers: ["prose"],
  // A mutant that only acts while modules load would need all of them loaded again: seconds each instead of milliseconds.
  ignoreStatic: true,
  // Only what sources and tests read is copied to the sandbox.
  ignorePatterns: [
    "/*",
    ...[
      "contract",
      "engine",
      "facts",
      "pack",
      "policies",
      "project",
      "report",
      "stack",
      "targets",
      "testing",
      "tests",
      "examples",
    ].map((folder) => `!/${folder}`),
    "!/library.ts",
    "!/package.json",
    "!/PulumiPolicy.yaml",
    "!/tsconfig.json",
  ],
  disableTypeChecks: false,
  // Loops without end are broken by the runner; this is for what it cannot break, and leaves time to load all anew.
  timeoutMS: 60_000,
  tempDirName: "reports/stryker-tmp",
  reporters: ["json", "html", "progress-append-only"],
  jsonReporter: { fileName: "reports/mutation/mutation.json" },
  htmlReporter: { fileName: "reports/mutation/mutation.html" },
  thresholds: { high: 90, low: 85, break: null },
  allowConsoleColors: false,
  dryRunTimeoutMinutes: 30,
}).runMutationTest();

console.log(scores("reports/mutation/mutation.json"));
