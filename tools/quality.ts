// Measures the pack and writes docs/quality.md: `npm run quality` does all of it, which takes hours; with names (`bench`,
// `fuzz`, `mutation`, `corpus`) only those, and with `--render` none: the page shows the figures that were measured last,
// which docs/quality.json keeps with their days.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { table } from "./docs/markdown";
import { readQuality, type BenchFigures, type FuzzFigures, type Kept, type MutationFigures } from "./docs/quality";
import { count as countsOf, type MutationReport } from "./mutation-scores";

const ROOT = join(__dirname, "..");
const KEPT = join(ROOT, "docs/quality.json");
const PAGE = join(ROOT, "docs/quality.md");
const GOOD = "tests/good/fixtures";
const MUTATION_REPORT = join(ROOT, "reports/mutation/mutation.json");

type Part = keyof Kept;

const number = (value: number): string => value.toLocaleString("en");
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

const tool = (...args: string[]): void => {
  execFileSync(process.execPath, ["--import", "tsx", ...args], { cwd: ROOT, stdio: "inherit" });
};

/** What a script writes into the file that `--json` names. */
function figuresOf(folder: string, script: string, ...args: string[]): unknown {
  const file = join(folder, "figures.json");
  tool(script, ...args, "--json", file);
  return JSON.parse(readFileSync(file, "utf8")) as unknown;
}

const PARTS: { [Name in Part]: (folder: string) => NonNullable<Kept[Name]>["figures"] } = {
  bench: (folder) => ({
    pack: figuresOf(folder, "tools/benchmarks/run.ts") as BenchFigures["pack"],
    state: figuresOf(folder, "tools/benchmarks/state.ts") as BenchFigures["state"],
    rules: figuresOf(folder, "tools/benchmarks/rules.ts", "--profile") as BenchFigures["rules"],
  }),
  fuzz: (folder) => figuresOf(folder, "tools/fuzz.ts") as FuzzFigures,
  mutation: () => {
    execFileSync("npm", ["run", "-s", "mutation"], { cwd: ROOT, stdio: "inherit" });
    return Object.fromEntries(countsOf(JSON.parse(readFileSync(MUTATION_REPORT, "utf8")) as MutationReport));
  },
  corpus: () => {
    const { status } = spawnSync("npx", ["jest", "tests/good"], { cwd: ROOT, stdio: "inherit" });
    return { programs: readdirSync(join(ROOT, GOOD)).length, isClean: status === 0 };
  },
};

const verdict = (value: number, most: number): string => (value <= most ? "met" : "**missed**");

/** The targets of speed and size, each a ratio of medians of one run. */
function targets({ pack, state, rules }: BenchFigures): string[][] {
  const measured = (size: number, field: string): BenchFigures["pack"][number] => {
    const row = pack.find((one) => one.pack === "preflight" && one.size === size && one.field === field);
    if (row === undefined) {
      throw new Error(`no figure of ${field} at ${String(size)} resources`);
    }
    return row;
  };
  const ratioRow = (what: string, size: number, field: string, most: number): string[] => {
    const { ratio = NaN } = measured(size, field);
    return [what, ratio.toFixed(2), `${String(most)} × the floor`, verdict(ratio, most)];
  };
  const perResource = (size: number): number => measured(size, "run").median / size;
  const growth = perResource(50_000) / perResource(1_000);
  const [[costliest, cost] = ["", NaN]] = Object.entries(rules.rules).sort(([, left], [, right]) => right - left);
  const share = (100 * cost) / (1_000 * perResource(1_000));
  return [
    ratioRow("time to ready", 0, "ready", 1.08),
    ...[200, 1_000, 10_000].map((size) => ratioRow(`a whole run of ${number(size)} resources`, size, "run", 1.15)),
    ...[1_000, 10_000].map((size) => ratioRow(`most memory at ${number(size)} resources`, size, "megabytes", 1.2)),
    ["time per resource at 50,000 against 1,000", growth.toFixed(2), "1.3", verdict(growth, 1.3)],
    [`the costliest rule, \`${costliest}\``, `${share.toFixed(1)} %`, "5 % of a run of 1,000", verdict(share, 5)],
    [
      `\`preflight check\` of ${number(state.size)} resources against an empty state`,
      state.ratio.toFixed(2),
      "2.5",
      verdict(state.ratio, 2.5),
    ],
    ["its most memory", `${state.megabytes.toFixed(0)} MB`, "400 MB", verdict(state.megabytes, 400)],
  ];
}

const FIELDS: Readonly<Record<string, string>> = {
  ready: "time to ready, ms",
  resources: "all resources, ms",
  stack: "the stack, ms",
  run: "a whole run, ms",
  cpu: "processor time of a run, ms",
  megabytes: "most memory, MB",
};

const benchSection = (figures: BenchFigures): string => `## Speed and memory

The pack beside a floor: a pack of @pulumi/policy with one policy for resources and one for the stack that do nothing.
Both are started and called in turns in one run, message by message as the engine does it, on previews that a generator
makes (services with networks, databases, functions and alarms; a seed decides which values are unknown or secret). The
ratios are those of the medians. \`npm run bench\` prints them with their spread.

${table(["What", "Measured", "Target", ""], targets(figures))}

${table(
  ["Resources", "Pack", "What", "Median", "Rounds", "Ratio to the floor"],
  figures.pack.map(({ size, pack, field, median, rounds, ratio }) => [
    size === 0 ? "–" : number(size),
    pack,
    FIELDS[field] ?? field,
    median.toFixed(0),
    String(rounds),
    ratio === undefined ? "–" : ratio.toFixed(2),
  ]),
)}`;

const fuzzSection = ({ tried, survived, seeds, kinds }: FuzzFigures): string => `## Robustness

Resources and stacks that no program would make, sent to the server's own process over gRPC: ${number(tried)} resources tried,
**${number(survived)} survived** (no crash, no error of gRPC, no answer of 4 MB, no rule that crashed). Seeds ${String(seeds[0])} to ${String(seeds[1])};
\`npm run fuzz\` tries them again.

${table(
  ["Kind", "Resources tried", "Survived", "Slowest call, ms", "Slowest stack, ms"],
  Object.entries(kinds).map(([kind, row]) => [
    kind,
    number(row.tried),
    number(row.survived),
    String(row.slowestMs),
    String(row.slowestStackMs),
  ]),
)}`;

function mutationSection(folders: MutationFigures): string {
  const { all, ...others } = folders;
  const rows = Object.entries(others)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([folder, count]) =>
      count === undefined
        ? []
        : [[`\`${folder}/\``, number(count.mutants), number(count.found), percent(count.found, count.mutants)]],
    );
  const leftOut = Object.entries(all?.leftOut ?? {}).map(
    ([reason, left]) => `${number(left)} (${reason.startsWith("Static") ? "Static" : reason})`,
  );
  const { mutants = NaN, found = NaN } = all ?? {};
  return `## Mutations

How many small changes of the sources the tests notice (Stryker, \`npm run mutation\`): **${percent(found, mutants)}**.

${table(
  ["Folder", "Mutants", "Noticed", "Share"],
  [["all", number(mutants), number(found), percent(found, mutants)], ...rows],
)}

Left out, since no test should notice it or it acts only while modules load: ${leftOut.join("; ")}.`;
}

const corpusSection = ({ programs, isClean }: NonNullable<Kept["corpus"]>["figures"]): string => `## False alarms

${String(programs)} programs of good practice under \`${GOOD}/\`, each of other services, ${
  isClean ? "without any mandatory finding" : "**some of which have mandatory findings**"
}: in a preview, after a deployment and from an exported state, without a contract. Every false alarm that is found becomes a case there.`;

function page({ bench, fuzz, mutation, corpus }: Kept): string {
  const sections = [
    bench && ([benchSection(bench.figures), bench.day] as const),
    fuzz && ([fuzzSection(fuzz.figures), fuzz.day] as const),
    mutation && ([mutationSection(mutation.figures), mutation.day] as const),
    corpus && ([corpusSection(corpus.figures), corpus.day] as const),
  ].filter((section) => section !== undefined);
  return `# How well it works

\`npm run quality\` measures this and writes the page; \`npm run quality -- bench\` (or \`fuzz\`, \`mutation\`, \`corpus\`) measures a
part of it again.

${sections.map(([text, day]) => `${text}\n\nMeasured on ${day}.`).join("\n\n")}
`;
}

function isPart(name: string): name is Part {
  return name in PARTS;
}

function main(): void {
  const names = process.argv.slice(2);
  const parts = names.filter(isPart);
  const unknown = names.find((name) => name !== "--render" && !isPart(name));
  if (unknown !== undefined) {
    console.error(`quality: "${unknown}" is not one of ${Object.keys(PARTS).join(", ")} and --render`);
    process.exitCode = 2;
    return;
  }
  const kept = readQuality(ROOT);
  const folder = mkdtempSync(join(tmpdir(), "preflight-quality-"));
  try {
    for (const part of names.length === 0 ? Object.keys(PARTS).filter(isPart) : parts) {
      Object.assign(kept, { [part]: { day: new Date().toISOString().slice(0, 10), figures: PARTS[part](folder) } });
      writeFileSync(KEPT, `${JSON.stringify(kept, undefined, 2)}\n`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  writeFileSync(PAGE, page(kept));
  execFileSync("npx", ["prettier", "--write", "--log-level", "warn", PAGE, KEPT], { cwd: ROOT, stdio: "inherit" });
  // The README has a sentence of it.
  tool("tools/docs.ts");
}

main();
