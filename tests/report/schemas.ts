import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020";
import Ajv, { type ErrorObject } from "ajv";
import addFormats from "ajv-formats";
import { validateXML } from "xmllint-wasm";

type Schema = Record<string, unknown>;

const official = (name: string): string => readFileSync(join(__dirname, "official", name), "utf8");

const said = (errors: readonly ErrorObject[] | null | undefined): string[] =>
  (errors ?? []).map(({ instancePath, message = "" }) => `${instancePath} ${message}`);

/** Gives what is wrong with a document, with its place. */
export type Validator = (document: unknown) => string[];

export function validatorOf(schema: Schema): Validator {
  const ajv = new Ajv2020({ allErrors: true });
  addFormats(ajv);
  const validate = ajv.compile(schema);
  return (document) => (validate(document) ? [] : said(validate.errors));
}

/** The schema with no room for keys that it does not describe. */
export function strict<T>(node: T): T {
  if (Array.isArray(node)) {
    return node.map((inner: unknown) => strict(inner)) as T;
  }
  if (typeof node !== "object" || node === null) {
    return node;
  }
  const inner = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, strict(value as unknown)]));
  return ("properties" in node ? { ...inner, additionalProperties: false } : inner) as T;
}

/** Validates against the schema of SARIF 2.1.0. It is written in draft 4, of which nothing that it uses has changed. */
export function sarifValidator(): Validator {
  const { definitions, properties, required, type } = JSON.parse(official("sarif-2.1.0-rtm.5.json")) as Schema;
  // One of its patterns is no regular expression where Unicode is on.
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats(ajv);
  const validate = ajv.compile({ definitions, properties, required, type, additionalProperties: false });
  return (document) => (validate(document) ? [] : said(validate.errors));
}

/** What the XSD of Jenkins has against documents, which have to be XML besides. */
export async function junitProblems(...documents: string[]): Promise<string[]> {
  const xml = documents.map((contents, index) => ({ fileName: `${String(index)}.xml`, contents }));
  const { errors } = await validateXML({ xml, schema: official("jenkins-junit.xsd") });
  return errors.map(({ message }) => message);
}
