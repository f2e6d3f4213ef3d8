import { resolveContract } from "../../src/contract/resolve";
import { RULE_IDS, rules } from "../../policies";
import type { Level } from "../../src/rules/rule";
import { checkAll } from "../../src/rules/run";
import type { RecordedStack } from "../../src/graph/recorded";
import type { Target } from "../../src/cli/target";
import { recordedTarget } from "../../src/cli/target";
import type { Program } from "./programs";
import { filesOf } from "./read-once";

/** The day on which the examples were written. */
export const DAY = "2026-11-22";

/** A finding as far as two runs can be compared. */
export interface Found {
  rule: string;
  level: Level;
  /** Absent for a finding on no resource. */
  urn: string | undefined;
  path: string;
  message: string;
}

/** A check that could not be decided. */
export interface Undecided {
  rule: string;
  urn: string;
  path: string;
  /** The logical names of what it waits for. */
  from: readonly string[];
}

/** All that the rules say of a stack. */
export interface Findings {
  found: Found[];
  undecided: Undecided[];
}

/** The findings on a target of `preflight check`, with the sources of a program. Fails where a rule fails inside. */
export function findingsOn(target: Omit<Target, "file">, { folder }: Pick<Program, "folder">): Findings {
  const { project, stackName, config, stack, isPartial } = target;
  const { contract, problems } = resolveContract({ stackConfig: config, stack: stackName, ruleIds: RULE_IDS });
  const { results, undecided, crashes } = checkAll(
    isPartial ? rules.map((rule) => ({ ...rule, stack: undefined })) : rules,
    stack,
    {
      contract,
      contractProblems: problems,
      day: DAY,
      project: {
        name: project,
        stack: stackName,
        config: new Map(Object.entries(config)),
        deploying: false,
        hasConfiguration: true,
        files: filesOf(folder),
      },
    },
  );
  if (crashes.length > 0) {
    throw new Error(crashes.join("\n"));
  }
  return {
    found: results.flatMap(({ rule, level, urn, path, message, alsoAt = [] }) =>
      // One finding at several locations is compared as one for each, without the sentence that names the others.
      [{ urn, path }, ...alsoAt].map((at) => ({
        rule: rule.id,
        level,
        urn: at.urn,
        path: at.path,
        message: alsoAt.length === 0 ? message : message.replace(/ The same applies to .*\.(?= \(exempted|$)/s, ""),
      })),
    ),
    undecided: undecided.map(({ rule, urn, path, from }) => ({ rule: rule.id, urn, path, from })),
  };
}

/** The findings on what a program has registered, changed or not. */
export function findingsOf(program: Program, recorded: RecordedStack): Findings {
  return findingsOn(recordedTarget(program.folder, recorded), program);
}

/** The findings with their URNs and texts turned into others, to compare a changed stack with the one it was made from. */
export function mapFindings(
  { found, undecided }: Findings,
  urnOf: (urn: string) => string,
  textOf: (text: string) => string = (text) => text,
): Findings {
  return {
    found: found.map((one) => ({
      ...one,
      urn: one.urn === undefined ? undefined : urnOf(one.urn),
      message: textOf(one.message),
    })),
    undecided: undecided.map((one) => ({ ...one, urn: urnOf(one.urn), from: one.from.map(textOf) })),
  };
}

/** The findings without the texts in which names stand. */
export function withoutTexts({ found, undecided }: Findings): Findings {
  return {
    found: found.map((one) => ({ ...one, message: "" })),
    undecided: undecided.map((one) => ({ ...one, from: [] })),
  };
}

function lines({ found, undecided }: Findings): string[] {
  return [
    ...found.map(({ rule, level, urn = "", path, message }) => `${level} ${rule} ${urn} ${path}: ${message}`),
    ...undecided.map(({ rule, urn, path, from }) => `undecided ${rule} ${urn} ${path} ${[...from].sort().join()}`),
  ].sort();
}

/** What the second has and the first has not, each as often as it is there more often. */
function more(first: readonly string[], second: readonly string[]): string[] {
  const left = new Map<string, number>();
  first.forEach((line) => left.set(line, (left.get(line) ?? 0) + 1));
  return second.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

/** One line for each finding and undecided check that only one of two runs has. */
export function differences(before: Findings, after: Findings): { lost: string[]; gained: string[] } {
  return { lost: more(lines(after), lines(before)), gained: more(lines(before), lines(after)) };
}

/** The `differences` of two equal runs. */
export const NONE = { lost: [], gained: [] };
