import { isPlaceholder } from "./credential-text";
import type { Resource } from "./resource";
import { readJson } from "./value";
import type { View } from "./view";

/** What is known of a program beside its resources. */
export interface Program {
  readonly config: ReadonlyMap<string, string>;
  /** Its sources, where they can be read. */
  readonly files?: { readonly literals: ReadonlySet<string> };
}

/** Where a text comes from: the program's own sources, a placeholder, the configuration or a resource, or not to be told. */
export type Origin = "source" | "placeholder" | "elsewhere" | "unknown";

/** A known text at a place in a resource's properties, or a part of the text there. */
export interface Placed {
  view: View;
  text: string;
  /** Where it is a part: the part with what is around it. */
  excerpt?: string;
}

const SHORTEST_PART = 4;
const NONE: ReadonlySet<string> = new Set();

/**
 * Where a known text comes from. From the second preview on, values of other resources are plain text: what a property
 * was computed from, the configuration and the sources tell them from what the program wrote itself.
 */
export function originOf({ view, text, excerpt }: Placed, { config, files }: Program): Origin {
  const { resource } = view;
  const [property = ""] = view.path.split(/[.[]/, 1);
  const isComputed = resource.isComputed(property);
  const foreign = [...settingsIn(config), ...outputsOf(resource.dependencies)];
  const whole = view.value;
  // A text is computed as a whole; of a map, a list or a JSON text, some values may be and others not.
  if (foreign.includes(text) || (isComputed && resource.at(property).value === whole)) {
    return "elsewhere";
  }
  // Asked for last, since it takes reading all sources.
  const literals = files?.literals ?? NONE;
  if ((typeof whole === "string" && literals.has(whole)) || (!isComputed && isIn(literals, text, excerpt))) {
    return "source";
  }
  if (foreign.some((part) => part.length >= SHORTEST_PART && text.includes(part))) {
    return "elsewhere";
  }
  if (isPlaceholder(text) && (!isComputed || text === whole)) {
    return "placeholder";
  }
  return isComputed ? "elsewhere" : "unknown";
}

const isIn = (literals: ReadonlySet<string>, text: string, excerpt: string | undefined): boolean =>
  literals.has(text) || (excerpt !== undefined && [...literals].some((literal) => literal.includes(excerpt)));

/** The values of the configuration, those inside of objects and lists included. */
function settingsIn(config: ReadonlyMap<string, string>): string[] {
  return [...config.values()].flatMap((value) => [value, ...textsIn(readJson(value))]);
}

function textsIn(value: unknown): string[] {
  if (typeof value === "object" && value !== null) {
    return Object.values(value).flatMap(textsIn);
  }
  return typeof value === "string" ? [value] : [];
}

const outputsOf = (resources: readonly Resource[]): string[] =>
  resources.flatMap(({ outputs }) =>
    outputs.scalars().flatMap(({ value }) => (typeof value === "string" && value !== "" ? [value] : [])),
  );
