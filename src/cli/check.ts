import type { Framework } from "../aws/frameworks";
import { containerOf } from "../aws/network/container";
import { complianceOf } from "../report/compliance";
import { environmentRegion } from "../aws/region";
import { resolveContract, type CommentedExemptions } from "../contract/resolve";
import { RULE_IDS, rules as allRules } from "../../policies";
import { credentialsIn } from "../../policies/secrets/credentials-hardcoded.credentials";
import { languageOf } from "../rules/language";
import { grouped } from "../graph/stack";
import type { Gap, GapKind } from "../rules/gap";
import { disabledGap, gapsOf, listed, undecidedGap } from "../rules/gaps";
import type { Rule } from "../rules/rule";
import { checkAll, type Result, type RunContext, type Undecided } from "../rules/run";
import { projectFiles, valuesOf } from "../source/files";
import { ignoreCommentsIn } from "../source/ignore-comments";
import type { Report, ReportedResource } from "../report/report";
import type { RecordedStack } from "../graph/recorded";
import { reportedGaps, type PartialOptions } from "./partial";
import { contractSources, levelsUnder, type Settings } from "./settings-for";
import { recordedTarget, type Target } from "./target";

export interface ReportSettings extends PartialOptions {
  /** Those of the settings where it is absent. */
  rules?: readonly Rule[];
  /** What counts beside the target's own configuration. */
  settings?: Settings;
  /** The frameworks that the target has to comply with, besides those of its contract. */
  framework?: readonly Framework[];
}

/** Runs rules on a target. */
export function reportOn(
  target: Target,
  day: string,
  { settings, rules = settings?.rules ?? allRules, framework: frameworks = [], ...partial }: ReportSettings = {},
): Report {
  const { project, stackName, stack, file, sources } = target;
  const chosen = target.isPartial ? rules.map((rule) => ({ ...rule, stack: undefined })) : rules;
  const { context: own, inSource } = runContextOf(target, day, settings);
  const context = requiring(frameworks, own);
  const { results, undecided, crashes } = checkAll(chosen, stack, context, target.madeUp);
  const gaps = reportedGaps(
    [
      ...(target.gaps ?? []),
      ...gapsOf(stack, context.project),
      ...disabledGap(
        rules.filter(({ id }) => context.levels?.get(id) === "disabled"),
        context.contract,
      ),
      ...undecidedGap(countsOf(undecided), context.contract, context.levels),
      ...(target.isPartial ? [] : unusedExemptions(inSource, results, new Set(rules.map(({ id }) => id)))),
    ],
    partial,
  );
  const runtime = context.project.files?.settings?.runtime;
  return {
    project,
    stack: stackName,
    day,
    file,
    credentials: () =>
      stack.resources.flatMap((resource) =>
        credentialsIn(resource, context.project.files).found.map(({ text }) => text),
      ),
    results,
    undecided,
    crashes,
    gaps,
    resources: stack.resources.map((resource) => reportedResource(resource, sources)),
    inBaseline: 0,
    checked: rules.map(({ id }) => id),
    containerOf: (urn) => {
      const resource = stack.get(urn);
      return resource && containerOf(stack, resource)?.urn;
    },
    ...(frameworks.length > 0 && {
      compliance: frameworks.map((name) => complianceOf(name, { stack, rules: chosen, results, undecided, crashes })),
    }),
    hasContract: Object.keys(context.contract).some((key) => !ABOUT_EXEMPTIONS.has(key)),
    ...(runtime !== undefined && { language: languageOf(runtime) }),
    ...(gaps.some(({ kind, fails }) => fails && NOTHING_CHECKED.has(kind)) && { isUnreadable: true }),
  };
}

/** Keys of a contract that require nothing of a stack. */
const ABOUT_EXEMPTIONS: ReadonlySet<string> = new Set(["exemptions", "notExemptable", "exemptInSource"]);

/** A context whose contract names these frameworks too. */
function requiring(frameworks: readonly Framework[], context: RunContext): RunContext {
  const { contract } = context;
  return frameworks.length === 0
    ? context
    : {
        ...context,
        contract: { ...contract, frameworks: [...new Set([...(contract.frameworks ?? []), ...frameworks])] },
      };
}

/** The kinds where nothing of the stack was checked. */
const NOTHING_CHECKED: ReadonlySet<GapKind> = new Set(["unsupported-runtime", "empty-stack"]);

function countsOf(undecided: readonly Undecided[]): Map<Rule, number> {
  return new Map([...grouped(undecided, ({ rule }) => [rule])].map(([rule, { length }]) => [rule, length]));
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

/** The comments in the source that exempt nothing of what was found. */
function unusedExemptions(
  inSource: readonly CommentedExemptions[],
  results: readonly Result[],
  checked: ReadonlySet<string>,
): Gap[] {
  const used = new Set(results.map(({ exemption }) => exemption?.exemption));
  return inSource.flatMap(({ place, exemptions }): Gap[] => {
    const gap = (what: string): Gap => ({ kind: "unused-exemptions", message: `the comment at ${place} ${what}.` });
    if (exemptions.length === 0) {
      return [gap("is not above a resource whose name is written out, so it exempts nothing")];
    }
    const rules = [...new Set(exemptions.map(({ rule }) => rule))].filter(
      (rule) => checked.has(rule) && !exemptions.some((one) => one.rule === rule && used.has(one)),
    );
    return rules.length === 0 ? [] : [gap(`exempts no finding of ${listed(rules)}; remove it`)];
  });
}

/** What surrounds the checks of a target, and the exemptions in its source. */
function runContextOf(
  { project, stackName, config, hasConfiguration = true, folder }: Target,
  day: string,
  settings?: Settings,
): { context: RunContext; inSource: readonly CommentedExemptions[] } {
  const files = folder === undefined ? undefined : projectFiles(folder);
  const { contract, problems, inSource } = resolveContract({
    stackConfig: config,
    project,
    stack: stackName,
    ruleIds: RULE_IDS,
    ...(settings && contractSources(settings)),
    inSource: files && ignoreCommentsIn(files),
  });
  const set = settings && levelsUnder(contract, settings);
  const region = environmentRegion(process.env);
  const context: RunContext = {
    contract,
    contractProblems: [...problems, ...(set?.problems ?? [])],
    ...(set && { levels: set.levels }),
    day,
    listsGaps: true,
    project: {
      name: project,
      stack: stackName,
      config: new Map(Object.entries(config)),
      deploying: false,
      hasConfiguration,
      environment: valuesOf(process.env),
      ...(files && { files }),
      ...(region && { environmentRegion: region }),
    },
  };
  return { context, inSource };
}
