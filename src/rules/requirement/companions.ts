import { allOf, anyOf, type Certainty } from "../../graph/certainty";
import type { Resource } from "../../graph/resource";
import type { Stack } from "../../graph/stack";
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
  return stack.ofType(...types).map((other) => allOf([isOf(other, companion, resource, stack), meets(other)]));
}

/** Whether a companion names this resource. */
function isOf(other: Resource, { by = {} }: Companion, resource: Resource, stack: Stack): Certainty {
  return typeof by === "string"
    ? refersTo(other.at(by), resource, stack)
    : allOf(Object.entries(by).map(([theirs, ours]) => isSame(other.at(theirs), resource.at(ours), resource, stack)));
}

function refersTo(view: View, resource: Resource, stack: Stack): Certainty {
  const { resources, complete } = stack.refs(view, resource.type);
  return (
    resources.includes(resource) || (!complete && view.scalars().some(({ isUnknown }) => isUnknown) ? UNKNOWN : false)
  );
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
