import { resolveContract } from "../contract/resolve";
import { rules as allRules } from "../policies";
import type { Rule } from "../policies/rule";
import { checkAll, type Circumstances } from "../policies/run";
import { projectFiles } from "../project/files";
import type { Report, ReportedResource, SourcePosition } from "../report/report";
import type { RecordedStack } from "../stack/recorded";
import { Stack } from "../stack/stack";

/** What is checked: a stack's graph, and what is known of the program that it comes from. */
export interface Target {
  project: string;
  stackName: string;
  /** The configuration in force, as far as it is known. */
  config: Record<string, string>;
  stack: Stack;
  /** The program's folder, where it is known. */
  folder?: string;
  /** What findings without a place are shown at, where that is not the program's Pulumi.yaml. */
  file?: string;
  /** Where resources are made in the program, by URN. */
  sources?: ReadonlyMap<string, SourcePosition>;
  /** One sentence for each part that could not be read, and why. */
  notes?: readonly string[];
}

/** Runs rules on a target. */
export function reportOn(target: Target, day: string, rules: readonly Rule[] = allRules): Report {
  const { project, stackName, stack, file = "Pulumi.yaml", sources, notes = [] } = target;
  const { results, undecided, faults } = checkAll(rules, stack, circumstancesOf(target, day));
  return {
    project,
    stack: stackName,
    day,
    file,
    results,
    undecided,
    faults,
    notes,
    resources: stack.resources.map((resource) => reportedResource(resource, sources)),
    inBaseline: 0,
  };
}

/** Checks what a program in `folder` registered. */
export function checkRecorded(folder: string, recorded: RecordedStack, day: string): Report {
  const { project, stack: stackName, config } = recorded;
  // The engine does not send policies what a program only reads, so that neither is looked at here.
  const stack = Stack.from({ ...recorded, resources: recorded.resources.filter(({ external }) => !external) });
  return reportOn({ project, stackName, config, stack, folder }, day);
}

function reportedResource(
  { urn, type, name, parent, dependencies }: Stack["resources"][number],
  sources: Target["sources"],
): ReportedResource {
  const source = sources?.get(urn);
  return {
    urn,
    type,
    name,
    ...(parent !== undefined && { parent }),
    dependencies: dependencies.map((dependency) => dependency.urn),
    ...(source && { source }),
  };
}

/** What rules are told of a target. */
function circumstancesOf({ project, stackName, config, folder }: Target, day: string): Circumstances {
  const ruleIds = new Set(allRules.map(({ id }) => id));
  const { contract, problems } = resolveContract({ stackConfig: config, stack: stackName, ruleIds });
  const region = process.env["AWS_REGION"] ?? process.env["AWS_DEFAULT_REGION"];
  return {
    contract,
    contractProblems: problems,
    day,
    project: {
      name: project,
      stack: stackName,
      config: new Map(Object.entries(config)),
      deploying: false,
      ...(folder !== undefined && { files: projectFiles(folder) }),
      ...(region && { environmentRegion: region }),
    },
  };
}
