import { isDay } from "./day";
import { isObject, type JsonObject } from "./read";
import type { SchemaNode } from "./schema";

/** A place where what a contract puts over a table is not like the table. */
export type Mismatch = { path: readonly (string | number)[] } & (
  | { kind: "unknown key" | "missing key"; keys: readonly string[] }
  | { kind: "wrong value"; value: unknown; node: SchemaNode }
);

/**
 * Holds a JSON merge patch against the table that it goes over: a list stays a list, a number a number, and a new key of
 * a map is like its siblings. `null` takes a key out of a map.
 */
export function mismatches(table: JsonObject, patch: JsonObject): Mismatch[] {
  return inRecord(patch, { samples: [table], own: table }, []);
}

/** What stands in one kind of place of a table, and what in just this one: a part is enough to go over that. */
interface Place<Sample = unknown> {
  samples: readonly Sample[];
  own: unknown;
}

type Path = Mismatch["path"];

function inPlace(value: unknown, { samples, own }: Place, path: Path): Mismatch[] {
  const objects = samples.filter(isObject);
  if (objects.length > 0 && objects.length === samples.length) {
    const place = { samples: objects, own };
    return !isObject(value)
      ? wrong(value, samples, own, path)
      : sharesKey(objects)
        ? inRecord(value, place, path)
        : inMap(value, place, path);
  }
  const types = typesOf(samples);
  if ((types.length > 0 && !types.includes(kindOf(value))) || isWrongDay(value, samples)) {
    return wrong(value, samples, own, path);
  }
  const elements = samples.flatMap((sample): unknown[] => (Array.isArray(sample) ? sample : []));
  return Array.isArray(value)
    ? value.flatMap((element, index) => inPlace(element, { samples: elements, own: undefined }, [...path, index]))
    : [];
}

function inRecord(value: JsonObject, { samples, own }: Place<JsonObject>, path: Path): Mismatch[] {
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
      // An object that is a field has keys of its own: it is a map, however few it has.
      return objects.length === values.length && isObject(inner)
        ? inMap(inner, { samples: objects, own: before }, at)
        : inPlace(inner, { samples: values, own: before }, at);
    }),
  ];
}

function inMap(value: JsonObject, { samples, own }: Place<JsonObject>, path: Path): Mismatch[] {
  const values = samples.flatMap((one) => Object.values(one));
  return Object.entries(value).flatMap(([key, inner]) => {
    const before = isObject(own) && Object.hasOwn(own, key) ? own[key] : undefined;
    return inner === null && before !== undefined
      ? []
      : inPlace(inner, { samples: values, own: before }, [...path, key]);
  });
}

/** Objects in one place of a table have fields where they have one in common; the keys of a map differ. */
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
