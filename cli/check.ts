import { resolveContract } from "../contract/resolve";
import { RULE_IDS, rules as allRules } from "../policies";
import type { Rule } from "../policies/rule";
import { checkAll, type Circumstances } from "../policies/run";
import { projectFiles } from "../project/files";
import type { Report, ReportedResource } from "../report/report";
import type { RecordedStack } from "../stack/recorded";
import { recordedTarget, type Target } from "../targets/target";

/** Runs rules on a target. */
export function reportOn(target: Target, day: string, rules: readonly Rule[] = allRules): Report {
  const { project, stackName, stack, file, sources, notes = [] } = target;
  const chosen = target.isPartial ? rules.map((rule) => ({ ...rule, stack: undefined })) : rules;
  const { results, undecided, faults } = checkAll(chosen, stack, circumstancesOf(target, day));
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
    ...(target.isUnread && { isUnread: true }),
  };
}

/** Checks what a program in `folder` registered. */
export function checkRecorded(folder: string, recorded: RecordedStack, day: string): Report {
  return reportOn(recordedTarget(folder, recorded), day);
}

function reportedResource(
  { urn, type, name, parent, dependencies }: Target["stack"]["resources"][number],
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
  const { contract, problems } = resolveContract({ stackConfig: config, stack: stackName, ruleIds: RULE_IDS });
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
