import { readFileSync } from "node:fs";
import { join } from "node:path";

/** 1 for a scalar or a map of scalars, else the name of the shape. */
export type ShapeName = string | 1;
export type Shape = Record<string, ShapeName>;

interface Schema {
  types: Record<string, Shape>;
  outputs: Record<string, string[]>;
  shapes: Record<string, Shape>;
}

// Made by `npm run tables` from the installed @pulumi/aws.
const { types, outputs, shapes } = JSON.parse(readFileSync(join(__dirname, "aws-schema.json"), "utf8")) as Schema;

// Rules read these of the provider through the resource that it creates.
const PROVIDER_ARGUMENTS = new Set(["region", "defaultTags", "allowedAccountIds", "assumeRoles"]);

/** What only @pulumi/aws 6 has: rules accept it, so that a program of that version is checked as well. */
const ONLY_IN_6 = new Set(["aws:ec2/eip:Eip vpc"]);

/** True when @pulumi/aws has this type. */
export function isType(type: string): boolean {
  return type in types;
}

/** True when a type of @pulumi/aws has this property path, as an argument or an output. */
export function isProperty(type: string, path: string): boolean {
  const [first = "", ...rest] = path.split(".");
  if (PROVIDER_ARGUMENTS.has(first) || ONLY_IN_6.has(`${type} ${path}`) || first === "id") {
    return true;
  }
  const inputs = types[type];
  if (!inputs || !(first in inputs)) {
    return (outputs[type] ?? []).includes(first);
  }
  let shape: ShapeName | undefined = inputs[first];
  for (const key of rest) {
    // Below a scalar are the keys of a map, or those of a JSON document.
    if (shape === undefined || shape === 1) {
      return shape === 1;
    }
    shape = shapes[shape]?.[key];
  }
  return shape !== undefined;
}

/** The tokens of all types of @pulumi/aws. */
export const TYPES: readonly string[] = Object.keys(types);

/** The arguments of a type. */
export function propertiesOf(type: string): string[] {
  return Object.keys(types[type] ?? {});
}

/** The properties below a path in a type, at any depth; none below a scalar, a map and a JSON string. */
export function propertiesAt(type: string, path: readonly string[]): string[] {
  let shape = types[type];
  for (const key of path) {
    const name: ShapeName | undefined = shape?.[key];
    shape = typeof name === "string" ? shapes[name] : undefined;
  }
  return Object.keys(shape ?? {});
}

/** The properties of an argument of a type. */
export function propertiesBelow(type: string, property: string): string[] {
  const shape = types[type]?.[property];
  return Object.keys((typeof shape === "string" ? shapes[shape] : undefined) ?? {});
}

/** The arguments of a type, with the shape of each. */
export function argumentsOf(type: string): Shape {
  return types[type] ?? {};
}

/** The properties of this shape. */
export function fieldsOf(shape: ShapeName): Shape {
  return (shape === 1 ? undefined : shapes[shape]) ?? {};
}
