import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkRecorded, reportOn } from "../../cli/check";
import { runProgram, type ComputedFor } from "../../engine/run";
import type { Report } from "../../report/report";
import type { RecordedStack, Wire } from "../../stack/recorded";
import { readTarget } from "../../targets/target";
import { venvPython, withReadBack } from "../kit/examples";
import { madeUp, OUTPUTS_BY_TYPE } from "../kit/made-up";
import { withoutOwnRegion } from "../kit/own-region";
import { exportedState } from "../kit/written";
import remaining from "./remaining.json";
import stackOutputs from "./stack-outputs.json";

// Facts are judged on the day on which the programs were written.
const DAY = "2026-11-22";

jest.setTimeout(300_000);

const FOLDER = join(__dirname, "fixtures");
const PROGRAMS = readdirSync(FOLDER).sort();

/** These three are meant to be exemplary: nothing is said of them. The others have no unit tests, to begin with. */
const EXEMPLARY = ["container-service", "queue-worker", "static-site"];

const folderOf = (program: string): string => join(FOLDER, program);
const settingsOf = (program: string): string => readFileSync(join(folderOf(program), "Pulumi.yaml"), "utf8");
const isPython = (program: string): boolean => /^(?:runtime:| +name:) python$/m.test(settingsOf(program));

/** What a program can be checked as. */
const SHAPES = ["preview", "up", "state"] as const;
type Reports = Readonly<Record<(typeof SHAPES)[number], Report>>;

const outputsOf: Readonly<Record<string, Record<string, Wire>>> = stackOutputs;

function computed(resource: ComputedFor, property: string): Wire | undefined {
  return resource.type === "pulumi:pulumi:StackReference"
    ? outputsOf[resource.name]
    : (madeUp(resource, property) as Wire);
}

async function readState(program: string, recorded: RecordedStack): Promise<Report> {
  const scratch = mkdtempSync(join(tmpdir(), "preflight-state-"));
  try {
    const file = join(scratch, "state.json");
    writeFileSync(file, JSON.stringify(exportedState(recorded)));
    return reportOn(await readTarget(file, { config: {}, folder: folderOf(program) }), DAY);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

async function checkProgram(program: string): Promise<Reports> {
  const folder = folderOf(program);
  const options = venvPython === undefined ? {} : { python: venvPython };
  const [planned, deployed] = await Promise.all([
    runProgram(folder, options),
    runProgram(folder, { ...options, computed, outputsByType: OUTPUTS_BY_TYPE }).then(withReadBack),
  ]);
  return {
    preview: checkRecorded(folder, planned, DAY),
    up: checkRecorded(folder, deployed, DAY),
    state: await readState(program, deployed),
  };
}

const checked = new Map<string, Promise<Reports>>();

/** What is said of a program, which is run once as in a first preview and once as after an update. */
function reportsOn(program: string): Promise<Reports> {
  const reports = checked.get(program) ?? checkProgram(program);
  checked.set(program, reports);
  return reports;
}

/** The advisory findings that a good engineer may well decide against, as `rule resource`. */
function adviceOn(program: string, { project, stack }: Report): string[] {
  const decided: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = remaining;
  const advice = Object.entries(decided[program] ?? {}).flatMap(([rule, names]) =>
    names.map((name) => `${rule} ${name}`),
  );
  return EXEMPLARY.includes(program) ? advice : [...advice, `project-unit-tests ${project}-${stack}`];
}

withoutOwnRegion();

it("is a corpus of thirty programs or more, three of them exemplary and two in Python", () => {
  expect(PROGRAMS.length).toBeGreaterThanOrEqual(30);
  expect(PROGRAMS).toEqual(expect.arrayContaining(EXEMPLARY));
  expect(PROGRAMS).toEqual(expect.arrayContaining(Object.keys(remaining)));
  expect(Object.keys(remaining)).not.toEqual(expect.arrayContaining(EXEMPLARY));
  expect(PROGRAMS.filter(isPython)).toHaveLength(2);
});

/** What is mandatory without a contract is wrong anywhere, so that a program of ordinary good practice has none of it. */
describe.each(PROGRAMS)("%s, which asks for no profile", (program) => {
  const test = isPython(program) && venvPython === undefined ? it.skip : it;

  test.each(SHAPES)("has no mandatory finding (%s)", async (shape) => {
    const { results, faults, resources } = (await reportsOn(program))[shape];
    expect(resources.length).toBeGreaterThan(10);
    expect(settingsOf(program)).not.toContain("preflight:");

    const mandatory = results.filter(({ level }) => level === "mandatory");
    expect(mandatory.map(({ rule, name, message }) => [rule.id, name, message])).toEqual([]);
    expect(faults).toEqual([]);
  });

  test.each(SHAPES)("is advised of nothing but what one may decide against (%s)", async (shape) => {
    const report = (await reportsOn(program))[shape];
    const advice = report.results.map(({ rule, name }) => `${rule.id} ${String(name)}`);
    expect(advice.sort()).toEqual(adviceOn(program, report).sort());
  });
});
