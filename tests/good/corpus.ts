import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkRecorded, reportOn } from "../../src/cli/check";
import { readTarget, recordedTarget, type Target } from "../../src/cli/target";
import { withLikelyValues } from "../../src/cli/two-runs";
import { resolveContract } from "../../src/contract/resolve";
import { runProgram, type ComputedFor } from "../../src/engine/run";
import { STACK_REFERENCE_TYPE } from "../../src/graph/answers";
import type { RecordedResource, RecordedStack, Wire } from "../../src/graph/recorded";
import { Stack } from "../../src/graph/stack";
import type { EngineResource } from "../../src/input/resources";
import { RULE_IDS, rules } from "../../policies";
import type { Report } from "../../src/report/report";
import { checkAll, type Result, type RunContext } from "../../src/rules/run";
import { projectFiles } from "../../src/source/files";
import { venvPython, withReadBack } from "../kit/examples";
import { madeUp, OUTPUTS_BY_TYPE } from "../kit/made-up";
import { recordingOf } from "../kit/recordings";
import { exportedState } from "../kit/written";
import stackOutputs from "./stack-outputs.json";

/** Facts are those of the day on which the programs were written. */
export const DAY = "2026-11-22";

const FOLDER = join(__dirname, "fixtures");

/** The names of the programs. */
export const PROGRAMS: readonly string[] = readdirSync(FOLDER).sort();

export const folderOf = (program: string): string => join(FOLDER, program);
export const settingsOf = (program: string): string => readFileSync(join(folderOf(program), "Pulumi.yaml"), "utf8");
export const isPython = (program: string): boolean => /^(?:runtime:| +name:) python$/m.test(settingsOf(program));

/** A program whose packages are not installed here is a file that Pulumi wrote of its stack. */
const FILES = ["state.json", "preview.json"];

/** The file that stands for a program; absent for a program that runs. */
export const fileOf = (program: string): string | undefined =>
  FILES.map((file) => join(folderOf(program), file)).find((file) => existsSync(file));

/** What a program that runs is checked as. */
export const SHAPES = ["preview", "check", "up", "state"] as const;

export const shapesOf = (program: string): readonly string[] => (fileOf(program) === undefined ? SHAPES : ["file"]);

/** What is known of a program. */
export interface Checked {
  /** By shape. */
  reports: Readonly<Record<string, Report>>;
  /** The findings on each resource where the operation has no other target. */
  targeted: { target: string; results: readonly Result[]; crashes: readonly string[] }[];
}

const outputsOf: Readonly<Record<string, Record<string, Wire>>> = stackOutputs;

function computed(resource: ComputedFor, property: string): Wire | undefined {
  return resource.type === STACK_REFERENCE_TYPE ? outputsOf[resource.name] : (madeUp(resource, property) as Wire);
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

/**
 * Checks resources as the only target of an operation: the engine sends the others without inputs. Where a program is
 * checked as new and as deployed, these are every second resource, and the others.
 */
function checkTargeted(
  target: Target,
  resources: readonly RecordedResource[],
  { isNew, part }: { isNew: boolean; part?: 0 | 1 },
): Checked["targeted"] {
  const { project, stackName, config, folder } = target;
  const { contract, problems } = resolveContract({ stackConfig: config, stack: stackName, ruleIds: RULE_IDS });
  const context: RunContext = {
    contract,
    contractProblems: problems,
    day: DAY,
    project: {
      name: project,
      stack: stackName,
      config: new Map(Object.entries(config)),
      deploying: false,
      hasConfiguration: true,
      ...(folder !== undefined && { files: projectFiles(folder) }),
    },
  };
  const skipped = resources.map((resource) =>
    resource.custom && !resource.type.startsWith("pulumi:")
      ? { ...resource, ...(isNew ? { skipped: true, inputs: {}, outputs: {} } : { external: true }) }
      : resource,
  );
  return resources.flatMap((resource, index) => {
    const { urn, custom, type } = resource;
    if (!custom || type.startsWith("pulumi:") || (part !== undefined && index % 2 !== part)) {
      return [];
    }
    const shown = skipped.with(index, resource);
    const stack = Stack.from({ project, stack: stackName, organization: "", config, resources: shown });
    const { results, crashes } = checkAll(rules, stack, context);
    return [{ target: urn, results, crashes }];
  });
}

/** What a file holds, as the local engine would have recorded it. */
function recordedIn(resources: readonly EngineResource[]): RecordedResource[] {
  return resources
    .filter(({ external }) => external !== true)
    .map((resource) => ({
      name: resource.urn.split("::").slice(3).join("::"),
      custom: resource.custom === true,
      ...resource,
      inputs: resource.inputs ?? {},
      outputs: resource.outputs ?? {},
      dependencies: resource.dependencies ?? [],
      propertyDependencies: (resource.propertyDependencies ?? {}) as Record<string, string[]>,
      source: undefined,
    })) as unknown as RecordedResource[];
}

async function checkFile(program: string, file: string): Promise<Checked> {
  const target = await readTarget(file, { config: {}, folder: folderOf(program) });
  const { deployment, steps = [] } = JSON.parse(readFileSync(file, "utf8")) as {
    deployment?: { resources: EngineResource[] };
    steps?: { newState?: EngineResource }[];
  };
  // What the file's own operation skipped has no arguments in it, and cannot be a target of another one.
  const planned = steps.flatMap(({ newState }) => (newState?.inputs === undefined ? [] : [newState]));
  const resources = deployment?.resources ?? planned;
  return {
    reports: { file: reportOn(target, DAY) },
    targeted: checkTargeted(target, recordedIn(resources), { isNew: deployment === undefined }),
  };
}

/** What a second run registers is not there before the deployment; after it, it is. */
const afterUpdate = (recorded: RecordedStack): RecordedStack => ({
  ...recorded,
  resources: recorded.resources.map((resource) => ({ ...resource, exists: undefined })),
});

async function checkProgram(program: string): Promise<Checked> {
  const file = fileOf(program);
  if (file !== undefined) {
    return checkFile(program, file);
  }
  const folder = folderOf(program);
  const python = venvPython === undefined ? {} : { python: venvPython };
  const [planned, likely] = await Promise.all([recordingOf(folder, "preview"), withLikelyValues(folder, python)]);
  // Only what other stacks give has to come from here: likely values serve for the rest.
  const readsOthers = planned.resources.some(({ type }) => type === STACK_REFERENCE_TYPE);
  const deployed = withReadBack(
    readsOthers
      ? await runProgram(folder, { ...python, computed, outputsByType: OUTPUTS_BY_TYPE })
      : afterUpdate(likely),
  );
  const managed = ({ resources }: RecordedStack): RecordedResource[] => resources.filter(({ external }) => !external);
  return {
    reports: {
      preview: checkRecorded(folder, planned, DAY),
      check: reportOn(recordedTarget(folder, planned, likely), DAY),
      up: checkRecorded(folder, deployed, DAY),
      state: await readState(program, deployed),
    },
    targeted: [
      ...checkTargeted(recordedTarget(folder, planned), managed(planned), { isNew: true, part: 0 }),
      ...checkTargeted(recordedTarget(folder, deployed), managed(deployed), { isNew: false, part: 1 }),
    ],
  };
}

const checked = new Map<string, Promise<Checked>>();

/** The findings on a program, which is run once as in a first preview and once as after an update. */
export function check(program: string): Promise<Checked> {
  const found = checked.get(program) ?? checkProgram(program);
  checked.set(program, found);
  return found;
}
