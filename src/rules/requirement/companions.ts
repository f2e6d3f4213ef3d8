import { allOf, anyOf, type Certainty } from "../../graph/certainty";
import type { Resource } from "../../graph/resource";
import { grouped, type Stack } from "../../graph/stack";
import { known, UNKNOWN } from "../../graph/value";
import type { View } from "../../graph/view";
import { holds, type Condition } from "./expectation";

/** Another resource that holds the setting of a requirement: any that does meets it. */
export interface Companion extends Partial<Condition> {
  /** The current type tokens of the companions. */
  types: readonly string[];
  /**
   * The property of the companion that names this resource, such as `bucket`; several where only together they name it,
   * each with the property of this resource that it equals: `{ restApi: "restApi", stageName: "stageName" }`.
   */
  by?: string | Readonly<Record<string, string>>;
  /** Further conditions of the companion. */
  when?: readonly Condition[];
  /** The property of this resource that names the companion, such as `parameterGroupName`. */
  named?: string;
}

/** Whether one of the companions of a resource holds what they must. */
export function companionsHold(companions: readonly Companion[], resource: Resource, stack: Stack): Certainty {
  return anyOf(companions.flatMap((one) => each(one, resource, stack)));
}

function each(companion: Companion, resource: Resource, stack: Stack): Certainty[] {
  const { types, named, property, must, when = [] } = companion;
  const conditions: Condition[] = [
    ...when,
    ...(property === undefined || must === undefined ? [] : [{ ...companion, property, must }]),
  ];
  const meets = (other: Resource): Certainty => allOf(conditions.map((one) => holds(one, other)));
  if (named !== undefined) {
    const { resources, complete } = stack.refs(resource.at(named), ...types);
    return [...resources.map(meets), complete ? false : UNKNOWN];
  }
  const { by = {} } = companion;
  if (typeof by === "string") {
    const { byTarget, unclear } = stack.once(namedBy)(companion, by, resource.type, meets);
    return [...(byTarget.get(resource) ?? []).map(meets), unclear];
  }
  const others = stack.once(likely)(companion, by, resource);
  return others.map((other) => allOf([...sameness(other, by, resource, stack), meets(other)]));
}

/** Companions by the resource that they name. */
interface Named {
  byTarget: Map<Resource, Resource[]>;
  /** What follows from those that may name any. */
  unclear: Certainty;
}

type Meets = (other: Resource) => Certainty;

function namedBy(stack: Stack): (companion: Companion, by: string, type: string, meets: Meets) => Named {
  const found = new Map<Companion, Map<string, Named>>();
  return (companion, by, type, meets) => {
    const cached = found.get(companion) ?? new Map<string, Named>();
    found.set(companion, cached);
    const named = cached.get(type) ?? findNamed(stack, companion, by, type, meets);
    cached.set(type, named);
    return named;
  };
}

function findNamed(stack: Stack, { types }: Companion, by: string, type: string, meets: Meets): Named {
  const others = stack.ofType(...types).map((other) => ({ other, ...stack.refs(other.at(by), type) }));
  const byTarget = grouped(others, ({ resources }) => resources);
  const unclear = others.filter(({ other, complete }) => !complete && hasUnknown(other.at(by)));
  return {
    byTarget: new Map([...byTarget].map(([target, named]) => [target, named.map(({ other }) => other)])),
    unclear: allOf([UNKNOWN, anyOf(unclear.map(({ other }) => meets(other)))]),
  };
}

const hasUnknown = (view: View): boolean => view.scalars().some(({ isUnknown }) => isUnknown);

type Pairs = Readonly<Record<string, string>>;

/** The companions that may name a resource by several properties: those with another known value of the first cannot. */
function likely(stack: Stack): (companion: Companion, by: Pairs, resource: Resource) => readonly Resource[] {
  const found = new Map<Companion, Map<unknown, Resource[]>>();
  return (companion, by, resource) => {
    const [[theirs, ours] = ["", ""]] = Object.entries(by);
    const all = stack.ofType(...companion.types);
    const byValue = found.get(companion) ?? grouped(all, (other) => [other.at(theirs).value]);
    found.set(companion, byValue);
    const { value } = resource.at(ours);
    return known(value) && typeof value !== "object"
      ? [...(byValue.get(value) ?? []), ...(byValue.get(UNKNOWN) ?? [])]
      : all;
  };
}

const sameness = (other: Resource, by: Pairs, resource: Resource, stack: Stack): Certainty[] =>
  Object.entries(by).map(([theirs, ours]) => isSame(other.at(theirs), resource.at(ours), resource, stack));

function refersTo(view: View, resource: Resource, stack: Stack): Certainty {
  const { resources, complete } = stack.refs(view, resource.type);
  return resources.includes(resource) || (!complete && hasUnknown(view) ? UNKNOWN : false);
}

/** Whether two properties are the same: by value, or computed from the same resources, or one from the other's. */
function isSame(theirs: View, ours: View, resource: Resource, stack: Stack): Certainty {
  const [left, right] = [theirs.value, ours.value];
  if (known(left) && known(right)) {
    return left === right;
  }
  const from = (view: View): readonly Resource[] => view.resource.propertyDependencies.get(view.property) ?? [];
  if (
    from(theirs).includes(resource) ||
    (from(theirs).length > 0 && String(from(theirs).map(urnOf)) === String(from(ours).map(urnOf)))
  ) {
    return true;
  }
  return left === undefined || right === undefined
    ? false
    : refersTo(theirs, resource, stack) === true
      ? true
      : UNKNOWN;
}

const urnOf = ({ urn }: Resource): string => urn;
