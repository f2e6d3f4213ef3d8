import { isDay } from "./day";
import { isObject, type JsonObject } from "./read";
import type { SchemaNode } from "./schema";

/** A path where what a contract overrides in a table has another form than the table. */
export type Mismatch = { path: readonly (string | number)[] } & (
  | { kind: "unknown key" | "missing key"; keys: readonly string[] }
  | { kind: "wrong value"; value: unknown; node: SchemaNode }
);

/**
 * Checks a JSON merge patch against the table that it changes: a list stays a list, a number a number, and a new key of a
 * map has the form of its siblings. `null` removes a key of a map.
 */
export function mismatches(table: JsonObject, patch: JsonObject): Mismatch[] {
  return inRecord(patch, { samples: [table], own: table }, []);
}

/** The values at one kind of path of a table, and the value at this one, which a patch may change in part. */
interface Node<Sample = unknown> {
  samples: readonly Sample[];
  own: unknown;
}

type Path = Mismatch["path"];

function inNode(value: unknown, { samples, own }: Node, path: Path): Mismatch[] {
  const objects = samples.filter(isObject);
  if (objects.length > 0 && objects.length === samples.length) {
    const node = { samples: objects, own };
    return !isObject(value)
      ? wrong(value, samples, own, path)
      : sharesKey(objects)
        ? inRecord(value, node, path)
        : inMap(value, node, path);
  }
  const types = typesOf(samples);
  if ((types.length > 0 && !types.includes(kindOf(value))) || isWrongDay(value, samples)) {
    return wrong(value, samples, own, path);
  }
  const elements = samples.flatMap((sample): unknown[] => (Array.isArray(sample) ? sample : []));
  return Array.isArray(value)
    ? value.flatMap((element, index) => inNode(element, { samples: elements, own: undefined }, [...path, index]))
    : [];
}

function inRecord(value: JsonObject, { samples, own }: Node<JsonObject>, path: Path): Mismatch[] {
  const keys = [...new Set(samples.flatMap((one) => Object.keys(one)))];
  const required = keys.filter((key) => {
    const values = valuesAt(samples, key);
    return values.length === samples.length && !values.includes(null);
  });
  const missing = own === undefined ? required.filter((key) => !Object.hasOwn(value, key)) : [];
  return [
    ...missing.map((key): Mismatch => ({ kind: "missing key", path: [...path, key], keys: required })),
    ...Object.entries(value).flatMap(([key, inner]) => {
      const values = valuesAt(samples, key);
      const objects = values.filter(isObject);
      const at = [...path, key];
      const before = isObject(own) ? own[key] : undefined;
      if (values.length === 0) {
        return [{ kind: "unknown key" as const, path: at, keys }];
      }
      // An object in a field is a map, however few keys it has.
      return objects.length === values.length && isObject(inner)
        ? inMap(inner, { samples: objects, own: before }, at)
        : inNode(inner, { samples: values, own: before }, at);
    }),
  ];
}

function inMap(value: JsonObject, { samples, own }: Node<JsonObject>, path: Path): Mismatch[] {
  const values = samples.flatMap((one) => Object.values(one));
  return Object.entries(value).flatMap(([key, inner]) => {
    const before = isObject(own) && Object.hasOwn(own, key) ? own[key] : undefined;
    return inner === null && before !== undefined
      ? []
      : inNode(inner, { samples: values, own: before }, [...path, key]);
  });
}

/** Objects at one path of a table are records where they have a field in common; the keys of maps differ. */
function sharesKey([first = {}, ...others]: readonly JsonObject[]): boolean {
  return Object.keys(first).some((key) => others.every((one) => Object.hasOwn(one, key)));
}

const valuesAt = (objects: readonly JsonObject[], key: string): unknown[] =>
  objects.filter((one) => Object.hasOwn(one, key)).map((one) => one[key]);

const kindOf = (value: unknown): string => (value === null ? "null" : Array.isArray(value) ? "array" : typeof value);

const typesOf = (samples: readonly unknown[]): string[] => [...new Set(samples.map(kindOf))].sort();

function areDays(samples: readonly unknown[]): boolean {
  const texts = samples.filter((sample) => typeof sample === "string");
  return texts.length > 0 && texts.every(isDay);
}

const isWrongDay = (value: unknown, samples: readonly unknown[]): boolean =>
  typeof value === "string" && areDays(samples) && !isDay(value);

function wrong(value: unknown, samples: readonly unknown[], own: unknown, path: Path): Mismatch[] {
  const types = typesOf(samples);
  const type = own !== undefined && types.join() === "object" ? ["object", "null"] : types;
  const node: SchemaNode = {
    type,
    ...(areDays(samples) && { format: "date" }),
    examples: exampleOf(samples.find((sample) => sample !== null)),
  };
  return [{ kind: "wrong value", path, value, node }];
}

const LONGEST_EXAMPLE = 60;

/** The start of a sample, where that is short enough for a message. */
function exampleOf(sample: unknown): unknown[] {
  const start = Array.isArray(sample)
    ? sample.slice(0, 3)
    : isObject(sample)
      ? Object.fromEntries(Object.entries(sample).slice(0, 1))
      : sample;
  return start !== undefined && JSON.stringify(start).length <= LONGEST_EXAMPLE ? [start] : [];
}
