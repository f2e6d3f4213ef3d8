import type { Resource, ResourceFacts } from "../../graph/resource";
import { Stack } from "../../graph/stack";
import { PARTLY_KNOWN, UNKNOWN, type Value } from "../../graph/value";
import type { View } from "../../graph/view";
import { NATIVE_TYPES, type NativePart, type NativeType } from "./types";

/** A resource of aws-native as one of @pulumi/aws, in a graph of its own with its parts. */
export interface NativeView {
  resource: Resource;
  stack: Stack;
  mapping: NativeType;
}

type Properties = Record<string, Value>;

/** The mapping of a resource in the graph of a view: that of the resource itself, or of one of its parts. */
export const mappingOf = ({ mapping, stack }: NativeView, urn: string): Pick<NativeType, "properties"> =>
  mapping.parts?.find(({ type }) => type === stack.get(urn)?.type) ?? mapping;

const EACH = "[]";

/** An object without any known property yet. */
const partly = (): Properties => Object.defineProperty({}, PARTLY_KNOWN, { value: true });

/** True for a type of aws-native that shows as one of @pulumi/aws. */
export const hasNativeView = (type: string): boolean => Object.hasOwn(NATIVE_TYPES, type);

const views = new WeakMap<Resource, readonly NativeView[]>();

/** What a resource of aws-native shows as; nothing for other resources. */
export function nativeViewsOf(resource: Resource): readonly NativeView[] {
  let found = views.get(resource);
  if (found === undefined) {
    found = (NATIVE_TYPES[resource.type] ?? [])
      .filter(({ notWith = [], onlyWith }) => isPlain(resource, notWith, onlyWith))
      .map((mapping) => viewOf(resource, mapping));
    views.set(resource, found);
  }
  return found;
}

const isPlain = (resource: Resource, notWith: readonly string[], onlyWith: string | undefined): boolean =>
  notWith.every((name) => resource.at(name).isAbsent) &&
  (onlyWith === undefined || !(resource.at(onlyWith).isAbsent || resource.at(onlyWith).isUnknown));

function viewOf(native: Resource, mapping: NativeType): NativeView {
  const own = factsOf(native, mapping);
  const parts = (mapping.parts ?? []).filter(({ onlyWith }) => !native.at(onlyWith).isAbsent);
  const stack = new Stack(
    [
      { ...own, dependencies: [], propertyDependencies: {} },
      ...parts.map((part) => ({
        ...partFacts(native, part),
        dependencies: [own.urn],
        propertyDependencies: { [part.by]: [own.urn] },
      })),
    ],
    true,
  );
  return { resource: stack.get(own.urn) ?? native, stack, mapping };
}

function factsOf(
  native: Resource,
  mapping: Pick<NativeType, "type" | "properties">,
): ResourceFacts & { inputs: Properties } {
  const inputs = partly();
  for (const [path, from] of Object.entries(mapping.properties)) {
    put(inputs, path.split("."), from === null ? undefined : native, from?.split(".") ?? []);
  }
  const { urn, name, parent, exists, imported } = native;
  return {
    urn,
    name,
    type: mapping.type,
    inputs,
    imported,
    ...(parent !== undefined && { parent }),
    ...(exists !== UNKNOWN && { exists }),
  };
}

function partFacts(native: Resource, part: NativePart): ResourceFacts {
  const facts = factsOf(native, part);
  facts.inputs[part.by] = UNKNOWN;
  return { ...facts, urn: `${facts.urn}#${part.onlyWith}` };
}

/** Puts what is at the end of a path of aws-native to the end of the other path; absent and unknown as they are. */
function put(
  into: Properties,
  [key = "", ...rest]: readonly string[],
  from: View | undefined,
  path: readonly string[],
): void {
  const isList = key.endsWith(EACH);
  const name = isList ? key.slice(0, -EACH.length) : key;
  if (rest.length === 0) {
    const value = valueAt(from, path);
    into[name] = isList && value !== null && value !== UNKNOWN ? [value] : value;
    return;
  }
  if (isList) {
    putEach(into, name, rest, from, path);
    return;
  }
  // The objects around a value are absent where that of aws-native is.
  const outer = valueAt(from, path.slice(0, -rest.length));
  if (path.length > rest.length && (outer === null || outer === UNKNOWN)) {
    into[name] = outer;
    return;
  }
  const inner = into[name]?.constructor === Object ? (into[name] as Properties) : partly();
  into[name] = inner;
  put(inner, rest, from, path);
}

/** The same in each element of a list. */
function putEach(
  into: Properties,
  name: string,
  rest: readonly string[],
  from: View | undefined,
  path: readonly string[],
): void {
  const end = path.findIndex((part) => part.endsWith(EACH));
  const list = from?.at(...path.slice(0, end + 1).map((part) => part.replace(EACH, "")));
  const elements = list?.list();
  if (elements === undefined || elements === UNKNOWN) {
    into[name] ??= elements ?? null;
    return;
  }
  const items = Array.isArray(into[name]) ? (into[name] as Properties[]) : elements.map(() => partly());
  into[name] = items;
  elements.forEach((element, index) => {
    const item = items[index];
    if (item === undefined) {
      return;
    }
    if (element.isUnknown) {
      items[index] = UNKNOWN as unknown as Properties;
    } else {
      put(item, rest, end < 0 ? undefined : element, path.slice(end + 1));
    }
  });
}

function valueAt(from: View | undefined, path: readonly string[]): Value {
  if (from === undefined) {
    return null;
  }
  const isUnclear = path.at(-1)?.endsWith("?") === true;
  const value: Value | undefined = from.at(...path.map((part) => part.replace("?", ""))).value;
  return value ?? (isUnclear ? UNKNOWN : null);
}

const nameOf = (segment: string): string => segment.replace(/\[\d*\]|\?/g, "");

/** A path with the indices of another in its lists, and those that are left. */
function withIndices(path: readonly string[], others: readonly string[]): { start: string; indices: string[] } {
  const indices = others.flatMap((segment) => segment.match(/\[\d+\]/g) ?? []);
  return { start: path.join(".").replace(/\[\]/g, () => indices.shift() ?? ""), indices };
}

/**
 * The path of aws-native for one of @pulumi/aws, with the same indices. It is the path itself where there is none, and
 * empty where aws-native has no such property.
 */
export function nativePath(path: string, { properties }: Pick<NativeType, "properties">): string {
  const segments = path.split(".");
  const names = segments.map(nameOf);
  if (properties[names[0] ?? ""] === null) {
    return "";
  }
  const pairs = Object.entries(properties)
    .flatMap(([key, from]) => (from === null ? [] : [{ key: key.split("."), from: from.replace("?", "").split(".") }]))
    .sort((left, right) => right.key.length - left.key.length);
  const pair = pairs.find(({ key }) => key.every((segment, index) => nameOf(segment) === names[index]));
  if (pair === undefined) {
    const around = pairs.find(({ key }) => names.every((name, index) => name === nameOf(key[index] ?? "")));
    const length = around && segments.length + Math.max(0, around.from.length - around.key.length);
    return around === undefined ? path : withIndices(around.from.slice(0, length), segments).start;
  }
  const { key, from } = pair;
  const { start, indices } = withIndices(from, segments.slice(0, key.length));
  const isAroundOne = key.at(-1)?.endsWith(EACH) === true;
  return [start + (isAroundOne ? "" : indices.join("")), ...segments.slice(key.length)].join(".");
}

/**
 * The names of aws-native for those in a piece of code that @pulumi/aws has: of the properties that the code names, each
 * part of their paths; the path as a whole where it is longer.
 */
export function renamed(
  { properties }: Pick<NativeType, "properties">,
  words: readonly string[],
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [key, from] of Object.entries(properties)) {
    const [own, theirs] = [key, from ?? ""].map((path) => path.split(".").map(nameOf)) as [string[], string[]];
    if (from !== null && words.includes(own[0] ?? "") && words.includes(own.at(-1) ?? "")) {
      // What aws-native has around it all comes before the first.
      const more = Math.max(0, theirs.length - own.length);
      own.forEach((name, index) => {
        const part = theirs.slice(index === 0 ? 0 : index + more, index + more + 1);
        names.set(name, part.length === 0 ? name : part.join("."));
      });
    }
  }
  return names;
}
