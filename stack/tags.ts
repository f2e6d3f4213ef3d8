import { hasTags, inheritsTags } from "./aws-types";
import type { Resource } from "./resource";
import { known, UNKNOWN } from "./value";
import type { Read, View } from "./view";

// Their `tags` choose other resources, or belong to an S3 object, which no bill and no inventory of resources shows.
const OTHER_TAGS: ReadonlySet<string> = new Set([
  "aws:devopsguru/resourceCollection:ResourceCollection",
  "aws:inspector/resourceGroup:ResourceGroup",
  "aws:s3/bucketObject:BucketObject",
  "aws:s3/bucketObjectv2:BucketObjectv2",
  "aws:s3/objectCopy:ObjectCopy",
]);

/** The tags that a resource will have. */
export interface Tags {
  /** By key; the value may be unknown. */
  values: ReadonlyMap<string, Exclude<Read<string>, undefined>>;
  /** False when there may be more keys than these. */
  complete: boolean;
}

/** True for a type whose resources carry tags. */
export function takesTags(type: string): boolean {
  return hasTags(type) && !OTHER_TAGS.has(type);
}

/** True for a type that the provider's default tags reach: all with tags but Auto Scaling groups. */
export function takesDefaultTags(type: string): boolean {
  return takesTags(type) && inheritsTags(type);
}

/** The tags by which costs are told apart, each with the names that organizations give it. */
const NAMES_OF_TAGS = {
  Project: ["project"],
  Environment: ["environment", "env", "stage"],
  ManagedBy: ["managedby"],
  CostCenter: ["costcenter", "costcentre"],
  Owner: ["owner", "team"],
  Application: ["application", "app", "service"],
} as const;

export type CostTag = keyof typeof NAMES_OF_TAGS;

export const COST_TAGS = Object.keys(NAMES_OF_TAGS) as CostTag[];

/** `cost-center` and `CostCenter` are one key here: how an organization writes it is its own affair. */
export const foldedKey = (key: string): string => key.toLowerCase().replace(/[^a-z0-9]/g, "");

/** Which of these tags a key is, under whatever name and prefix: `env`, `acme:cost-centre`. */
export function costTagOf(key: string): CostTag | undefined {
  const name = foldedKey(key.split(/[:/]/).at(-1) ?? "");
  return COST_TAGS.find((tag) => (NAMES_OF_TAGS[tag] as readonly string[]).includes(name));
}

const found = new WeakMap<Resource, Tags>();

/** The tags of a resource, the default tags of its provider counted. */
export function tagsOf(resource: Resource): Tags {
  const tags = found.get(resource) ?? readTags(resource);
  found.set(resource, tags);
  return tags;
}

function readTags(resource: Resource): Tags {
  const own = entriesOf(resource.at("tags"));
  if (!takesDefaultTags(resource.type)) {
    return { values: new Map(orNone(own)), complete: own !== UNKNOWN };
  }
  const defaults = entriesOf(resource.provider.json("defaultTags").at("tags"));
  // An unknown `tagsAll` hides nothing: it is made of the other two.
  const all = entriesOf(resource.at("tagsAll"));
  return {
    values: new Map([...orNone(defaults), ...orNone(all), ...orNone(own)]),
    complete: defaults !== UNKNOWN && own !== UNKNOWN,
  };
}

type Entry = [string, Exclude<Read<string>, undefined>];

function orNone(entries: Read<Entry[]>): Entry[] {
  return known(entries) ? entries : [];
}

/** The entries of a map, or of the list of `{key, value}` that an Auto Scaling group takes. */
function entriesOf(tags: View): Read<Entry[]> {
  const list = Array.isArray(tags.value) ? tags.list() : undefined;
  const pairs = known(list) ? pairsOf(list) : tags.entries();
  if (!known(pairs)) {
    return pairs;
  }
  return pairs.flatMap(([key, view]): Entry[] => {
    const value = view.str();
    return value === undefined ? [] : [[key, value]];
  });
}

function pairsOf(tags: readonly View[]): Read<[string, View][]> {
  const pairs: [string, View][] = [];
  for (const tag of tags) {
    const key = tag.str("key");
    if (!known(key)) {
      return UNKNOWN;
    }
    pairs.push([key, tag.at("value")]);
  }
  return pairs;
}
