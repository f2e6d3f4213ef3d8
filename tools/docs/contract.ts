// The tables of docs/contract.md: the keys of the contract, and the profiles.
import { stringify } from "yaml";
import type { Contract } from "../../src/contract/contract";
import { CHOICES } from "../../src/contract/merge";
import type { SchemaNode } from "../../src/contract/schema";
import { block, cell, table } from "./markdown";

/** What counts where both the stack and the organization set a key, by the name of the choice. */
const CHOICE_WORDS: Readonly<Record<string, string>> = {
  larger: "the larger",
  smaller: "the smaller",
  newer: "the newer",
  kept: "the organization's",
};

/** A node of the schema, with what documentation reads. */
export interface DocumentedNode extends Omit<SchemaNode, "properties"> {
  readonly properties?: Readonly<Record<string, DocumentedNode>>;
  readonly items?: DocumentedNode;
  readonly additionalProperties?: boolean | DocumentedNode;
  readonly default?: string | number | boolean;
  readonly title?: string;
  readonly description?: string;
}

const typesOf = ({ type }: DocumentedNode): string[] => [type ?? []].flat();

/** The node of the schema at a path such as `functions.minimumTimeout`. */
export const nodeAt = (schema: DocumentedNode, path: string): DocumentedNode | undefined =>
  path.split(".").reduce<DocumentedNode | undefined>((node, key) => node?.properties?.[key], schema);

/** The values that a key takes. */
export function kindOf(node: DocumentedNode): string {
  if (node.enum) {
    return node.enum.map((value) => `\`${String(value)}\``).join(" ");
  }
  const types = typesOf(node);
  if (types.length > 1) {
    return types.map((type) => kindOf({ ...node, type })).join(" or ");
  }
  const [type = "any"] = types;
  if (type === "array") {
    return `list of ${kindOf(node.items ?? {}).replace(/^(string|list)\b/, "$1s")}`;
  }
  const { minimum, maximum } = node;
  if (minimum === undefined && maximum === undefined) {
    return type;
  }
  return maximum === undefined ? `${type} from ${String(minimum)}` : `${type} ${String(minimum)}–${String(maximum)}`;
}

/** What a rule uses where the key is absent. */
export const defaultOf = ({ default: value }: DocumentedNode): string =>
  value === undefined ? "–" : `\`${String(value)}\``;

/** What counts where both the stack and the organization set the key. */
function togetherAt(path: string, node: DocumentedNode): string {
  if (path === "allow") {
    return "organization only";
  }
  if (path === "tags") {
    return "all keys, the values that both allow";
  }
  const choice = CHOICES[path] ?? CHOICES[`${path}.*`];
  if (choice) {
    return CHOICE_WORDS[choice.name] ?? choice.name;
  }
  if (node.properties) {
    return path === "facts" ? "the organization's, by table" : "key by key";
  }
  const { additionalProperties: values } = node;
  const isList = [node, ...(typeof values === "object" ? [values] : [])].some((one) => typesOf(one).includes("array"));
  return isList ? "both lists" : "the organization's";
}

function keyRows(node: DocumentedNode, path = ""): string[][] {
  return Object.entries(node.properties ?? {}).flatMap(([key, inner]) => {
    const full = path === "" ? key : `${path}.${key}`;
    const row = [
      `<a id="${full}"></a>\`${full}\``,
      kindOf(inner),
      defaultOf(inner),
      togetherAt(full, inner),
      inner.description ?? inner.title ?? "",
    ];
    return [row.map(cell), ...(full === "facts" ? [] : keyRows(inner, full))];
  });
}

export const keys = (schema: DocumentedNode): string =>
  `${table(["Key", "Value", "Default", "Stack and organization", "Meaning"], keyRows(schema))}\n`;

export const profiles = (all: Readonly<Record<string, Contract>>): string =>
  Object.entries(all)
    .map(([name, contract]) => `### ${name}\n\n${block("yaml", stringify(contract).trimEnd())}`)
    .join("\n");
