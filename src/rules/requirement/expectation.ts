import type { Framework } from "../../aws/frameworks";
import { allOf, anyOf, not, type Certainty } from "../../graph/certainty";
import { UNKNOWN } from "../../graph/value";
import type { View } from "../../graph/view";
import { locate, type Location } from "./path";

/** A value of a property that a requirement speaks of. */
export type Scalar = string | number | boolean;

/** A number that the contract may set in place of the one that a requirement has. */
export interface Setting {
  /** The key of the contract, with a dot for one inside another: `passwordPolicy.minimumLength`. */
  key: string;
  /** What a framework requires where the contract sets no number. */
  byFramework?: Readonly<Partial<Record<Framework, number>>>;
  /** True where nothing is required unless the contract or a framework has a number. */
  isOptional?: true;
}

/** What a property must be. */
export type Expectation =
  | { equals: Scalar }
  | { isNot: Scalar }
  | { isOneOf: readonly Scalar[] }
  | { isNotOneOf: readonly Scalar[] }
  /** `setting` is the key of the contract with a number in place of this one. */
  | { atLeast: number; setting?: Setting }
  /** Where 0 means that there is no limit, it is too much. */
  | { atMost: number; isNoLimitAtZero?: boolean; setting?: Setting }
  /** Every one of these is an element of the list. */
  | { containsAll: readonly Scalar[] }
  /** No element of the list is this. */
  | { lacks: Scalar }
  /** The list has so many elements or more. */
  | { countAtLeast: number }
  /** The text has this inside, in any case. */
  | { hasText: string }
  /** Anything at all; an empty string and an empty list are not set. */
  | { isSet: true }
  /** Nothing. */
  | { isAbsent: true };

/** What one property must be. */
export interface Condition {
  /**
   * From the resource, such as `vpcConfig.endpointPublicAccess`. `users[].access` is that of each element of a list, and
   * `parameters[name=tls].value` that of the element with this name.
   */
  property: string;
  /** What the property must be. */
  must: Expectation;
  /** What AWS or the provider takes where the property is absent. */
  whenAbsent?: Scalar;
}

/** What to do with an absent property where no default is known: what must not be there is fine. */
const isMetByAbsence = (must: Expectation): boolean =>
  "isNot" in must || "isNotOneOf" in must || "lacks" in must || "isAbsent" in must;

/** Whether a resource, or a part of it, meets a condition at every location. */
export function holds(condition: Condition, view: View): Certainty {
  return allOf(locate(view, condition.property).map((location) => meets(condition, location)));
}

/** Whether the value at a location is as it must be. */
export function meets(
  { must, whenAbsent }: Omit<Condition, "property">,
  { value: view, isInUnknown }: Location,
): Certainty {
  if (view === UNKNOWN) {
    return "isSet" in must && !isInUnknown ? true : UNKNOWN;
  }
  const isEmpty = view === undefined || view.value === "";
  if ("isSet" in must || "isAbsent" in must) {
    return isEmpty === "isAbsent" in must;
  }
  if (isEmpty) {
    return whenAbsent === undefined ? isMetByAbsence(must) : ofDefault(must, whenAbsent);
  }
  return ofValue(must, view);
}

/** A default is a scalar, so that every comparison of it can be decided. */
function ofDefault(must: Expectation, value: Scalar): boolean {
  const is = (expected: Scalar): boolean => lower(value) === lower(expected);
  if ("equals" in must) {
    return is(must.equals);
  }
  if ("isNot" in must) {
    return !is(must.isNot);
  }
  if ("isOneOf" in must) {
    return must.isOneOf.some(is);
  }
  if ("isNotOneOf" in must) {
    return !must.isNotOneOf.some(is);
  }
  if ("containsAll" in must) {
    return must.containsAll.every(is);
  }
  if ("lacks" in must) {
    return !is(must.lacks);
  }
  if ("countAtLeast" in must) {
    return must.countAtLeast <= 1;
  }
  if ("hasText" in must) {
    return String(value).toLowerCase().includes(must.hasText.toLowerCase());
  }
  return "atLeast" in must ? Number(value) >= must.atLeast : "atMost" in must && isWithin(Number(value), must);
}

const isWithin = (
  number: number,
  { atMost, isNoLimitAtZero = false }: Extract<Expectation, { atMost: number }>,
): boolean => number <= atMost && !(isNoLimitAtZero && number === 0);

function ofValue(must: Exclude<Expectation, { isSet: true } | { isAbsent: true }>, view: View): Certainty {
  if ("equals" in must) {
    return isEqual(view, must.equals);
  }
  if ("isNot" in must) {
    return not(isEqual(view, must.isNot));
  }
  if ("isOneOf" in must) {
    return anyOf(must.isOneOf.map((one) => isEqual(view, one)));
  }
  if ("isNotOneOf" in must) {
    return not(anyOf(must.isNotOneOf.map((one) => isEqual(view, one))));
  }
  if ("atLeast" in must || "atMost" in must) {
    const number = view.num() ?? UNKNOWN;
    return number === UNKNOWN ? UNKNOWN : "atLeast" in must ? number >= must.atLeast : isWithin(number, must);
  }
  if ("hasText" in must) {
    const text = view.str();
    return text === UNKNOWN ? UNKNOWN : (text ?? "").toLowerCase().includes(must.hasText.toLowerCase());
  }
  const items = view.list() ?? [];
  if (items === UNKNOWN) {
    return UNKNOWN;
  }
  if ("countAtLeast" in must) {
    return items.length >= must.countAtLeast;
  }
  const contains = (one: Scalar): Certainty => anyOf(items.map((item) => isEqual(item, one)));
  return "lacks" in must ? not(contains(must.lacks)) : allOf(must.containsAll.map(contains));
}

const lower = (value: Scalar): Scalar => (typeof value === "string" ? value.toLowerCase() : value);

/** Whether a property is this value, read by the value's type: `"true"` is true, and words may be in any case. */
function isEqual(view: View, expected: Scalar): Certainty {
  const value = typeof expected === "boolean" ? view.bool() : typeof expected === "number" ? view.num() : view.str();
  return value === UNKNOWN ? UNKNOWN : value !== undefined && lower(value) === lower(expected);
}
