import type { ValidateFunction } from "ajv";
import { ProgramError } from "../engine/program-error";
import type { SchemaNode } from "../contract/schema";
import { showKey, showPath } from "../contract/show";
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

/** The value, which has the shape of the schema; throws one line that says where it has another. */
export function shaped(value: unknown, schema: object, name: string): unknown {
  const validate = validator(schema);
  if (validate(value)) {
    return value;
  }
  const [error] = validate.errors ?? [];
  const path = pathOf(error?.instancePath ?? "", value);
  const missing = (error?.params as { missingProperty?: string } | undefined)?.missingProperty;
  throw new ProgramError(
    missing === undefined
      ? wrongValue(name, showPath(path), error?.data, (error?.parentSchema ?? {}) as SchemaNode).replace(/\.$/, "")
      : `${name} has no ${showKey(missing)}${path.length === 0 ? "" : ` in ${showPath(path)}`}`,
  );
}
