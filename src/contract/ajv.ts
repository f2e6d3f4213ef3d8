import { _, Ajv } from "ajv";
import { isDay } from "./day";

/** What makes checks of the schemas of settings; a test holds that the schemas are good. */
export const schemaCompiler = (): Ajv =>
  new Ajv({
    allErrors: true,
    verbose: true,
    allowUnionTypes: true,
    formats: { date: isDay },
    validateSchema: false,
    meta: false,
    // For the check that the build writes: its source, and where that finds the format.
    code: { source: true, formats: _`{ date: require("./day").isDay }` },
  });
