import table from "./data/physical-names.json";
import { choosesName } from "./types";
import type { Resource } from "../graph/resource";
import { tagsOf, takesTags } from "./tags";
import { canonicalType } from "../graph/tokens";
import { known, UNKNOWN, type Unknown } from "../graph/value";
import { wordsOf } from "../graph/words";

const named: ReadonlyMap<string, string> = new Map(Object.entries(table.named));
const unnamed: ReadonlySet<string> = new Set(table.unnamed);
const parts: ReadonlySet<string> = new Set(table.parts);

/** A name of a resource that can contain its environment. */
export interface ResourceName {
  /** The name itself. */
  text: string | Unknown;
  /** The argument that holds it; absent for the logical name, and for names that come from it. */
  property?: string;
}

/** The argument with the name under which AWS knows a resource of this type; absent where there is none. */
export function nameProperty(registered: string): string | undefined {
  const type = canonicalType(registered);
  return named.get(type) ?? (takesTags(type) && choosesName(type) && !parts.has(type) ? "name" : undefined);
}

// What the provider makes from the logical name where a program sets none: `orders-1a2b3c4`.
function isAutomatic(text: string, logical: string): boolean {
  return (
    text.toLowerCase().startsWith(logical.toLowerCase()) &&
    /^[-_]?[0-9a-f]{7,8}(?:\.fifo)?$/.test(text.slice(logical.length))
  );
}

/**
 * The names that identify a resource: the one in AWS (or its prefix), else the logical name that it comes from; for a
 * resource without any, its tag Name and its logical name. Empty for what has no name of its own, such as attachments,
 * associations, rules and parts of other resources.
 */
export function namesOf(resource: Resource): ResourceName[] {
  const { name, type } = resource;
  const property = nameProperty(type);
  if (property !== undefined) {
    return [givenName(resource, property) ?? { text: name }];
  }
  if (!unnamed.has(type)) {
    return [];
  }
  const { values, complete } = tagsOf(resource);
  const tag = values.get("Name") ?? (complete ? undefined : UNKNOWN);
  const logical: ResourceName = { text: name };
  return tag === undefined ? [logical] : [logical, { text: tag, property: "tags.Name" }];
}

function givenName(resource: Resource, property: string): ResourceName | undefined {
  const entries = resource.entries();
  if (!known(entries)) {
    return { text: UNKNOWN, property };
  }
  const given = new Map(entries);
  for (const key of [property, `${property}Prefix`]) {
    const text = given.get(key)?.str();
    if (text !== undefined && text !== "" && !(known(text) && isAutomatic(text, resource.name))) {
      return { text, property: key };
    }
  }
  return undefined;
}

/**
 * True when a name contains a suffix as words of its own, in any case and with any separators: `shop-pr-12-logs` and
 * `shopPr12` contain `pr-12`, `shop-pr-123` does not, and `product-catalog` does not contain `prod`.
 */
export function hasSuffix(name: string, suffix: string): boolean {
  const expected = wordsOf(suffix).join("");
  if (expected === "") {
    return name.includes(suffix);
  }
  const endsInDigit = /\d$/.test(expected);
  let before = "";
  return wordsOf(name).some((word) => {
    before += word;
    // `subnet-dev2` is the second one of dev.
    const texts = endsInDigit ? [before] : [before, before.replace(/\d{1,4}$/, "")];
    return word === expected || texts.some((text) => text.endsWith(expected) && !cutsNumber(text, expected));
  });
}

const cutsNumber = (text: string, end: string): boolean =>
  /^\d/.test(end) && /\d$/.test(text.slice(0, text.length - end.length));
