import { canonicalType } from "../graph/tokens";
import { UNKNOWN, type Value } from "../graph/value";
import { typeRow } from "./types";

/** The token of a resource of @pulumi/aws; components have no slash in theirs. */
const AWS_RESOURCE = /^aws:[^:/]+\/[^:]+:/;

/** True for the type of a resource of @pulumi/aws. */
export const isAwsResource = (type: string): boolean => AWS_RESOURCE.test(type);

/** The properties of an object; none of another value. */
export function propertiesOf(value: Value | undefined): Record<string, Value> {
  return value?.constructor === Object ? (value as Record<string, Value>) : {};
}

/** True for what a state holds of a property that is not set. */
export function isEmptyValue(value: Value | undefined): boolean {
  return (
    value === undefined ||
    value === null ||
    value === "" ||
    (Array.isArray(value) ? value.length === 0 : value.constructor === Object && Object.keys(value).length === 0)
  );
}

/** True for the properties of a resource that exists: only its outputs have an id. */
export function haveId(properties: Value | undefined): boolean {
  const { id } = propertiesOf(properties);
  return typeof id === "string" && id !== "";
}

/**
 * The inputs that a resource without any would have been created with, as its outputs show them: that of one which was
 * discovered in the cloud. Absent where they show nothing, since empty inputs are not absent properties.
 */
export function inputsShownBy(type: string, outputs: Value | undefined): Record<string, Value> | undefined {
  if (!haveId(outputs)) {
    return undefined;
  }
  const properties = propertiesOf(outputs);
  const computed = new Set<string>(["id", ...(typeRow(canonicalType(type))?.computed ?? [])]);
  const shown = Object.entries(properties).filter(
    ([key, value]) => !computed.has(key) && !isEmptyValue(value) && !isPrefixOfName(key, properties),
  );
  return shown.some(([key, value]) => key !== "region" && value !== UNKNOWN) ? Object.fromEntries(shown) : undefined;
}

/** The same for a resource of aws-native: every known output may be an input. */
export function nativeInputsShownBy(outputs: Value | undefined): Record<string, Value> | undefined {
  const shown = Object.entries(propertiesOf(outputs)).filter(([key, value]) => key !== "id" && !isEmptyValue(value));
  return shown.some(([, value]) => value !== UNKNOWN) ? Object.fromEntries(shown) : undefined;
}

/** True for a prefix beside the name that was made from it: a program sets one of the two. */
const isPrefixOfName = (key: string, properties: Record<string, Value>): boolean =>
  key.endsWith("Prefix") && !isEmptyValue(properties[key.slice(0, -"Prefix".length)]);
