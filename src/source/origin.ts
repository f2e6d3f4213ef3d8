import type { SyntaxNode } from "@lezer/common";
import { isPlaceholder } from "../graph/credential-text";
import type { Resource } from "../graph/resource";
import { HIDDEN_SECRET, readJson } from "../graph/value";
import type { View } from "../graph/view";
import type { Source } from "./source";
import { childrenOf, isLiteral, nodesBelow, unquoted } from "./syntax";

/** What is known about a program besides its resources. */
export interface OriginFacts {
  readonly config: ReadonlyMap<string, string>;
  /** False where the engine did not send the configuration. */
  readonly hasConfiguration?: boolean;
  /** Its sources, where they can be read. */
  readonly files?: { readonly literals: ReadonlySet<string> };
}

/**
 * Where a string comes from: a literal in the program's sources; a placeholder; the configuration or another resource,
 * which provided it; or none of them as far as is known.
 */
export type Origin = "source" | "placeholder" | "provided" | "unknown";

/** A known string in a resource's properties, or a part of the string there. */
export interface LocatedString {
  view: View;
  text: string;
  /** Where it is a part: the part with the characters around it. */
  excerpt?: string;
}

const SHORTEST_PART = 4;
const NONE: ReadonlySet<string> = new Set();

/**
 * Where a known string comes from. From the second preview on, values of other resources are plain strings too: what a
 * property was computed from, the configuration and the sources distinguish them from the program's own literals.
 */
export function originOf({ view, text, excerpt }: LocatedString, facts: OriginFacts): Origin {
  const { config, files } = facts;
  const { resource, property, value: whole } = view;
  const isComputed = resource.isComputed(property);
  const provided = [...settingsIn(config), ...outputsOf(resource.dependencies)];
  // A string is computed as a whole; in a map, a list or a JSON document, some values may be and others not.
  if (provided.includes(text) || (isComputed && resource.at(property).value === whole)) {
    return "provided";
  }
  // Last, since it needs all sources to be read.
  const literals = files?.literals ?? NONE;
  if ((typeof whole === "string" && literals.has(whole)) || (!isComputed && isIn(literals, text, excerpt))) {
    return "source";
  }
  if (provided.some((part) => part.length >= SHORTEST_PART && text.includes(part))) {
    return "provided";
  }
  // Where the configuration is not known, it may hold the placeholder.
  if (isPlaceholder(text) && isConfigurationKnown(facts) && (!isComputed || text === whole)) {
    return "placeholder";
  }
  return isComputed ? "provided" : "unknown";
}

/**
 * False where values of the configuration may be missing: `pulumi policy analyze` sends none, a state has none, and the
 * JSON of a preview hides its secrets.
 */
export function isConfigurationKnown({ config, hasConfiguration = true }: OriginFacts): boolean {
  return hasConfiguration && config.size > 0 && ![...config.values()].includes(HIDDEN_SECRET);
}

const isIn = (literals: ReadonlySet<string>, text: string, excerpt: string | undefined): boolean =>
  literals.has(text) || (excerpt !== undefined && [...literals].some((literal) => literal.includes(excerpt)));

/** The values of the configuration, including those inside objects and lists. */
function settingsIn(config: ReadonlyMap<string, string>): string[] {
  return [...config.values()].flatMap((value) => [value, ...stringsIn(readJson(value))]);
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "object" && value !== null) {
    return Object.values(value).flatMap(stringsIn);
  }
  return typeof value === "string" ? [value] : [];
}

const outputsOf = (resources: readonly Resource[]): string[] =>
  resources.flatMap(({ outputs }) =>
    outputs.scalars().flatMap(({ value }) => (typeof value === "string" && value !== "" ? [value] : [])),
  );

const DRY_RUN = /\bis_?dry_?run\b/i;
const ASSIGNED = /([A-Za-z_]\w{0,100})\s{0,10}(?::[^=]{0,100})?=[^=]/;

/**
 * True for a literal that the sources use only under a condition on dry runs, as in
 * `pulumi.runtime.isDryRun() ? "preview-only" : token`: in a preview, it is not what a deployment uses.
 */
export function isForPreviewOnly(text: string, sources: readonly Source[]): boolean {
  const flags = new Set(sources.flatMap(dryRunFlags));
  const uses = sources.filter((source) => source.text.includes(text)).flatMap((source) => usesOf(text, source));
  return uses.length > 0 && uses.every(({ source, node }) => isUnderDryRun(source, node, flags));
}

/** The names of variables that hold whether this is a preview. */
const dryRunFlags = ({ text }: Source): string[] =>
  (DRY_RUN.test(text) ? text.split("\n") : [])
    .filter((line) => DRY_RUN.test(line))
    .map((line) => ASSIGNED.exec(line)?.[1])
    .filter((name) => name !== undefined);

const usesOf = (text: string, source: Source): { source: Source; node: SyntaxNode }[] =>
  [...nodesBelow(source.root)]
    .filter((node) => isLiteral(node) && unquoted(source.textOf(node)) === text)
    .map((node) => ({ source, node }));

function isUnderDryRun(source: Source, node: SyntaxNode, flags: ReadonlySet<string>): boolean {
  for (let parent = node.parent; parent; parent = parent.parent) {
    const condition = conditionOf(source, parent);
    const written = condition ? source.textOf(condition) : "";
    if (DRY_RUN.test(written) || (written.match(/[A-Za-z_]\w*/g) ?? []).some((name) => flags.has(name))) {
      return true;
    }
  }
  return false;
}

/** The condition of an expression or statement that has one. */
function conditionOf({ language }: Source, node: SyntaxNode): SyntaxNode | undefined {
  const children = childrenOf(node);
  switch (node.name) {
    case "ConditionalExpression":
      // Python writes it between the values: `a if condition else b`.
      return children[language === "python" ? 2 : 0];
    case "IfStatement":
      return children[1];
    default:
      return undefined;
  }
}
