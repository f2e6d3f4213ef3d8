import type { ValidateFunction } from "ajv";
import { schemaCompiler } from "./ajv";
import { CONTRACT_SCHEMA, type Contract } from "./schema";

export const compiler = schemaCompiler();

/**
 * Checks a contract against its schema. The build writes what ajv makes of the schema in place of this module
 * (tools/schema-check.js): to load ajv and to compile the schema takes longer than all else of a contract.
 */
export const check: ValidateFunction<Contract> = compiler.compile<Contract>(CONTRACT_SCHEMA);
