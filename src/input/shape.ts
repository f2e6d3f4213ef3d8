import type { ValidateFunction } from "ajv";
import { ProgramError } from "../errors";
import type { SchemaNode } from "../contract/schema";
import { allowed, showKey, showPath } from "../contract/show";
import { pathOf, wrongValue } from "../contract/validate";

const compiled = new WeakMap<object, ValidateFunction>();

function validator(schema: object): ValidateFunction {
  let validate = compiled.get(schema);
  if (validate === undefined) {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it for programs as well
    const { Ajv } = require("ajv") as typeof import("ajv");
    validate = new Ajv({ verbose: true, allowUnionTypes: true, validateSchema: false, meta: false }).compile(schema);
    compiled.set(schema, validate);
  }
  return validate;
}

/** What is in these parts of a resource, a preview and an event may be a secret, also where it has a wrong type. */
const SECRET = new Set<unknown>(["inputs", "outputs", "config"]);

function wrong(name: string, path: readonly (string | number)[], value: unknown, node: SchemaNode): string {
  const isShown = typeof value === "object" || !path.some((key) => SECRET.has(key));
  return isShown
    ? wrongValue(name, showPath(path), value, node).replace(/\.$/, "")
    : `${name} sets ${showPath(path)} to a ${typeof value}, but it must be ${allowed(node)}`;
}

/** The value, which has the shape of the schema; throws one line that names where it differs. */
export function shaped(value: unknown, schema: object, name: string): unknown {
  const validate = validator(schema);
  if (validate(value)) {
    return value;
  }
  const [error] = validate.errors ?? [];
  const path = pathOf(error?.instancePath ?? "", value);
  const { missingProperty: missing, additionalProperty: unknown } = (error?.params ?? {}) as Record<string, string>;
  const node = (error?.parentSchema ?? {}) as SchemaNode;
  const where = path.length === 0 ? "" : ` in ${showPath(path)}`;
  if (missing !== undefined) {
    throw new ProgramError(`${name} has no ${showKey(missing)}${where}`);
  }
  if (unknown !== undefined) {
    const keys = Object.keys(node.properties ?? {}).join(", ");
    throw new ProgramError(`${name} has the unknown key ${showKey(unknown)}${where}, which can have ${keys}`);
  }
  throw new ProgramError(wrong(name, path, error?.data, node));
}
