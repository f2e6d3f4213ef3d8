// npm run mutation: changes the sources in one place after the other, and counts how many of the changes the tests notice.
//   npm run mutation                                   all of policies/, stack/, contract/ and pack/
//   npm run mutation -- --mutate 'stack/vpc.ts'        these files (globs, separated by commas)
//   npm run mutation -- --since main                   what has changed since a revision, by source or by its test
// A run takes over what an earlier one found where neither source nor tests have changed; --force does not.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";
import { scores } from "./scores.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
process.chdir(root);

/**
 * What is run together, and the tests that judge it. All tests of rules run through contract/ and pack/, which remember
 * much: to load all of them anew for each change there takes seconds, and their own tests notice what there is to notice.
 */
const PARTS = [
  { name: "rules", folders: ["policies", "stack"], tests: ["policies", "stack", "contract", "pack"] },
  { name: "pack", folders: ["contract", "pack"], tests: ["contract", "pack"] },
];
const FOLDERS = PARTS.flatMap(({ folders }) => folders);
const REPORT = "reports/mutation/mutation.json";

/** They start processes, take other copies of modules, or are random and slow: no part in this. */
const LEFT_OUT = [
  "tests/policies/every-rule.test.ts",
  "tests/policies/remediation.test.ts",
  "tests/contract/lazy.test.ts",
  "tests/contract/properties.test.ts",
  "tests/pack/analyzer-info.test.ts",
  "tests/pack/dispatch.test.ts",
  "tests/pack/remediation.test.ts",
  "tests/pack/server.test.ts",
];

/** They take seconds, start a process, or hold how long or how deep something may be, which changes where mutants are switched. */
const LEFT_OUT_BY_NAME = [
  "equals the SDK's decoding on the whole of blue-green/flawed",
  "equals the SDK's decoding on the whole of blue-green/fixed",
  "each table aws-managed-policy-names takes itself",
  "each table aws-managed-policies takes itself",
  "the type of a contract is made from the schema (else: npm run api)",
  "patterns take no long time",
  "jsonFault is not troubled by depth or size",
  "reads what is nested too deep to look at as unknown",
];

const testsIn = (folders) =>
  folders
    .flatMap((folder) =>
      readdirSync(join("tests", folder), { recursive: true })
        .filter((name) => name.endsWith(".test.ts"))
        .map((name) => `tests/${folder}/${name}`),
    )
    .filter((file) => !LEFT_OUT.includes(file))
    .sort();

const folderOf = (path) => path.split("/", 1)[0];

/** The sources that have changed since a revision, and those whose tests have. */
function changedSince(revision) {
  const changed = execFileSync("git", ["diff", "--name-only", revision, "--", "*.ts"], { encoding: "utf8" });
  const sources = changed
    .split("\n")
    .map((path) => path.replace(/^tests\/(.*)\.test\.ts$/, "$1.ts"))
    .filter((path) => FOLDERS.includes(folderOf(path)) && existsSync(path));
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
const strange = mutate.find((glob) => !FOLDERS.includes(folderOf(glob)));
if (strange !== undefined) {
  console.error(`mutation: "${strange}" is in none of ${FOLDERS.join("/, ")}/`);
  process.exit(2);
}
if (mutate.length === 0) {
  console.log(`No source in ${FOLDERS.join("/, ")}/ and none of their tests has changed since ${values.since}.`);
  process.exit(0);
}

mkdirSync("reports/mutation", { recursive: true });
const plugin = (name) => pathToFileURL(join(here, name)).href;

function run({ name, tests }, sources) {
  return new Stryker({
    mutate: sources,
    concurrency: Number(values.concurrency),
    force: values.force,
    incremental: true,
    incrementalFile: `reports/mutation/${name}.incremental.json`,
    plugins: [plugin("in-process-runner.mjs"), plugin("prose.mjs")],
    testRunner: "in-process",
    inProcess: {
      testFiles: testsIn(tests),
      setupFiles: ["tests/kit/seed.ts", "tests/kit/no-shrinking.ts"],
      leftOut: LEFT_OUT_BY_NAME,
    },
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
    jsonReporter: { fileName: `reports/mutation/${name}.json` },
    htmlReporter: { fileName: `reports/mutation/${name}.html` },
    thresholds: { high: 90, low: 85, break: null },
    allowConsoleColors: false,
    dryRunTimeoutMinutes: 30,
  }).runMutationTest();
}

for (const part of PARTS) {
  const sources = mutate.filter((glob) => part.folders.includes(folderOf(glob)));
  if (sources.length > 0) {
    await run(part, sources);
  }
}
const reports = PARTS.map(({ name }) => `reports/mutation/${name}.json`)
  .filter((file) => existsSync(file))
  .map((file) => JSON.parse(readFileSync(file, "utf8")));
const files = Object.assign({}, ...reports.map((report) => report.files));
writeFileSync(REPORT, JSON.stringify({ ...reports[0], files }));
console.log(scores(REPORT));
