import type { Resource } from "../graph/resource";
import { UNKNOWN } from "../graph/value";
import type { View } from "../graph/view";
import { shown } from "./situation";

/** What AWS accepts of one property. */
export interface Limits {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  /** All values, as far as the table has them: AWS adds new ones at times. */
  readonly values?: readonly string[];
  /** A regular expression for the whole string, which runs in linear time. */
  readonly pattern?: string;
  /** Of a list: what AWS accepts of each string in it. */
  readonly items?: Limits;
}

/** A table of limits for one module of @pulumi/aws: by type and property path. */
interface LimitTable {
  readonly source: string;
  readonly date: string;
  readonly types: Readonly<Record<string, Readonly<Record<string, Limits>>>>;
}

/** The limits of a property, with their id and where they are from. */
export interface DatedLimits {
  readonly id: string;
  readonly path: string;
  readonly limits: Limits;
  readonly source: string;
  readonly date: string;
}

/** A value that AWS does not accept. */
export interface ValueProblem {
  readonly at: View;
  readonly property: string;
  /** What it is, as words that follow its name. */
  readonly state: string;
  /** What AWS accepts instead. */
  readonly accepted: string;
  /** True for a limit that AWS raises at times: a maximum, or a set of values. */
  readonly canGrow: boolean;
  /** True for one of a set, which the table has as far as it goes. */
  readonly isOfSet: boolean;
}

const byType = new Map<string, readonly DatedLimits[]>();
let modules: ReadonlySet<string> | undefined;

/* eslint-disable @typescript-eslint/no-require-imports -- an import would read every table at the start */
function hasTable(module: string): boolean {
  modules ??= new Set((require("../aws/data/constraints/index.json") as { modules: string[] }).modules);
  return modules.has(module);
}

const tableOf = (module: string): LimitTable => require(`../aws/data/constraints/${module}.json`) as LimitTable;
/* eslint-enable @typescript-eslint/no-require-imports */

const kebab = (text: string): string => text.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();

/** The limits of single properties of a type. A module's table is read when the first resource of it comes. */
export function limitsOf(type: string): readonly DatedLimits[] {
  const known = byType.get(type);
  if (known) {
    return known;
  }
  const [, module = "", resource = ""] = /^aws:([^/]+)\/[^:]+:(.+)$/.exec(type) ?? [];
  const table = hasTable(module) ? tableOf(module) : undefined;
  const found = Object.entries(table?.types[type] ?? {}).map(([path, limits]): DatedLimits => ({
    id: `aws.${module}.${kebab(resource)}.value.${kebab(path)}`,
    path,
    limits,
    source: table?.source ?? "",
    date: table?.date ?? "",
  }));
  byType.set(type, found);
  return found;
}

/** The limits with an id such as `aws.lambda.function.value.description`, and their type. */
export function limitsCalled(id: string): (DatedLimits & { readonly type: string }) | undefined {
  const module = /^aws\.([^.]+)\.[^.]+\.value\./.exec(id)?.[1] ?? "";
  return hasTable(module)
    ? Object.keys(tableOf(module).types)
        .flatMap((type) => limitsOf(type).map((one) => ({ ...one, type })))
        .find((one) => one.id === id)
    : undefined;
}

/** What AWS accepts, each limit in a few words. */
export function acceptedWords({ items, values, pattern, ...numbers }: Limits): string[] {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems } = numbers;
  const within = (least: number | undefined, most: number | undefined, unit: string): string[] =>
    least === undefined && most === undefined ? [] : [`${range(least, most)}${unit}`];
  return [
    ...within(minimum, maximum, ""),
    ...within(minLength, maxLength, " characters"),
    ...within(minItems, maxItems, " items"),
    ...(values === undefined ? [] : [`one of ${values.map((one) => `"${one}"`).join(", ")}`]),
    ...(pattern === undefined ? [] : [`what matches /${pattern}/`]),
    ...(items === undefined ? [] : acceptedWords(items).map((words) => `of each item: ${words}`)),
  ];
}

/** The values at a path: elements of lists on the way, each. */
function viewsAt(resource: Resource, keys: readonly string[]): View[] {
  return keys.slice(0, -1).reduce<View[]>(
    (views, key) =>
      views.flatMap((view) => {
        const list = view.at(key).list();
        return list === UNKNOWN ? [] : (list ?? []);
      }),
    [resource],
  );
}

const range = (least: number | undefined, most: number | undefined): string =>
  least === undefined
    ? `at most ${String(most)}`
    : most === undefined
      ? `at least ${String(least)}`
      : `${String(least)} to ${String(most)}`;

/** Zero and -1 are how the provider's arguments switch something off. */
const OFF = [0, -1];

type Problem = Omit<ValueProblem, "at" | "property">;

function outside(
  number: number,
  [least, most]: readonly [number | undefined, number | undefined],
  unit?: "character" | "item",
): Problem | undefined {
  const isTooMuch = most !== undefined && number > most;
  if (!isTooMuch && (least === undefined || number >= least)) {
    return undefined;
  }
  return {
    state: unit === undefined ? `is ${String(number)}` : `has ${String(number)} ${unit}${number === 1 ? "" : "s"}`,
    accepted: range(unit !== undefined && least === 0 ? undefined : least, most),
    canGrow: isTooMuch,
    isOfSet: false,
  };
}

function numberProblem(value: unknown, { minimum, maximum }: Limits): Problem | undefined {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number !== "number" || Number.isNaN(number) || OFF.includes(number)
    ? undefined
    : outside(number, [minimum, maximum]);
}

const same = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, "");

const expressions = new Map<string, RegExp>();

function expressionOf(pattern: string): RegExp {
  const known = expressions.get(pattern) ?? new RegExp(pattern, /\\[pP]\{/.test(pattern) ? "u" : "");
  expressions.set(pattern, known);
  return known;
}

/** Longer strings are not matched: no property with a pattern holds them. */
const LONGEST = 4096;

function patternProblem(value: string, pattern: string): Problem | undefined {
  return value.length > LONGEST || expressionOf(pattern).test(value)
    ? undefined
    : { state: `is ${shown(value)}`, accepted: `what matches /${pattern}/`, canGrow: false, isOfSet: false };
}

function textProblem(value: unknown, { minLength, maxLength, values, pattern }: Limits): Problem | undefined {
  if (typeof value !== "string" || value === "") {
    return undefined;
  }
  if (values !== undefined) {
    // The provider corrects the case of some values.
    return values.some((one) => same(one) === same(value))
      ? undefined
      : {
          state: `is ${shown(value)}`,
          accepted: values.map((one) => `"${one}"`).join(", "),
          canGrow: true,
          isOfSet: true,
        };
  }
  return (
    outside(value.length, [minLength, maxLength], "character") ??
    (pattern === undefined ? undefined : patternProblem(value, pattern))
  );
}

function listProblem(value: unknown, { minItems, maxItems }: Limits): Problem | undefined {
  return Array.isArray(value) && value.length > 0 ? outside(value.length, [minItems, maxItems], "item") : undefined;
}

/** The first string in a list that AWS does not accept. */
function itemProblem(value: unknown, items: Limits): Problem | undefined {
  const [problem] = (Array.isArray(value) ? value : []).flatMap((item) => textProblem(item, items) ?? []);
  return problem && { ...problem, state: problem.state.replace(/^is /, "has ") };
}

function problemOf(value: unknown, limits: Limits): Problem | undefined {
  if (limits.items) {
    return listProblem(value, limits) ?? itemProblem(value, limits.items);
  }
  if (limits.minimum !== undefined || limits.maximum !== undefined) {
    return numberProblem(value, limits);
  }
  return limits.minItems !== undefined || limits.maxItems !== undefined
    ? listProblem(value, limits)
    : textProblem(value, limits);
}

/** The values of a property that AWS does not accept. */
export function valueProblems(resource: Resource, { path, limits }: DatedLimits): ValueProblem[] {
  const keys = path.split(".");
  const property = keys.at(-1) ?? "";
  return viewsAt(resource, keys).flatMap((at) => {
    const problem = problemOf(at.find(property)?.value, limits);
    return problem ? [{ at, property, ...problem }] : [];
  });
}
