import { allOf, anyOf, not, type Certainty } from "../graph/certainty";
import { beginsAtFirst, contains, overlaps, parseBlock, type Block } from "../graph/cidr";
import type { Resource } from "../graph/resource";
import { UNKNOWN, type Unknown, type Value } from "../graph/value";
import type { Read, View } from "../graph/view";
import {
  alternatives,
  groupOf,
  isList,
  type Bound,
  type Conditions,
  type Constraint,
  type GroupKind,
  type Literal,
  type Test,
} from "./form";

/** Where conditions are evaluated: the resource, or an element of a list in it. */
export interface Scope {
  readonly view: View;
  /** What contains the list, which an element of it is compared with: `../hashKey`. */
  readonly outer?: View;
  readonly defaults: NonNullable<Constraint["defaults"]>;
  /** The resources that properties name, by the paths of these: see `refers`. */
  readonly referred?: ReadonlyMap<string, Resource>;
}

/** A condition that is about what is not there is not fulfilled; a requirement is not violated. */
type Sense = "condition" | "requirement";

/** What is negated in a requirement is a condition of its violation, and the other way round. */
const opposite = (sense: Sense): Sense => (sense === "requirement" ? "condition" : "requirement");

/** Longer strings are not matched: no property with a pattern holds them. */
const LONGEST = 4096;

/** A path without the part that names its beginning. */
export const withoutPrefix = (path: string): string => path.replace(/^(?:\/|\.\.\/)/, "");

/** A path as it is followed: where it begins, the keys on the way, and the last one. */
interface Steps {
  /** The path of the property that names another resource, which the keys lead through: `listenerArn` of `listenerArn->port`. */
  readonly reference: string | undefined;
  readonly prefix: string | undefined;
  readonly way: readonly string[];
  readonly last: string;
}

const stepsByPath = new Map<string, Steps>();

/** The paths of constraints are few, and followed for every resource. */
function stepsOf(path: string): Steps {
  let steps = stepsByPath.get(path);
  if (steps === undefined) {
    const [, reference, prefix, rest = ""] = /^(?:(.*)->)?(\/|\.\.\/)?(.*)$/.exec(path) ?? [];
    const way = rest.split(".");
    steps = { reference, prefix, last: way.pop() ?? "", way };
    stepsByPath.set(path, steps);
  }
  return steps;
}

/** The resource that a path leads to, and the path in it: `port` of `listenerArn->port`. */
export function throughReference({ referred }: Scope, path: string): { resource: Resource; rest: string } | undefined {
  const { reference, way, last } = stepsOf(path);
  const resource = reference === undefined ? undefined : referred?.get(reference);
  return resource && { resource, rest: [...way, last].join(".") };
}

/** The value at a path from where the constraint is; JSON on the way is read. */
export function viewAt({ view, outer = view, referred }: Scope, path: string): View {
  const { reference, prefix, way, last } = stepsOf(path);
  const other = reference === undefined ? undefined : referred?.get(reference);
  const start = other ?? (prefix === "/" ? view.resource : prefix === undefined ? view : outer);
  const found = way.reduce((inner, key) => inner.json(key), start).at(last);
  return other ? settled(found) : found;
}

/** A property of another resource; unknown where what the program sets may not be what AWS has. */
function settled(view: View): View {
  const { resource } = view;
  const isIgnored = resource.ignoreChanges.some((path) => path === "*" || path.split(/[.[]/, 1)[0] === view.property);
  return (resource.exists === true && view.isAbsent) || (resource.exists !== false && isIgnored)
    ? view.unknown()
    : view;
}

/** True for what AWS takes as not set: the provider does not send empty strings and lists. */
const isEmpty = (value: Read<Value>): boolean =>
  value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

function valueOf(scope: Scope, path: string): Read<Value> {
  const { value } = viewAt(scope, path);
  return isEmpty(value) ? defaultOf(scope, path) : value;
}

/** What AWS uses where a property is not set. */
export const defaultOf = ({ defaults }: Scope, path: string): Literal | undefined =>
  Object.hasOwn(defaults, path) ? defaults[path] : undefined;

/** True for a property that is not set and has no default. */
export const isNotSet = (scope: Scope, path: string): boolean => valueOf(scope, path) === undefined;

function numberOf(value: Value | undefined): number | Unknown {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && !Number.isNaN(number) ? number : UNKNOWN;
}

function stringOf(value: Value | undefined): string | Unknown {
  return typeof value === "string"
    ? value
    : typeof value === "number" || typeof value === "boolean"
      ? String(value)
      : UNKNOWN;
}

function booleanOf(value: Value | undefined): boolean | Unknown {
  return typeof value === "boolean" ? value : value === "true" ? true : value === "false" ? false : UNKNOWN;
}

function isEqual(value: Value | undefined, literal: Literal): Certainty {
  const own =
    typeof literal === "number" ? numberOf(value) : typeof literal === "boolean" ? booleanOf(value) : stringOf(value);
  return own === UNKNOWN ? UNKNOWN : own === literal;
}

/** Whether a value that is not known yet will be there: one that another resource computes will. */
const willBeThere = ({ resource, property }: View): Certainty => (resource.isComputed(property) ? true : UNKNOWN);

function isPresent(scope: Scope, path: string, sense: Sense): Certainty {
  const view = viewAt(scope, path);
  if (view.isUnknown) {
    return sense === "requirement" ? true : willBeThere(view);
  }
  return !isEmpty(view.value);
}

function isAbsent(scope: Scope, path: string): Certainty {
  const view = viewAt(scope, path);
  return view.isUnknown ? not(willBeThere(view)) : isEmpty(view.value);
}

function compare(value: Value | undefined, bound: Bound, { scope, sense }: Place, holds: Comparison): Certainty {
  const number = numberOf(value);
  if (typeof bound === "number") {
    return number === UNKNOWN ? UNKNOWN : holds(number, bound);
  }
  const other = valueOf(scope, bound.property);
  if (other === undefined) {
    return sense === "requirement";
  }
  const limit = numberOf(other === UNKNOWN ? undefined : other);
  return number === UNKNOWN || limit === UNKNOWN
    ? UNKNOWN
    : holds(number, limit * (bound.times ?? 1) + (bound.plus ?? 0));
}

type Comparison = (value: number, bound: number) => boolean;

/** Where a test is evaluated, and as what. */
interface Place {
  readonly scope: Scope;
  readonly path: string;
  readonly sense: Sense;
}

function about(value: Value | undefined, holds: (text: string) => Certainty): Certainty {
  const text = stringOf(value);
  return text === UNKNOWN ? UNKNOWN : holds(text);
}

/** The elements of a list, each as a scope of its own. */
function elementsAt({ scope, path }: Place): Scope[] | Unknown {
  const view = viewAt(scope, path);
  const list = (typeof view.value === "string" ? view.json() : view).list();
  return list === UNKNOWN ? UNKNOWN : (list ?? []).map((element) => ({ ...scope, view: element, outer: scope.view }));
}

function aboutElements(place: Place, holds: (elements: Scope[]) => Certainty): Certainty {
  const elements = elementsAt(place);
  return elements === UNKNOWN ? UNKNOWN : holds(elements);
}

/** What is true of the entries of a map; a map that is not known yet decides nothing. */
function aboutEntries({ scope, path }: Place, holds: (entries: [string, View][]) => Certainty): Certainty {
  const entries = viewAt(scope, path).entries();
  return entries === UNKNOWN ? UNKNOWN : holds(entries ?? []);
}

/** Whether no two values are equal; unknown ones may be. */
function areDifferent(values: readonly Read<Value>[]): Certainty {
  const known = values
    .filter((value) => value !== undefined && value !== UNKNOWN)
    .map((value) => JSON.stringify(value));
  return new Set(known).size < known.length ? false : values.includes(UNKNOWN) ? UNKNOWN : true;
}

const elementTest = (element: Scope, test: Test, sense: Sense): Certainty =>
  testValue(test, element.view.value, { scope: element, path: "", sense });

function besides(
  value: Value | undefined,
  other: string,
  { scope, sense }: Place,
  holds: (left: string, right: string) => Certainty,
): Certainty {
  const expected = valueOf(scope, other);
  if (expected === undefined) {
    return sense === "requirement";
  }
  const left = stringOf(value);
  const right = stringOf(expected === UNKNOWN ? undefined : expected);
  return left === UNKNOWN || right === UNKNOWN ? UNKNOWN : holds(left, right);
}

const isSubdomain = (domain: string, address: string): boolean =>
  domain.toLowerCase().endsWith(`.${address.toLowerCase().replace(/^.*@/, "")}`);

const isVersionOf = (version: string, major: string): boolean => version === major || version.startsWith(`${major}.`);

/** What is true of two CIDR blocks; what is not written as one decides nothing. */
function blocks(left: string, right: string, holds: (left: Block, right: Block) => boolean): Certainty {
  const [own, other] = [parseBlock(left), parseBlock(right)];
  return own && other ? holds(own, other) : UNKNOWN;
}

/** AWS keeps the first four addresses of a subnet and the last one. */
const isHost = (address: Block, { family, first, last }: Block): boolean =>
  contains({ family, first: first + 4n, last: last - 1n }, address);

const asBlock = (address: string): string => (address.includes("/") ? address : `${address}/32`);

/** Whether a time is later than another; what is not written as a time decides nothing. */
function isLater(time: string, other: string): Certainty {
  const difference = Date.parse(time) - Date.parse(other);
  return Number.isNaN(difference) ? UNKNOWN : difference > 0;
}

type Part = Exclude<Test, Literal | readonly Literal[]>;

/** One function for each key of a test; the value is known or unknown, and never absent. */
const PARTS: {
  readonly [Key in keyof Part]-?: (part: NonNullable<Part[Key]>, value: Value | undefined, place: Place) => Certainty;
} = {
  present: (present, _value, { scope, path, sense }) =>
    present ? isPresent(scope, path, sense) : isAbsent(scope, path),
  not: (test, value, place) => not(testValue(test, value, { ...place, sense: opposite(place.sense) })),
  anyOf: (tests, value, place) => anyOf(tests.map((test) => testValue(test, value, place))),
  kind: (kind, value) =>
    value === undefined ? UNKNOWN : kind === "list" ? Array.isArray(value) : typeof value === "string",
  min: (bound, value, place) => compare(value, bound, place, (own, other) => own >= other),
  max: (bound, value, place) => compare(value, bound, place, (own, other) => own <= other),
  above: (bound, value, place) => compare(value, bound, place, (own, other) => own > other),
  below: (bound, value, place) => compare(value, bound, place, (own, other) => own < other),
  multipleOf: (step, value, place) => compare(value, step, place, (own, other) => own % other === 0),
  minLength: (least, value) => about(value, ({ length }) => length >= least),
  maxLength: (most, value) => about(value, ({ length }) => length <= most),
  startsWith: (start, value) => about(value, (text) => text.startsWith(start)),
  endsWith: (end, value) => about(value, (text) => text.endsWith(end)),
  matches: (pattern, value) => about(value, (text) => (text.length > LONGEST ? UNKNOWN : pattern.test(text))),
  after: (other, value, place) => besides(value, other, place, isLater),
  sameAs: (other, value, place) => besides(value, other, place, (left, right) => left === right),
  subdomainOf: (other, value, place) => besides(value, other, place, isSubdomain),
  sameResourceAs: (other, _value, { scope: { referred }, path }) => referred?.get(path) === referred?.get(other),
  versionOf: (other, value, place) => besides(value, other, place, isVersionOf),
  overlaps: (other, value, place) => besides(value, other, place, (left, right) => blocks(left, right, overlaps)),
  firstAddress: (_expected, value) => about(value, (text) => beginsAtFirst(text) ?? UNKNOWN),
  hostOf: (other, value, place) => besides(value, other, place, (left, right) => blocks(asBlock(left), right, isHost)),
  minItems: (least, _value, place) =>
    aboutElements(place, ({ length }) => compare(length, least, place, (own, other) => own >= other)),
  maxItems: (most, _value, place) =>
    aboutElements(place, ({ length }) => compare(length, most, place, (own, other) => own <= other)),
  unique: (expected, _value, place) =>
    aboutElements(place, (elements) => !expected || areDifferent(elements.map(({ view }) => view.value))),
  uniqueBy: (key, _value, place) =>
    aboutElements(place, (elements) => areDifferent(elements.map((element) => valueOf(element, key)))),
  contains: (test, _value, place) =>
    aboutElements(place, (elements) => anyOf(elements.map((element) => elementTest(element, test, place.sense)))),
  every: (test, _value, place) =>
    aboutElements(place, (elements) => allOf(elements.map((element) => elementTest(element, test, place.sense)))),
  everyKey: (test, _value, place) =>
    aboutEntries(place, (entries) => allOf(entries.map(([key]) => testValue(test, key, place)))),
  everyValue: (test, _value, place) =>
    aboutEntries(place, (entries) =>
      allOf(entries.map(([, view]) => elementTest({ ...place.scope, view }, test, place.sense))),
    ),
  some: (conditions, _value, place) =>
    aboutElements(place, (elements) => anyOf(elements.map((element) => areTrue(conditions, element)))),
  none: (conditions, _value, place) =>
    aboutElements(place, (elements) => not(anyOf(elements.map((element) => areTrue(conditions, element))))),
};

/** Whether a test is true of a value that is there. */
function testValue(test: Test, value: Read<Value>, place: Place): Certainty {
  const own = value === UNKNOWN ? undefined : value;
  if (typeof test !== "object") {
    return isEqual(own, test);
  }
  if (isList<Literal>(test as Literal | readonly Literal[])) {
    return anyOf((test as readonly Literal[]).map((literal) => isEqual(own, literal)));
  }
  const keys = Object.keys(test) as (keyof Part)[];
  return allOf(
    keys.map((key) =>
      (PARTS[key] as (part: unknown, value: Value | undefined, place: Place) => Certainty)(
        (test as Part)[key],
        own,
        place,
      ),
    ),
  );
}

/** Whether a test is true of a property, which may be absent. */
function testProperty(test: Test, place: Place): Certainty {
  const { scope, path, sense } = place;
  const value = valueOf(scope, path);
  if (value !== undefined) {
    return testValue(test, value, place);
  }
  const part = test as Part;
  if (part.present !== true && part.anyOf) {
    return anyOf(part.anyOf.map((one) => testProperty(one, place)));
  }
  return part.present === undefined ? sense === "requirement" : !part.present;
}

function areTrue(conditions: Conditions, scope: Scope): Certainty {
  let all: Certainty = true;
  for (const path in conditions) {
    const test = conditions[path];
    const one = test === undefined || testProperty(test, { scope, path, sense: "condition" });
    if (one === false) {
      return false;
    }
    all = one === UNKNOWN ? UNKNOWN : all;
  }
  return all;
}

/** Whether the conditions under which a constraint applies are true; without conditions they are. */
export function applies(conditions: Constraint["when"], scope: Scope): Certainty {
  return conditions === undefined || anyOf(alternatives(conditions).map((one) => areTrue(one, scope)));
}

const GROUPS: Readonly<Record<GroupKind, (least: number, most: number, all: number) => Certainty>> = {
  exactlyOne: (least, most) => (least > 1 || most < 1 ? false : least === most ? true : UNKNOWN),
  atLeastOne: (least, most) => (most < 1 ? false : least > 0 ? true : UNKNOWN),
  atMostOne: (least, most) => (least > 1 ? false : most <= 1 ? true : UNKNOWN),
  allOrNone: (least, most, all) => (most === 0 || least === all ? true : least > 0 && most < all ? false : UNKNOWN),
};

/** Whether a requirement is met, and the property that decides it. */
export interface Verdict {
  readonly holds: Certainty;
  readonly path: string;
}

/** Whether as many properties of a group are set as is required. */
function groupVerdict(kind: GroupKind, properties: readonly string[], scope: Scope): Verdict {
  const present = properties.map((path) => [path, isPresent(scope, path, "condition")] as const);
  const least = present.filter(([, certainty]) => certainty === true).length;
  const most = present.filter(([, certainty]) => certainty !== false).length;
  const set = present.filter(([path]) => viewAt(scope, path).value !== undefined).map(([path]) => path);
  const decisive =
    kind === "allOrNone"
      ? properties.find((path) => !set.includes(path))
      : set.find((path) => !viewAt(scope, path).isUnknown);
  return { holds: GROUPS[kind](least, most, properties.length), path: decisive ?? set[0] ?? properties[0] ?? "" };
}

/** Whether all conditions are met, and the first one that is not. */
function conditionsVerdict(conditions: Conditions, scope: Scope): Verdict {
  const verdicts = Object.entries(conditions).map(([path, test]): Verdict => ({
    path,
    holds: testProperty(test, { scope, path, sense: "requirement" }),
  }));
  const holds = allOf(verdicts.map((verdict) => verdict.holds));
  return { holds, path: verdicts.find((verdict) => verdict.holds === holds)?.path ?? "" };
}

/** Whether what a constraint requires is met. */
export function isMet(require: Constraint["require"], scope: Scope): Verdict {
  const group = groupOf(require);
  if (group) {
    return groupVerdict(group.kind, group.properties, scope);
  }
  const verdicts = alternatives(require as Conditions | readonly Conditions[]).map((one) =>
    conditionsVerdict(one, scope),
  );
  const holds = anyOf(verdicts.map((verdict) => verdict.holds));
  const decisive = verdicts.find((verdict) => verdict.holds === holds && !viewAt(scope, verdict.path).isAbsent);
  return { holds, path: decisive?.path ?? verdicts.find((verdict) => verdict.holds === holds)?.path ?? "" };
}

/** An element of a list, and what contains the list. */
export interface Element {
  readonly view: View;
  readonly outer: View;
}

/** The elements that a constraint is about, and the lists on the way that are not known yet. */
export function elementsOf(resource: View, each: string): { elements: Element[]; unknown: View[] } {
  const unknown: View[] = [];
  const elements = each.split(".").reduce<Element[]>(
    (views, key) =>
      views.flatMap(({ view }) => {
        const list = view.json(key).list();
        if (list === UNKNOWN) {
          unknown.push(view.at(key));
          return [];
        }
        return (list ?? []).map((element) => ({ view: element, outer: view }));
      }),
    [{ view: resource, outer: resource }],
  );
  return { elements, unknown };
}
