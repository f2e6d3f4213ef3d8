import { CONTRACT_SCHEMA } from "../contract/schema";
import { CATEGORIES, SEVERITIES, type Category, type Severity } from "./rule";

/** The formats of reports. */
export const FORMATS = [
  "text",
  "concise",
  "markdown",
  "json",
  "sarif",
  "junit",
  "github",
  "gitlab",
  "csv",
  "html",
] as const;
/** A format of reports. */
export type Format = (typeof FORMATS)[number];

/** What a configuration can set a rule to. */
export const SET_LEVELS = ["advisory", "mandatory", "disabled"] as const;
/** How a rule counts where a configuration sets it. */
export type SetLevel = (typeof SET_LEVELS)[number];

/** Levels as a configuration has them. */
export interface LevelSettings {
  rule?: Readonly<Record<string, SetLevel>>;
  category?: Readonly<Partial<Record<Category, SetLevel>>>;
  severity?: Readonly<Partial<Record<Severity, SetLevel>>>;
}

/** The keys that are the contract's own, one step higher, since they are needed most. */
export const SHORT_KEYS = ["profile", "frameworks", "exemptions", "facts"] as const;

const LEVEL = { type: "string", enum: SET_LEVELS } as const;

const levelsOf = (title: string, description: string, names?: readonly string[]): object => ({
  title,
  description,
  type: "object",
  ...(names && { propertyNames: { enum: names } }),
  additionalProperties: LEVEL,
});

/** What only this file has, beside the keys of the contract. */
const ownKeys = (ruleIds?: readonly string[]) =>
  ({
    levels: {
      title: "Levels",
      description: "How rules count. A level by rule goes over one by category, and that over one by severity.",
      type: "object",
      additionalProperties: false,
      properties: {
        rule: levelsOf("Levels by rule", "By the id of a rule; `preflight rules` lists them.", ruleIds),
        category: levelsOf("Levels by category", "By what rules are about.", CATEGORIES),
        severity: levelsOf("Levels by severity", "By how bad the findings of rules are.", SEVERITIES),
      },
      examples: [{ rule: { "nat-gateway-per-zone": "disabled" }, category: { tagging: "advisory" } }],
    },
    formats: {
      title: "Formats",
      description:
        "What `preflight check` writes where no --format is given: a format alone goes to standard output, with = into a " +
        "file, relative to this one.",
      type: "array",
      items: { type: "string", minLength: 1, examples: ["text", "sarif=preflight.sarif"] },
      examples: [["text", "sarif=preflight.sarif"]],
    },
    packs: {
      title: "Packs",
      description:
        "Folders of an organization's own packs, relative to this file, whose rules, levels and contract `preflight check` uses.",
      type: "array",
      items: { type: "string", minLength: 1, examples: ["../acme-policies"] },
      examples: [["../acme-policies"]],
    },
  }) as const;

/** What of the file is checked here; the contract's own keys are checked as a contract. */
export const CONFIGURATION_SCHEMA = {
  type: "object",
  additionalProperties: false,
  properties: {
    $schema: { type: "string", examples: ["./node_modules/pulumi-preflight-aws/dist/preflight.schema.json"] },
    ...Object.fromEntries(SHORT_KEYS.map((key) => [key, {}])),
    contract: { type: "object", examples: [{ region: "us-east-1" }] },
    ...ownKeys(),
  },
} as const;

/** The whole schema, which editors read. */
export function publishedSchema(ruleIds: readonly string[]): object {
  const { $schema, ...contract } = CONTRACT_SCHEMA;
  const { allow, ...properties } = contract.properties;
  const short = Object.fromEntries(SHORT_KEYS.map((key) => [key, properties[key]]));
  return {
    $schema,
    title: "preflight.yaml",
    description: "The configuration of preflight, for the command and the policy pack.",
    type: "object",
    additionalProperties: false,
    properties: {
      $schema: { title: "Schema", description: "The schema of this file, for editors.", type: "string" },
      ...short,
      contract: { ...contract, properties: { ...properties, allow } },
      ...ownKeys(ruleIds),
    },
  };
}
