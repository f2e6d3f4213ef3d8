import { isObject, type JsonObject } from "./read";
import type { Contract } from "./schema";
import { requiredTags } from "./tags";

type Choice = (stack: unknown, organization: unknown) => unknown;

const larger: Choice = (stack, organization) => Math.max(stack as number, organization as number);
const smaller: Choice = (stack, organization) => Math.min(stack as number, organization as number);
const kept: Choice = (_stack, organization) => organization;

function newer(stack: unknown, organization: unknown): unknown {
  return compareVersions(String(stack), String(organization)) > 0 ? stack : organization;
}

function compareVersions(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}

/**
 * How a value of the stack and one of the organization are merged, where it differs from the default: lists join, and
 * anything else is the organization's. The lists of what is allowed loosen the contract, so they do not join.
 */
export const CHOICES: Readonly<Record<string, Choice>> = {
  "availabilityZones.minimum": larger,
  "allowedPorts.tcp": kept,
  "allowedPorts.udp": kept,
  approvedImages: kept,
  allowedInstanceTypes: kept,
  allowedRegistries: kept,
  allowedTlsPolicies: kept,
  secretRotationDays: smaller,
  keyRotationDays: smaller,
  certificateExpiryDays: larger,
  "passwordPolicy.minimumLength": larger,
  "passwordPolicy.reusePrevention": larger,
  "passwordPolicy.maximumAgeDays": smaller,
  "passwordPolicy.temporaryDays": smaller,
  "engineVersions.allow": kept,
  databaseInstances: larger,
  backupRetentionDays: larger,
  streamRetentionHours: larger,
  logRetentionDays: larger,
  "functions.minimumTimeout": larger,
  "functions.minimumMemory": larger,
  "functions.minimumRuntimes.*": newer,
  "tests.coverage": larger,
};

/** One contract over another: objects merge, other values of the upper one replace those of the lower. */
export function over(lower: Contract, upper: Contract): Contract {
  return overlaid(lower, upper) as Contract;
}

function overlaid(lower: unknown, upper: unknown): unknown {
  if (upper === undefined) {
    return lower;
  }
  return isObject(lower) && isObject(upper)
    ? merged([lower, upper], (key) => overlaid(at(lower, key), at(upper, key)))
    : upper;
}

/** What a contract sets where another one sets nothing; a list, tags and a table count as a whole. */
export function beneath(lower: Contract, upper: Contract): Contract {
  return uncovered("", { ...lower }, { ...upper });
}

function uncovered(path: string, lower: JsonObject, upper: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(lower).flatMap(([key, value]): [string, unknown][] => {
      const here = path === "" ? key : `${path}.${key}`;
      const above = at(upper, key);
      if (above === undefined) {
        return [[key, value]];
      }
      return isObject(value) && isObject(above) && here !== "tags" && !isTable(here)
        ? [[key, uncovered(here, value, above)]]
        : [];
    }),
  );
}

/** A key of the contract's maps may be a name that every object has, such as `constructor`. */
function at(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function merged(objects: readonly JsonObject[], valueOf: (key: string) => unknown): JsonObject {
  const keys = new Set(objects.flatMap((object) => Object.keys(object)));
  return Object.fromEntries([...keys].map((key) => [key, valueOf(key)]));
}

/** A value of the stack that does not count, because the organization has set the key. */
export interface Override {
  path: string;
  own: unknown;
  organization: unknown;
}

/** The values of one key: the stack's with its profile, the stack's alone, the organization's. */
interface Layers {
  stack: unknown;
  own: unknown;
  organization: unknown;
}

export interface Locked {
  contract: Contract;
  overrides: Override[];
}

/**
 * Applies the organization's contract to the stack's: lists join, of minimums the larger counts, and any other key is the
 * organization's unless its `allow` names it. `own` is the stack's contract without its profile.
 */
export function lock(stack: Contract, own: Contract, organization: Contract): Locked {
  const overrides: Override[] = [];
  const open = organization.allow ?? [];

  function settle(path: string, layers: Layers): unknown {
    const { stack: theirs, own: explicit, organization: ours } = layers;
    if (ours === undefined || theirs === undefined) {
      return ours ?? theirs;
    }
    // What an organization sets of a table locks it as a whole: half of either would be neither's table.
    const isWhole = path === "tags" || (isTable(path) && !isOpen(path));
    if (!isWhole && isObject(theirs) && isObject(ours)) {
      return settleObject(path, theirs, isObject(explicit) ? explicit : {}, ours);
    }
    if (isOpen(path)) {
      return explicit ?? ours;
    }
    const value = choose(path, theirs, ours);
    if (explicit !== undefined && isLost(path, explicit, value)) {
      overrides.push({ path, own: explicit, organization: ours });
    }
    return value;
  }

  function settleObject(path: string, theirs: JsonObject, explicit: JsonObject, ours: JsonObject): JsonObject {
    return merged([theirs, ours], (key) =>
      settle(path === "" ? key : `${path}.${key}`, {
        stack: at(theirs, key),
        own: at(explicit, key),
        organization: at(ours, key),
      }),
    );
  }

  const isOpen = (path: string): boolean => open.some((key) => path === key || path.startsWith(`${key}.`));

  return { contract: settleObject("", { ...stack }, { ...own }, { ...organization }), overrides };
}

const isTable = (path: string): boolean => /^facts\.[^.]+$/.test(path);

function choiceAt(path: string): Choice | undefined {
  if (path.startsWith("facts.")) {
    return kept;
  }
  return CHOICES[path] ?? CHOICES[path.replace(/\.[^.]+$/, ".*")];
}

function choose(path: string, theirs: unknown, ours: unknown): unknown {
  const choice = choiceAt(path);
  if (choice !== undefined) {
    return choice(theirs, ours);
  }
  if (path === "tags") {
    return joinTags(theirs as Contract["tags"], ours as Contract["tags"]);
  }
  if (Array.isArray(ours)) {
    return joinLists(theirs, ours);
  }
  return ours;
}

/** For log exports, `true` is the list of all. */
function joinLists(theirs: unknown, ours: readonly unknown[]): unknown {
  if (!Array.isArray(theirs)) {
    return theirs === true ? true : ours;
  }
  return [...new Set<unknown>([...ours, ...(theirs as unknown[])])];
}

/** All keys of both; the values that both allow, or the organization's where that leaves none. */
function joinTags(theirs: Contract["tags"], ours: Contract["tags"]): Contract["tags"] {
  if (Array.isArray(theirs) && Array.isArray(ours)) {
    return [...new Set([...ours, ...theirs])];
  }
  const values = new Map(requiredTags(ours));
  for (const [key, theirValues] of requiredTags(theirs)) {
    const ourValues = values.get(key) ?? [];
    const both = ourValues.length === 0 ? theirValues : theirValues.filter((value) => ourValues.includes(value));
    values.set(key, both.length === 0 ? ourValues : both);
  }
  return Object.fromEntries([...values].map(([key, allowed]) => [key, [...allowed]]));
}

/** True when neither the stack's own value counts nor a stricter one of its kind. */
function isLost(path: string, own: unknown, value: unknown): boolean {
  const choice = choiceAt(path);
  if (choice !== undefined && choice !== kept) {
    return false;
  }
  if (path === "tags") {
    return losesValues(requiredTags(own as Contract["tags"]), requiredTags(value as Contract["tags"]));
  }
  if (Array.isArray(own) && choice === undefined) {
    return value === false;
  }
  return JSON.stringify(own) !== JSON.stringify(value);
}

function losesValues(
  own: ReadonlyMap<string, readonly string[]>,
  inForce: ReadonlyMap<string, readonly string[]>,
): boolean {
  return [...own].some(([key, values]) => values.some((value) => inForce.get(key)?.includes(value) === false));
}
