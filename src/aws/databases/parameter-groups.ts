import type { Certainty } from "../../graph/certainty";
import type { Read, Resource } from "../../graph/resource";
import type { Stack } from "../../graph/stack";
import { known, UNKNOWN } from "../../graph/value";
import type { View } from "../../graph/view";

/** What a database's parameter group sets one parameter to. */
export interface Parameter {
  /** The value that the group sets; absent where the group leaves the parameter at its default. */
  value: Read<string>;
  /** The family of the group, such as `postgres16`; absent where the database uses the default group. */
  family: Read<string>;
  /** The group, where it is a resource of the stack. */
  group?: Resource;
}

const OUTSIDE_OF_STACK: Parameter = { value: UNKNOWN, family: UNKNOWN };

/** A parameter of a database, by the group of this type that a property of the database names. */
export function parameterOf(
  stack: Stack,
  database: Resource,
  { property, type }: { property: string; type: string },
  name: string,
): Parameter {
  const groupName = database.str(property);
  if (groupName === undefined || groupName === "") {
    return { value: undefined, family: undefined };
  }
  const [, defaultFamily] = (known(groupName) ? /^default[.:](.+)$/.exec(groupName) : undefined) ?? [];
  if (defaultFamily !== undefined) {
    return { value: undefined, family: defaultFamily };
  }
  const { resources, complete } = stack.refs(database.at(property), type);
  const [group] = resources;
  return group !== undefined && resources.length === 1 && complete
    ? { value: valueIn(group, name), family: group.str("family") ?? UNKNOWN, group }
    : OUTSIDE_OF_STACK;
}

function valueIn(group: Resource, name: string): Read<string> {
  const parameters = group.list("parameters") ?? [];
  if (parameters === UNKNOWN) {
    return UNKNOWN;
  }
  const isNamed = (parameter: View): Certainty => {
    const own = parameter.str("name");
    return own === UNKNOWN ? UNKNOWN : own?.toLowerCase() === name;
  };
  const found = parameters.find((parameter) => isNamed(parameter) === true);
  return found
    ? found.str("value")
    : parameters.some((parameter) => isNamed(parameter) === UNKNOWN)
      ? UNKNOWN
      : undefined;
}

/** True for a value that switches a parameter on. */
export const isOn = (value: string): boolean => /^(?:1|on|true)$/i.test(value.trim());
