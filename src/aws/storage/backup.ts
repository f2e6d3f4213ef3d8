import { allOf, anyOf, not, type Certainty } from "../../graph/certainty";
import { isAuroraInstance, isReplica, relationalDatabases } from "../databases/database";
import { regionOf } from "../region";
import type { Resource } from "../../graph/resource";
import { grouped, type Stack } from "../../graph/stack";
import { tagsOf, type Tags } from "../tags";
import { known, UNKNOWN, type Unknown } from "../../graph/value";
import type { Read, View } from "../../graph/view";
import {
  BACKUP_SELECTION,
  DYNAMODB_TABLE,
  EBS_VOLUME,
  EFS_FILE_SYSTEM,
  RDS_CLUSTER,
  RDS_INSTANCE,
} from "../type-tokens";

export const BACKUP_VAULTS = [
  "aws:backup/vault:Vault",
  "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault",
] as const;
const DATABASES = [
  RDS_INSTANCE,
  RDS_CLUSTER,
  "aws:docdb/cluster:Cluster",
  "aws:neptune/cluster:Cluster",
  DYNAMODB_TABLE,
];
/** What a selection can name, as far as rules ask for it. */
const BACKED_UP = [...DATABASES, EBS_VOLUME, EFS_FILE_SYSTEM];

/** The databases and tables of a stack that AWS Backup can back up: no replicas, and clusters instead of their instances. */
export function databasesToBackUp(stack: Stack): Resource[] {
  const relational = relationalDatabases(stack).filter(
    (database) => isAuroraInstance(database) !== true && !isReplica(database),
  );
  const others = stack.managed(...DATABASES).filter(({ type }) => !type.startsWith("aws:rds/"));
  return [...relational, ...others];
}

const MINUTES: Readonly<Record<string, number>> = { minute: 1, hour: 60, day: 1440 };
const EVERY: ReadonlySet<string> = new Set([
  "*",
  "?",
  "*/1",
  "1/1",
  "1-31",
  "1-12",
  "JAN-DEC",
  "1-7",
  "SUN-SAT",
  "MON-SUN",
]);

/** Whether a schedule runs every day or more often; the default of AWS Backup, at five in the morning, is daily. */
export function isDaily(schedule: Read<string>): Certainty {
  if (!known(schedule)) {
    return schedule === undefined ? true : UNKNOWN;
  }
  const [, count = "", unit = ""] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(schedule) ?? [];
  const minutes = MINUTES[unit];
  if (minutes !== undefined) {
    return Number(count) * minutes <= 1440;
  }
  const fields = /^cron\(([^()]*)\)$/.exec(schedule)?.[1]?.trim().split(/\s+/);
  return fields?.length === 6 ? fields.slice(2).every((field) => EVERY.has(field.toUpperCase())) : UNKNOWN;
}

const HOUR = 60;
const DAY = 1440;
const WEEK = 7 * DAY;
const CONTINUOUS = 5;

/** The minutes between two backups of a plan: those of its most frequent rule. */
export function minutesBetween(plan: Resource): number | Unknown {
  const rules = plan.list("rules");
  const all: readonly (number | Unknown)[] = known(rules) ? rules.map(minutesOfRule) : [UNKNOWN];
  return all.includes(UNKNOWN) ? UNKNOWN : Math.min(...all.filter(known));
}

function minutesOfRule(rule: View): number | Unknown {
  const schedule = rule.str("schedule");
  if (rule.bool("enableContinuousBackup") === true) {
    return CONTINUOUS;
  }
  if (!known(schedule)) {
    return schedule === undefined ? DAY : UNKNOWN;
  }
  const [, count = "", unit = ""] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(schedule) ?? [];
  const minutes = MINUTES[unit];
  if (minutes !== undefined) {
    return Number(count) * minutes;
  }
  const daily = isDaily(schedule);
  return daily === true ? minutesOfHours(schedule.split(/\s+/)[1] ?? "") : daily === UNKNOWN ? UNKNOWN : WEEK;
}

/** The longest pause in the hours of a schedule that runs daily. */
function minutesOfHours(field: string): number | Unknown {
  const step = /^(?:\*|0)\/(\d+)$/.exec(field)?.[1];
  if (field === "*" || step !== undefined) {
    return HOUR * Number(step ?? 1);
  }
  const hours = field.split(",").map(Number);
  const [first = 0] = hours;
  return hours.some(Number.isNaN)
    ? UNKNOWN
    : HOUR * Math.max(...hours.map((hour, index) => (hours[index + 1] ?? first + 24) - hour));
}

/** Whether a plan has a rule that runs daily and, where `days` is given, keeps its backups for exactly that long. */
export function keepsDaily(plan: Resource, days?: number): Certainty {
  const rules = plan.list("rules");
  if (!known(rules)) {
    return rules === UNKNOWN ? UNKNOWN : false;
  }
  return anyOf(
    rules.map((rule) => {
      const kept = rule.num("lifecycle", "deleteAfter");
      return allOf([isDaily(rule.str("schedule")), days === undefined || (kept === UNKNOWN ? UNKNOWN : kept === days)]);
    }),
  );
}

/** Whether any selection of the stack puts a database, volume or file system into a backup plan. */
export function isBackedUp(stack: Stack, resource: Resource): Certainty {
  const { byResource, others } = stack.once(indexSelections);
  return anyOf([...(byResource.get(resource) ?? []), ...others].map((selection) => selects(selection, resource)));
}

/** The selections that list resources of the stack and nothing else, by these; and all others, which may include any. */
function indexSelections(stack: Stack): { byResource: Map<Resource, Selection[]>; others: Selection[] } {
  const selections = stack.once(findSelections);
  const isPlain = ({ resource, included: { resources, exact, patterns, hasUnknown } }: Selection): boolean =>
    resources.size > 0 &&
    exact.size === 0 &&
    patterns.length === 0 &&
    !hasUnknown &&
    ["selectionTags", "conditions"].every((property) => isEmpty(resource.at(property)));
  return {
    byResource: grouped(selections.filter(isPlain), ({ included }) => included.resources),
    others: distinct(selections.filter((selection) => !isPlain(selection))),
  };
}

/** Selections without those that select the same as another one by tags and patterns alone. */
function distinct(selections: readonly Selection[]): Selection[] {
  const found = new Map<unknown, Selection>();
  for (const selection of selections) {
    const { resource, included, excluded } = selection;
    const isByPattern = included.resources.size + excluded.resources.size === 0;
    const { resources, notResources, selectionTags, conditions } = resource.value as Record<string, unknown>;
    const key = isByPattern && JSON.stringify([resources, notResources, selectionTags, conditions], withUnknown);
    found.set(key === false ? resource : key, selection);
  }
  return [...found.values()];
}

const withUnknown = (_key: string, value: unknown): unknown => (value === UNKNOWN ? { unknown: true } : value);

interface Selection {
  resource: Resource;
  included: ArnList;
  excluded: ArnList;
}

/** A list of ARNs and patterns. */
interface ArnList {
  resources: ReadonlySet<Resource>;
  /** The ARNs without wildcards that are not of a resource of the stack, in the form in which they are compared. */
  exact: ReadonlySet<string>;
  /** Those with wildcards. */
  patterns: readonly string[];
  /** True when an item is not known and comes from no resource of the stack. */
  hasUnknown: boolean;
  /** Whether they include an ARN: those that are not known are often the same. */
  matched: Map<string, Certainty>;
}

function findSelections(stack: Stack): Selection[] {
  return stack.ofType(BACKUP_SELECTION).map((resource) => ({
    resource,
    included: arnList(stack, resource, "resources"),
    excluded: arnList(stack, resource, "notResources"),
  }));
}

function arnList(stack: Stack, selection: Resource, property: string): ArnList {
  const list = selection.at(property);
  const arns = list.scalars().map((scalar) => scalar.str());
  const compared = arns
    .filter(known)
    .filter((arn) => !stack.named(arn, BACKED_UP))
    .map(comparable);
  const explained = selection.propertyDependencies.get(property)?.length ?? 0;
  return {
    resources: new Set(stack.refs(list, ...BACKED_UP).resources),
    exact: new Set(compared.filter((arn) => !arn.includes("*"))),
    patterns: compared.filter((arn) => arn.includes("*")),
    hasUnknown: arns.filter((arn) => arn === UNKNOWN).length > explained,
    matched: new Map(),
  };
}

function selects({ resource, included, excluded }: Selection, candidate: Resource): Certainty {
  const tags = tagsOf(candidate);
  const all = ["resources", "selectionTags", "conditions"].every((property) => isEmpty(resource.at(property)));
  const inResources = isEmpty(resource.at("resources"))
    ? !isEmpty(resource.at("conditions"))
    : includes(included, candidate);
  return allOf([
    not(includes(excluded, candidate)),
    // Conditions narrow the list, tags add to it; a selection without any of them takes everything.
    anyOf([all, allOf([inResources, meetsConditions(resource, tags)]), hasTag(resource, tags)]),
  ]);
}

function isEmpty({ value }: View): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

function includes(list: ArnList, candidate: Resource): Certainty {
  if (list.resources.has(candidate)) {
    return true;
  }
  const arn = arnOf(candidate);
  const found = list.matched.get(arn) ?? matchedBy(list, arn);
  list.matched.set(arn, found);
  return found;
}

function matchedBy({ exact, patterns, hasUnknown }: ArnList, arn: string): Certainty {
  // Only what is not known of an ARN may be any of the exact ones.
  const compared = arn.includes(GAP) ? [...exact, ...patterns] : patterns;
  return anyOf([hasUnknown ? UNKNOWN : false, exact.has(arn), ...compared.map((pattern) => matchesArn(pattern, arn))]);
}

/** Replaces a part of an ARN that is not known. */
const GAP = "\0";
const ACCOUNT = "account";

function arnOf(resource: Resource): string {
  const owner = `${orGap(regionOf(resource))}:${ACCOUNT}`;
  switch (resource.type) {
    case DYNAMODB_TABLE:
      return `arn:aws:dynamodb:${owner}:table/${orGap(resource.str("name"))}`;
    case RDS_INSTANCE:
      return `arn:aws:rds:${owner}:db:${orGap(resource.str("identifier"))}`;
    case EBS_VOLUME:
      return `arn:aws:ec2:${owner}:volume/${orGap(resource.id)}`;
    case EFS_FILE_SYSTEM:
      return `arn:aws:elasticfilesystem:${owner}:file-system/${orGap(resource.id)}`;
    default:
      return `arn:aws:rds:${owner}:cluster:${orGap(resource.str("clusterIdentifier"))}`;
  }
}

function orGap(part: Read<string>): string {
  return known(part) ? part : GAP;
}

// A stack has one partition and, as a rule, one account.
const comparable = (arn: string): string =>
  arn.replace(/^arn:aws[a-z-]*:/, "arn:aws:").replace(/:\d{12}:/, `:${ACCOUNT}:`);

function matchesArn(ours: string, arn: string): Certainty {
  const certain = Math.min(lengthBefore("*", ours), lengthBefore(GAP, arn));
  if (ours.slice(0, certain) !== arn.slice(0, certain)) {
    return false; // cheap, and enough for most patterns, which are of other services
  }
  if (covers(ours, arn, false)) {
    return true;
  }
  return covers(ours, arn, true) ? UNKNOWN : false;
}

function lengthBefore(sign: string, text: string): number {
  const index = text.indexOf(sign);
  return index < 0 ? text.length : index;
}

/**
 * True when a pattern, in which `*` matches anything, covers a string. With `fill`, when it does so for some value of
 * each gap; without, when it does so for every value.
 */
function covers(pattern: string, text: string, fill: boolean): boolean {
  // reached[j]: the part of the pattern up to here covers the first j characters of the string.
  let reached: boolean[] = [true];
  for (let j = 1; j <= text.length; j++) {
    reached[j] = fill && text[j - 1] === GAP && reached[j - 1] === true;
  }
  for (const sign of pattern) {
    if (!reached.includes(true)) {
      return false;
    }
    const before = reached;
    reached = [sign === "*" && before[0] === true];
    for (let j = 1; j <= text.length; j++) {
      const mark = text[j - 1];
      const isGap = fill && mark === GAP;
      const goesOn = (sign === "*" || (isGap && sign !== ":")) && before[j] === true;
      const staysEmpty = (sign === "*" || isGap) && reached[j - 1] === true;
      reached[j] = goesOn || staysEmpty || (mark === sign && before[j - 1] === true);
    }
  }
  return reached[text.length] === true;
}

/** Whether the tags meet all of a selection's conditions. */
function meetsConditions(selection: Resource, tags: Tags): Certainty {
  const blocks = selection.list("conditions");
  if (!known(blocks)) {
    return blocks === undefined ? true : UNKNOWN;
  }
  return allOf(
    blocks.flatMap((block) => [
      ...outcomes(block, "stringEquals", (condition) => hasValue(tags, condition, false)),
      ...outcomes(block, "stringLikes", (condition) => hasValue(tags, condition, true)),
      ...outcomes(block, "stringNotEquals", (condition) => not(hasValue(tags, condition, false))),
      ...outcomes(block, "stringNotLikes", (condition) => not(hasValue(tags, condition, true))),
    ]),
  );
}

function outcomes(block: View, operator: string, test: (condition: View) => Certainty): Certainty[] {
  const conditions = block.list(operator);
  return known(conditions) ? conditions.map(test) : conditions === undefined ? [] : [UNKNOWN];
}

/** Whether the tags have one of the tags that a selection lists. */
function hasTag(selection: Resource, tags: Tags): Certainty {
  return anyOf(outcomes(selection, "selectionTags", (condition) => hasValue(tags, condition, false)));
}

function hasValue(tags: Tags, condition: View, isPattern: boolean): Certainty {
  const key = condition.str("key");
  const value = condition.str("value");
  if (!known(key) || !known(value)) {
    return UNKNOWN;
  }
  const actual = tags.values.get(key.replace(/^aws:ResourceTag\//, ""));
  if (!known(actual)) {
    return actual === undefined && tags.complete ? false : UNKNOWN;
  }
  return isPattern ? covers(value, actual, false) : actual === value;
}
