import { isConstraintId } from "../constraints/ids";
import { unpairedBracket } from "./globs";
import { nearest } from "./near";
import type { Problem } from "./problem";
import { isObject, type JsonObject } from "./read";
import { KEY_PATHS, type Contract } from "./schema";
import { show, showPath } from "./show";

const LANGUAGES: Readonly<Record<string, readonly string[]>> = {
  nodejs: ["typescript", "javascript"],
  python: ["python"],
  go: ["go"],
  dotnet: ["csharp"],
  java: ["java"],
  yaml: ["yaml"],
};

const RULE = "rule of this pack";

type Contradiction = Omit<Problem, "place">;

function zones({ availabilityZones: { minimum, exactly } = {} }: Contract): Contradiction | undefined {
  if (minimum === undefined || exactly === undefined || minimum <= exactly) {
    return undefined;
  }
  const path = "availabilityZones.minimum";
  return {
    path,
    message: `${path} is ${show(minimum)}, which is more than availabilityZones.exactly, ${show(exactly)}.`,
  };
}

function databaseEngine({ database: { kind, engine } = {} }: Contract): Contradiction | undefined {
  const isAurora = kind !== "instance";
  if (kind === undefined || engine === undefined || engine.startsWith("aurora-") === isAurora) {
    return undefined;
  }
  const path = "database.engine";
  const fitting = isAurora ? "aurora-mysql or aurora-postgresql" : "an engine such as mysql or postgres";
  return { path, message: `${path} is ${show(engine)}, but database.kind ${kind} takes ${fitting}.` };
}

function projectLanguage({ project: { runtime, language } = {} }: Contract): Contradiction | undefined {
  if (runtime === undefined || language === undefined || LANGUAGES[runtime]?.includes(language)) {
    return undefined;
  }
  const path = "project.language";
  return { path, message: `${path} is ${language}, which project.runtime ${runtime} does not run.` };
}

/** The keys of a valid contract that contradict each other. The messages do not name the source. */
export function contradictions(contract: Contract): Contradiction[] {
  return [zones, databaseEngine, projectLanguage].flatMap((check) => check(contract) ?? []);
}

/** The items of a list in a value of any shape, each with its index. */
function itemsAt(value: JsonObject, key: string): [number, unknown][] {
  const list = value[key];
  return Array.isArray(list) ? [...list.entries()] : [];
}

function unknownWord(place: string, path: string, word: string, kind: string, known: Iterable<string>): Problem {
  const near = nearest(word, known);
  const advice = near === undefined ? "." : `; did you mean ${near}?`;
  return { place, path, message: `${place} sets ${path} to ${show(word)}, which is not a ${kind}${advice}` };
}

/** The rules that exemptions may name. */
export interface RuleNames {
  /** The ids of all rules. */
  known: ReadonlySet<string>;
  /** True for a rule that cannot be exempt. */
  isFixed: (rule: string) => boolean;
}

/**
 * The exemptions of a source that name an unknown rule or one that cannot be exempt, or whose resource is not a pattern.
 * The source is taken as it was given, so that indexes are those in the user's file. `prefix` is the key of the exemptions,
 * if they have one.
 */
export function exemptionProblems(source: JsonObject, place: string, prefix: string[], rules: RuleNames): Problem[] {
  return itemsAt(source, "exemptions").flatMap(([index, item]) => {
    // The schema reports what is missing or has another type.
    const { rule, resource } = isObject(item) ? item : {};
    const at = (key: string): string => showPath([...prefix, index, key]);
    return [
      ...(typeof rule === "string" && rule !== "" ? ruleProblems(place, at("rule"), rule, rules) : []),
      ...(typeof resource === "string" ? globProblems(place, at("resource"), resource) : []),
    ];
  });
}

function ruleProblems(place: string, path: string, rule: string, { known, isFixed }: RuleNames): Problem[] {
  if (!known.has(rule) && !isConstraintId(rule)) {
    return [unknownWord(place, path, rule, RULE, known)];
  }
  const message = `${place} sets ${path} to ${rule}, a rule that cannot be exempt.`;
  return isFixed(rule) ? [{ place, path, message }] : [];
}

function globProblems(place: string, path: string, glob: string): Problem[] {
  const bracket = unpairedBracket(glob);
  const advice = `where ${String(bracket)} has no partner; put a backslash before a bracket that is part of the name.`;
  return bracket === undefined ? [] : [{ place, path, message: `${place} sets ${path} to ${show(glob)}, ${advice}` }];
}

function wordProblems(
  source: JsonObject,
  key: string,
  place: string,
  kind: string,
  known: Iterable<string>,
): Problem[] {
  const words = new Set(known);
  return itemsAt(source, key).flatMap(([index, word]) =>
    typeof word !== "string" || word === "" || words.has(word)
      ? []
      : unknownWord(place, showPath([key, index]), word, kind, words),
  );
}

/** The unknown rules in `notExemptable` of a source, taken as it was given. */
export function fixedRuleProblems(source: JsonObject, place: string, known: ReadonlySet<string>): Problem[] {
  return wordProblems(source, "notExemptable", place, RULE, [...known, "*"]);
}

/** The unknown keys in `allow` of a source, taken as it was given. */
export function openKeyProblems(source: JsonObject, place: string): Problem[] {
  return wordProblems(source, "allow", place, "key of the contract", KEY_PATHS);
}
