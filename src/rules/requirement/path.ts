import { known, UNKNOWN, type Unknown } from "../../graph/value";
import type { View } from "../../graph/view";

/** A value that data writes: `${key.arn}` as a whole string is the property of another resource. */
export type Plain = string | number | boolean | readonly Plain[] | { readonly [key: string]: Plain };

/** `users` is a property, `users[]` each element of a list, `parameters[name=tls]` the element with that name. */
interface Step {
  key: string;
  each: boolean;
  where?: { key: string; value: string };
}

/** Where a value is, or would be, and the value itself; absent also where a list has no element with the name. */
export interface Location {
  at: View;
  property: string;
  value: View | Unknown | undefined;
  /** True where an object or list around the value is not known, so that the value may be absent. */
  isInUnknown?: true;
}

const STEP = /([^.[\]]+)(?:\[([^\]]*)\])?(?:\.|$)/gy;

export function stepsOf(path: string): Step[] {
  return [...path.matchAll(STEP)].map(([, key = "", inner]) => {
    const [, name, value = ""] = /^([^=]+)=(.*)$/.exec(inner ?? "") ?? [];
    return { key, each: inner === "", ...(name !== undefined && { where: { key: name, value } }) };
  });
}

/** The names on the way, without what is in brackets. */
export const plainPath = (path: string): string =>
  stepsOf(path)
    .map(({ key }) => key)
    .join(".");

/** True for what a state holds of a property that is not set. */
const isNothing = ({ value }: View): boolean =>
  value === undefined || (value.constructor === Object && Object.keys(value).length === 0) || isEmptyList(value);

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/** Where a property is: once for each element of the lists on the way, and never where such a list is empty. */
export function locate(view: View, path: string): Location[] {
  return below(view, stepsOf(path));
}

function below(view: View, [step, ...rest]: readonly Step[]): Location[] {
  if (step === undefined) {
    return [];
  }
  const { key, where } = step;
  const next = view.at(key);
  const property = upToName([step, ...rest]);
  if (next.isUnknown) {
    return [{ at: view, property, value: UNKNOWN, ...(rest.length > 0 && { isInUnknown: true }) }];
  }
  if (where !== undefined) {
    return withName(view, key, where, rest);
  }
  if (isNothing(next)) {
    return [step, ...rest].some((one) => one.each) ? [] : [{ at: view, property, value: undefined }];
  }
  if (rest.length === 0) {
    return [{ at: view, property: key, value: next }];
  }
  const items = next.list();
  return known(items) ? items.flatMap((item) => below(item, rest)) : [];
}

/** The names on the way up to a list whose element is chosen by its name. */
function upToName(steps: readonly Step[]): string {
  const end = steps.findIndex(({ where }) => where) + 1;
  return (end > 0 ? steps.slice(0, end) : steps).map(({ key }) => key).join(".");
}

function withName(view: View, key: string, where: { key: string; value: string }, rest: readonly Step[]): Location[] {
  const items = view.list(key);
  const named = known(items) ? items.map((item) => [item, item.str(where.key)] as const) : [];
  const found = named.filter(([, name]) => known(name) && name.toLowerCase() === where.value.toLowerCase());
  if (found.length > 0) {
    return found.flatMap(([item]) => below(item, rest));
  }
  const mayBeThere = named.some(([, name]) => name === UNKNOWN);
  return [{ at: view, property: key, ...(mayBeThere ? { value: UNKNOWN, isInUnknown: true } : { value: undefined }) }];
}

/** An object with the value at the end of the path: `{ users: [{ access: false }] }`. */
export function valueAt(path: string, value: Plain | undefined): Record<string, Plain> {
  return stepsOf(path).reduceRight<Plain | undefined>((inner, { key, each, where }) => {
    if (inner === undefined) {
      return {};
    }
    const named = { ...(where && { [where.key]: where.value }), ...(inner as Record<string, Plain>) };
    return { [key]: where ? [named] : each ? [inner] : inner };
  }, value) as Record<string, Plain>;
}

const isObject = (value: Plain | undefined): value is Readonly<Record<string, Plain>> =>
  typeof value === "object" && !Array.isArray(value);

/** One value with another over it: objects by key, a list of one object into the first element of the other. */
export function merged(under: Plain | undefined, over: Plain): Plain {
  if (isObject(under) && isObject(over)) {
    return Object.fromEntries(
      [...new Set([...Object.keys(under), ...Object.keys(over)])].map((key) => {
        const value = over[key];
        return [key, merged(under[key], value ?? under[key] ?? "")];
      }),
    );
  }
  if (Array.isArray(under) && Array.isArray(over) && isObject(over[0] as Plain) && isObject(under[0] as Plain)) {
    return [merged(under[0] as Plain, over[0] as Plain), ...(under.slice(1) as Plain[])];
  }
  return over;
}
