// Measures the pack and writes docs/quality.md: `npm run quality` does all of it, which takes hours; with names (`bench`,
// `faults`, `mutation`, `corpus`) only those, and with `--render` none: the figures of the last time, which docs/quality.json
// keeps with their days, stand in the page.
"use strict";
const { execFileSync, spawnSync } = require("node:child_process");
const { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { table } = require("./docs/markdown");

const ROOT = join(__dirname, "..");
const KEPT = join(ROOT, "docs/quality.json");
const PAGE = join(ROOT, "docs/quality.md");
const GOOD = "tests/good/fixtures";

const read = (file) => JSON.parse(readFileSync(file, "utf8"));
const node = (...args) => {
  execFileSync(process.execPath, args, { cwd: ROOT, stdio: "inherit" });
};

/** What a script writes into the file that `--json` names. */
function written(folder, script, ...args) {
  const file = join(folder, "figures.json");
  node(script, ...args, "--json", file);
  return read(file);
}

const PARTS = {
  bench: (folder) => ({
    pack: written(folder, "benchmarks/run.js"),
    state: written(folder, "benchmarks/state.js"),
    rules: written(folder, "benchmarks/rules.js", "--profile"),
  }),
  faults: (folder) => written(folder, "scripts/faults.js"),
  mutation: async () => {
    node("scripts/mutation/run.mjs");
    const { count } = await import("./mutation/scores.mjs");
    return Object.fromEntries(count(read(join(ROOT, "reports/mutation/mutation.json"))));
  },
  corpus: () => {
    const { status } = spawnSync("npx", ["jest", "tests/good"], { cwd: ROOT, stdio: "inherit" });
    return { programs: readdirSync(join(ROOT, GOOD)).length, isClean: status === 0 };
  },
};

const verdict = (value, most) => (value <= most ? "met" : "**missed**");

/** The targets of speed and size, each a ratio of medians of one run. */
function targets({ pack, state, rules }) {
  const of = (size, field) => pack.find((row) => row.pack === "preflight" && row.size === size && row.field === field);
  const ratioRow = (what, size, field, most) => {
    const { ratio } = of(size, field);
    return [what, ratio.toFixed(2), `${String(most)} × the floor`, verdict(ratio, most)];
  };
  const each = (size) => of(size, "run").median / size;
  const growth = each(50_000) / each(1_000);
  const [costliest, cost] = Object.entries(rules.rules).sort(([, left], [, right]) => right - left)[0];
  const share = (100 * cost) / (1_000 * each(1_000));
  return [
    ratioRow("time to ready", 0, "ready", 1.15),
    ...[200, 1_000, 10_000].map((size) =>
      ratioRow(`a whole run of ${size.toLocaleString("en")} resources`, size, "run", 1.25),
    ),
    ...[1_000, 10_000].map((size) =>
      ratioRow(`most memory at ${size.toLocaleString("en")} resources`, size, "megabytes", 1.5),
    ),
    ["time a resource at 50,000 against 1,000", growth.toFixed(2), "1.3", verdict(growth, 1.3)],
    [`the costliest rule, \`${costliest}\``, `${share.toFixed(1)} %`, "5 % of a run of 1,000", verdict(share, 5)],
    [
      `\`preflight check\` of ${state.size.toLocaleString("en")} resources against an empty state`,
      state.ratio.toFixed(2),
      "2.5",
      verdict(state.ratio, 2.5),
    ],
    ["its most memory", `${state.megabytes.toFixed(0)} MB`, "400 MB", verdict(state.megabytes, 400)],
  ];
}

const FIELDS = {
  ready: "time to ready, ms",
  resources: "all resources, ms",
  stack: "the stack, ms",
  run: "a whole run, ms",
  cpu: "processor time of a run, ms",
  megabytes: "most memory, MB",
};

const SECTIONS = {
  bench: (figures) => `## Speed and memory

The pack beside a floor: a pack of @pulumi/policy with one policy for resources and one for the stack that do nothing.
Both are started and asked in turns in one run, message by message as the engine asks, on previews that a generator makes
(services with networks, databases, functions and alarms; a seed decides which values are unknown or secret). The ratios
are those of the medians. \`npm run bench\` prints them with their spread.

${table(["What", "Measured", "Target", ""], targets(figures))}

${table(
  ["Resources", "Pack", "What", "Median", "Rounds", "Ratio to the floor"],
  figures.pack.map(({ size, pack, field, median, rounds, ratio }) => [
    size === 0 ? "–" : size.toLocaleString("en"),
    pack,
    FIELDS[field],
    median.toFixed(0),
    String(rounds),
    ratio === undefined ? "–" : ratio.toFixed(2),
  ]),
)}`,
  faults: ({ tried, survived, seeds, kinds }) => `## Faults

Resources and stacks that no program would make, given to the server's own process over gRPC: ${tried.toLocaleString("en")} resources tried,
**${survived.toLocaleString("en")} survived** (no crash, no error of gRPC, no answer of 4 MB, no rule that failed inside). Seeds ${String(seeds[0])} to ${String(seeds[1])};
\`npm run faults\` tries them again.

${table(
  ["Kind", "Resources tried", "Survived", "Slowest call, ms", "Slowest stack, ms"],
  Object.entries(kinds).map(([kind, row]) => [
    kind,
    row.tried.toLocaleString("en"),
    row.survived.toLocaleString("en"),
    String(row.slowestMs),
    String(row.slowestStackMs),
  ]),
)}`,
  mutation: (folders) => `## Mutations

How many small changes of the sources the tests notice (Stryker, \`npm run mutation\`): **${((100 * folders.all.found) / folders.all.mutants).toFixed(1)} %**.

${table(
  ["Folder", "Mutants", "Noticed", "Share"],
  Object.entries(folders)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([folder, { mutants, found }]) => [
      folder === "all" ? "all" : `\`${folder}/\``,
      mutants.toLocaleString("en"),
      found.toLocaleString("en"),
      `${((100 * found) / mutants).toFixed(1)} %`,
    ]),
)}

Left out, since no test should notice it or it acts only while modules load: ${Object.entries(folders.all.leftOut)
    .map(([reason, number]) => `${number.toLocaleString("en")} (${reason.startsWith("Static") ? "Static" : reason})`)
    .join("; ")}.`,
  corpus: ({ programs, isClean }) => `## False alarms

${String(programs)} programs of good practice under \`${GOOD}/\`, each of other services, ${
    isClean ? "on none of which a mandatory rule fires" : "**on some of which a mandatory rule fires**"
  }: in a preview, after a deployment and from an exported state, without a contract. Every false alarm that is found becomes a case there.`,
};

function page(kept) {
  const sections = Object.keys(SECTIONS)
    .filter((part) => kept[part])
    .map((part) => `${SECTIONS[part](kept[part].figures)}\n\nMeasured on ${kept[part].day}.`);
  return `# How well it works

\`npm run quality\` measures this and writes the page; \`npm run quality -- bench\` (or \`faults\`, \`mutation\`, \`corpus\`) measures a
part of it again.

${sections.join("\n\n")}
`;
}

async function main() {
  const asked = process.argv.slice(2);
  const unknown = asked.find((name) => name !== "--render" && !(name in PARTS));
  if (unknown !== undefined) {
    console.error(`quality: "${unknown}" is none of ${Object.keys(PARTS).join(", ")} and --render`);
    process.exitCode = 2;
    return;
  }
  const kept = read(KEPT);
  const folder = mkdtempSync(join(tmpdir(), "preflight-quality-"));
  try {
    for (const part of asked.length === 0 ? Object.keys(PARTS) : asked.filter((name) => name !== "--render")) {
      kept[part] = { day: new Date().toISOString().slice(0, 10), figures: await PARTS[part](folder) };
      writeFileSync(KEPT, `${JSON.stringify(kept, undefined, 2)}\n`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  writeFileSync(PAGE, page(kept));
  execFileSync("npx", ["prettier", "--write", "--log-level", "warn", PAGE, KEPT], { cwd: ROOT, stdio: "inherit" });
  // The README has a sentence of it.
  node("scripts/docs.js");
}

void main();
