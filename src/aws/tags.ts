import { hasTags, inheritsTags } from "./types";
import type { Resource } from "../graph/resource";
import { known, UNKNOWN } from "../graph/value";
import type { Read, View } from "../graph/view";

// Their `tags` choose other resources, or belong to an S3 object, which bills and inventories do not show.
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

/** The tags for cost allocation. */
export const COST_TAGS = ["Project", "Environment", "ManagedBy", "CostCenter", "Owner", "Application"] as const;

export type CostTag = (typeof COST_TAGS)[number];

// `cost-center` and `CostCenter` are one key here: organizations write it as they like.
const folded = (key: string): string => key.toLowerCase().replace(/[^a-z0-9]/g, "");

/** The cost allocation tag that a key is, in any case and with any separators. */
export function costTagOf(key: string): CostTag | undefined {
  return COST_TAGS.find((tag) => folded(tag) === folded(key));
}

const found = new WeakMap<Resource, Tags>();

/** The tags of a resource, with the default tags of its provider. */
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
  // An unknown `tagsAll` hides nothing: it consists of the other two.
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
