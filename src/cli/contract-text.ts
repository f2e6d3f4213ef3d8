import { Document, isCollection, isScalar, Scalar, visit, type Node } from "yaml";
import type { Origin } from "../contract/origins";
import { CONTRACT_SCHEMA, type EffectiveContract } from "../contract/schema";
import { listed } from "../contract/show";
import { escapedInQuotes, printable } from "../printable";
import { packPlace, type Settings } from "./settings-for";

/** A contract as YAML, each value with the places that it comes from. */
export function contractText(contract: EffectiveContract, origins: readonly Origin[]): string {
  const kept = Object.keys(CONTRACT_SCHEMA.properties)
    .map((key) => [key, (contract as Record<string, unknown>)[key]] as const)
    .filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0));
  if (kept.length === 0) {
    return "# No contract is in force: no profile is named, and no key is set.\n";
  }
  const document = new Document(Object.fromEntries(kept), { compat: "yaml-1.1", aliasDuplicateObjects: false });
  for (const { path, places } of origins) {
    const node = document.getIn(path, true) as Node | undefined;
    if (node && places.length > 0) {
      comment(node, ` ${printable(listed(places, "and"))}`);
    }
  }
  visit(document, {
    Scalar: (_key, scalar) => {
      if (typeof scalar.value === "string" && printable(scalar.value) !== scalar.value) {
        scalar.type = Scalar.QUOTE_DOUBLE;
      }
    },
  });
  return escapedInQuotes(document.toString({ lineWidth: 100, doubleQuotedMinMultiLineLength: Infinity }));
}

function comment(node: Node, text: string): void {
  if (isCollection(node) && !node.items.every((item) => isScalar(item))) {
    node.commentBefore = text;
  } else {
    if (isCollection(node)) {
      node.flow = true;
    }
    node.comment = text;
  }
}

/** The levels that are set, as preflight.yaml has them, each with the place that it comes from; empty where none is. */
export function levelsText(settings: Settings, organization = ""): string {
  const { file, packs, policyLevels, levelOfAll, fileLevels } = settings;
  const { rule = {}, category = {}, severity = {} } = file?.levels ?? {};
  const place = file?.place ?? "";
  const byRule = new Map<string, readonly [level: string, place: string]>([
    ...Object.keys(rule).flatMap((id) => lineOf(id, fileLevels.get(id), place)),
    ...[...packs.levels].flatMap(([id, level]) => (policyLevels.has(id) ? [] : lineOf(id, level, packPlace(packs)))),
    ...[...policyLevels].flatMap(([id, level]) => (level === levelOfAll ? [] : lineOf(id, level, organization))),
  ]);
  const others = { category, severity };
  const lines = [
    ...(levelOfAll === undefined ? [] : [`  # all others: ${levelOfAll}, from ${printable(organization)}`]),
    ...section("rule", [...byRule]),
    ...Object.entries(others).flatMap(([key, set]) =>
      section(
        key,
        Object.entries(set).flatMap(([name, level]) => lineOf(name, level, place)),
      ),
    ),
  ];
  return lines.length === 0 ? "" : `levels:\n${lines.join("\n")}\n`;
}

type Line = [name: string, set: readonly [level: string, place: string]];

const lineOf = (name: string, level: string | undefined, place: string): Line[] =>
  level === undefined ? [] : [[name, [level, place]]];

function section(key: string, lines: readonly Line[]): string[] {
  const inner = lines.map(([name, [level, place]]) => `    ${name}: ${level} # ${printable(place)}`);
  return inner.length === 0 ? [] : [`  ${key}:`, ...inner];
}
