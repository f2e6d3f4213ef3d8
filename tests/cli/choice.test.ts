import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ROOT = resolve(__dirname, "../..");
const STATE = "state.json";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "preflight-choice-"));
  const state = readFileSync(join(ROOT, "tests/cli/fixtures/state.json"), "utf8");
  writeFileSync(join(folder, STATE), state);
  writeFileSync(join(folder, "other.json"), state.replaceAll("::shop::", "::billing::"));
  writeFileSync(join(folder, "half.json"), "{");
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Run {
  code: number | null;
  out: string;
  err: string;
}

/** The command as users run it. */
function preflight(args: readonly string[], env: Record<string, string> = {}, cwd = folder): Run {
  const main = join(ROOT, "dist/src/cli/main.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    encoding: "utf8",
    cwd,
    env: { ...process.env, ...env },
  });
  return { code: status, out: stdout, err: stderr };
}

interface Read {
  findings: { rule: string; level: string; severity: string; category: string }[];
  project: string;
  targets?: { project: string; stack: string }[];
  notes: string[];
}

/** The findings of a run in JSON, and its exit code. */
function found(...args: string[]): Read & { code: number | null } {
  const { code, out, err } = preflight(["check", STATE, "--format", "json", ...args]);
  expect(err).toBe("");
  return { code, ...(JSON.parse(out) as Read) };
}

const rulesOf = ({ findings }: Read): string[] => [...new Set(findings.map(({ rule }) => rule))].sort();

describe("choosing rules", () => {
  it("checks these rules only", () => {
    expect(rulesOf(found("--rule", "lambda-runtime,lambda-timeout", "--rule", "rds-log-exports"))).toEqual([
      "lambda-runtime",
      "lambda-timeout",
      "rds-log-exports",
    ]);
  });

  it("leaves rules out, which decides the exit code too", () => {
    const all = found();
    const { code, ...others } = found("--skip", "lambda-runtime");
    expect([all.code, code]).toEqual([1, 0]);
    expect(rulesOf(others)).toEqual(rulesOf(all).filter((id) => id !== "lambda-runtime"));
  });

  it("checks these categories only", () => {
    const { findings } = found("--category", "functions,identity");
    expect(new Set(findings.map(({ category }) => category))).toEqual(new Set(["functions", "identity"]));
  });

  it("checks rules of at least a severity only", () => {
    const { findings } = found("--severity", "high");
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.filter(({ severity }) => severity === "medium" || severity === "low")).toEqual([]);
  });

  it("reports an error in the contract whatever is chosen", () => {
    const { out } = preflight([
      "check",
      STATE,
      "--rule",
      "lambda-timeout",
      "--config",
      'preflight:contract={"tagz":[]}',
    ]);
    expect(out).toContain("did you mean tags?");
  });

  it.each([
    ["--rule", "lambda-runtim", "did you mean lambda-runtime?"],
    ["--skip", "rds-not-publik", "did you mean rds-not-public?"],
    ["--rule", "qwertyuiop", "`preflight rules` lists them"],
    ["--category", "netwrok", "did you mean network?"],
    ["--category", "qwertyuiop", "it has to be one of network, ordering"],
    ["--severity", "hihg", "did you mean high?"],
    ["--fail-on", "advisroy", "did you mean advisory?"],
    ["--format", "jsn", "Did you mean json?"],
    ["--skip", "contract", "the contract is always checked"],
    ["--quite", "", "Did you mean --quiet?"],
  ])("names what a mistyped word may mean (%s %s)", (option, word, advice) => {
    const { code, err, out } = preflight(["check", STATE, option, word]);
    expect(err).toContain(advice);
    expect([code, out]).toEqual([2, ""]);
  });
});

describe("--fail-on", () => {
  it.each([
    ["mandatory", [], 1],
    ["never", [], 0],
    ["advisory", ["--skip", "lambda-runtime"], 1],
    ["high", ["--skip", "lambda-runtime"], 1],
    ["critical", [], 0],
    ["medium", ["--rule", "lambda-timeout"], 0],
    ["low", ["--rule", "lambda-timeout"], 1],
  ])("%s with %j exits with %i", (word, more, code) => {
    expect(preflight(["check", STATE, "--fail-on", word, ...more]).code).toBe(code);
  });
});

describe("what is shown", () => {
  it("is mandatory findings only with --quiet, in every format", () => {
    const { findings, code } = found("--quiet");
    expect(findings.map(({ level }) => level)).toEqual(["mandatory"]);
    expect(code).toBe(1);
    expect(preflight(["check", STATE, "--quiet"]).out).toMatch(/^7 advisory findings not shown\.$/m);
  });

  it("is the end alone with --summary", () => {
    const { out } = preflight(["check", STATE, "--summary"]);
    expect(out).toMatch(/Fix first\nmedium {4}lambda-runtime/);
    expect(out).toContain("8 findings on 3 resources");
    expect(out).not.toContain("nodejs12.x");
  });

  it("has every message with --verbose", () => {
    expect(preflight(["check", STATE]).out).not.toContain("Lambda stops the function");
    expect(preflight(["check", STATE, "--verbose"]).out).toContain("Lambda stops the function");
  });

  it("has no colours with --no-color, also where they are forced", () => {
    const forced = { FORCE_COLOR: "1", NO_COLOR: "" };
    expect(preflight(["check", STATE], forced).out).toContain("\u001b[");
    expect(preflight(["check", STATE, "--no-color"], forced).out).not.toContain("\u001b[");
  });
});

describe("--output-file", () => {
  const path = (name: string): string => join(folder, name);

  it("takes what would go to standard output", () => {
    const { out, err } = preflight(["check", STATE, "--output-file", "out.txt"]);
    expect(out).toBe("");
    expect(err).toContain("8 findings");
    expect(readFileSync(path("out.txt"), "utf8")).toContain("Mandatory: 1 finding");
    preflight(["check", STATE, "--format", "json", "--output-file", "out.json"]);
    expect(JSON.parse(readFileSync(path("out.json"), "utf8"))).toMatchObject({ version: 1 });
  });

  it.each([
    [["--format", "json=a.json", "--output-file", "b.txt"], "each format has a file of its own"],
    [["--format", "text", "--format", "json=a.json", "--output-file", "./a.json"], "two formats would go to ./a.json"],
  ])("is wrong with %j", (args, message) => {
    const { code, err } = preflight(["check", STATE, ...args]);
    expect(err).toContain(message);
    expect(code).toBe(2);
    expect(existsSync(path("a.json"))).toBe(false);
  });
});

describe("formats", () => {
  it.each([
    ["concise", /^index\.ts:36:1: mandatory lambda-runtime worker\.runtime: The runtime /],
    ["markdown", /^### preflight: shop\/\w+\n\n\*\*8 findings on 3 resources/],
    ["gitlab", /^\[\n {2}\{\n {4}"description": "worker\.runtime: /],
    ["csv", /^level,severity,rule,.*\r\nmandatory,medium,lambda-runtime,functions,worker,/],
  ])("%s is written", (format, begins) => {
    const { code, out, err } = preflight(["check", STATE, "--format", format]);
    expect(out).toMatch(begins);
    expect([code, err]).toEqual([1, ""]);
  });

  it("github adds the report to the job's summary, where there is a file for it", () => {
    const summary = join(folder, "summary.md");
    writeFileSync(summary, "# Before\n");
    const env = { GITHUB_STEP_SUMMARY: summary };
    expect(preflight(["check", STATE, "--format", "github"], env).out).toMatch(/^::error /);
    expect(readFileSync(summary, "utf8")).toMatch(/^# Before\n### preflight: shop\//);
    preflight(["check", STATE, "--format", "text"], env);
    expect(readFileSync(summary, "utf8").match(/### preflight/g)).toHaveLength(1);
    const gone = { GITHUB_STEP_SUMMARY: join(folder, "gone/summary.md") };
    const { code, err, out } = preflight(["check", STATE, "--format", "github"], gone);
    expect([code, out.startsWith("::error ")]).toEqual([2, true]);
    expect(err).toMatch(/^preflight: the job summary .* cannot be written: its folder does not exist\n$/);
  });
});

describe("targets", () => {
  it("may be several, with one report", () => {
    const { out, code } = preflight(["check", STATE, "other.json", STATE, "--format", "json"]);
    const report = JSON.parse(out) as Read;
    expect(code).toBe(1);
    expect(report.project).toBe("shop, billing");
    expect(report.targets?.map(({ project }) => project)).toEqual(["shop", "billing"]);
    expect(report.findings).toHaveLength(16);
    expect(report.notes.every((note) => /^in (?:shop|billing)\/\w+, /.test(note))).toBe(true);
    const text = preflight(["check", STATE, "other.json"]).out;
    expect(text).toMatch(/^ {2}shop\/\w+: 1 mandatory, 7 advisory\n {2}billing\/\w+: 1 mandatory, 7 advisory$/m);
  });

  it("are all reported where one cannot be read, which exits with 2", () => {
    const { code, out, err } = preflight(["check", STATE, "half.json", "gone.json"]);
    expect(code).toBe(2);
    expect(out).toContain("8 findings on 3 resources");
    expect(err).toMatch(/^preflight: half\.json.*\npreflight: gone\.json does not exist.*\n$/);
    expect(preflight(["check", "half.json", "gone.json"])).toMatchObject({ code: 2, out: "" });
  });

  it("are the folder that one is in where none is named", () => {
    const program = join(folder, "program");
    mkdirSync(program);
    cpSync(join(ROOT, "tests/cli/fixtures/state.json"), join(program, "x.json"));
    writeFileSync(join(program, "Pulumi.yaml"), "name: shop\nruntime: go\n");
    const { out, code } = preflight(["check", "--partial"], {}, program);
    expect(out).toContain("preflight runs Node.js and Python programs, and this one is go");
    expect(code).toBe(0);
    expect(preflight(["project"], {}, program).code).toBe(0);
  });
});

it("has an answer in --help for every question", () => {
  const { out } = preflight(["check", "--help"]);
  for (const option of [
    "--rule",
    "--skip",
    "--category",
    "--severity",
    "--fail-on",
    "--quiet",
    "--summary",
    "--verbose",
    "--no-color",
    "--output-file",
    "[targets...]",
  ]) {
    expect(out).toContain(option);
  }
});

it.each(["check", "project", "init", "contract", "exempt", "rules", "explain", "facts", "answers", "completion"])(
  "keeps the help of %s within 80 columns",
  (command) => {
    const lines = preflight([command, "--help"]).out.split("\n");
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  },
);

describe("--type-check", () => {
  it("checks the types of a program, which are not checked otherwise", () => {
    const program = join(folder, "typed");
    mkdirSync(program);
    symlinkSync(join(ROOT, "node_modules"), join(program, "node_modules"), "dir");
    writeFileSync(join(program, "Pulumi.yaml"), "name: small\nruntime: nodejs\n");
    writeFileSync(join(program, "index.ts"), 'export const count: number = "three";\n');
    expect(preflight(["check", program, "--once", "--quiet"])).toMatchObject({ err: "", code: 0 });
    const { code, err } = preflight(["check", program, "--once", "--quiet", "--type-check"]);
    expect(err).toContain("Type 'string' is not assignable to type 'number'");
    expect(code).toBe(2);
  });
});
