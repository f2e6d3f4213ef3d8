// The tables of docs/contract.md: the keys of the contract, and the profiles.
"use strict";
const { CHOICES } = require("../../dist/contract/merge");
const { block, cell, table } = require("./markdown");

/** What counts where both the stack and the organization set a key, by the name of the choice. */
const CHOICE_WORDS = {
  larger: "the larger",
  smaller: "the smaller",
  newer: "the newer",
  kept: "the organization's",
};

/** The node of the schema at a path such as `functions.minimumTimeout`. */
const nodeAt = (schema, path) => path.split(".").reduce((node, key) => node?.properties?.[key], schema);

function kindOf(node) {
  if (node.enum) {
    return node.enum.map((value) => `\`${value}\``).join(" ");
  }
  const types = [node.type].flat();
  if (types.length > 1) {
    return types.map((type) => kindOf({ ...node, type })).join(" or ");
  }
  const [type] = types;
  if (type === "array") {
    return `list of ${kindOf(node.items).replace(/^(string|list)\b/, "$1s")}`;
  }
  const { minimum, maximum } = node;
  if (minimum === undefined && maximum === undefined) {
    return type;
  }
  return maximum === undefined ? `${type} from ${String(minimum)}` : `${type} ${String(minimum)}–${String(maximum)}`;
}

/** What a rule goes by where the key is absent. */
const defaultOf = (node) => (node?.default === undefined ? "–" : `\`${String(node.default)}\``);

function togetherAt(path, node) {
  if (path === "allow") {
    return "organization only";
  }
  if (path === "tags") {
    return "all keys, the values that both allow";
  }
  const choice = CHOICES[path] ?? CHOICES[`${path}.*`];
  if (choice) {
    return CHOICE_WORDS[choice.name];
  }
  if (node.properties) {
    return path === "facts" ? "the organization's, by table" : "key by key";
  }
  const isList = [node, node.additionalProperties].some((inner) => [inner?.type].flat().includes("array"));
  return isList ? "both lists" : "the organization's";
}

function keyRows(node, path = "") {
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

const keys = (schema) =>
  table(["Key", "Value", "Default", "Stack and organization", "Meaning"], keyRows(schema)) + "\n";

const profiles = (all) =>
  Object.entries(all)
    .map(([name, contract]) => `### ${name}\n\n${block("yaml", require("yaml").stringify(contract).trimEnd())}`)
    .join("\n");

module.exports = { defaultOf, keys, kindOf, nodeAt, profiles };
