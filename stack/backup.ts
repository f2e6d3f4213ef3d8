import { allOf, anyOf, not, type Certainty } from "./certainty";
import { isAuroraInstance, isReplica, RDS_CLUSTER, RDS_INSTANCE, relationalDatabases } from "./database";
import { regionOf } from "./region";
import type { Resource } from "./resource";
import type { Stack } from "./stack";
import { tagsOf, type Tags } from "./tags";
import { known, UNKNOWN } from "./value";
import type { Read, View } from "./view";

export const BACKUP_PLAN = "aws:backup/plan:Plan";
export const BACKUP_SELECTION = "aws:backup/selection:Selection";
export const BACKUP_VAULTS = [
  "aws:backup/vault:Vault",
  "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault",
] as const;

const TABLE = "aws:dynamodb/table:Table";
const DATABASES = [RDS_INSTANCE, RDS_CLUSTER, "aws:docdb/cluster:Cluster", "aws:neptune/cluster:Cluster", TABLE];

/** The databases and tables of a stack that AWS Backup can keep: no replicas, and clusters instead of their instances. */
export function databasesToBackUp(stack: Stack): Resource[] {
  const relational = relationalDatabases(stack).filter(
    (database) => isAuroraInstance(database) !== true && !isReplica(database),
  );
  const others = stack.ofType(...DATABASES).filter(({ type, outside }) => !type.startsWith("aws:rds/") && !outside);
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

/** True for a schedule that runs every day or more often; AWS Backup's own, at five in the morning, is daily. */
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

/** Whether a plan has a rule that runs daily and, where `days` is given, keeps its backups for just that long. */
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

/** Whether any selection of the stack puts a database into a backup plan. */
export function isBackedUp(stack: Stack, database: Resource): Certainty {
  return anyOf(stack.once(findSelections).map((selection) => selects(selection, database)));
}

interface Selection {
  view: Resource;
  takes: ArnList;
  leavesOut: ArnList;
}

/** A list of ARNs and patterns. */
interface ArnList {
  databases: ReadonlySet<Resource>;
  /** The texts that are no ARN of a database of the stack. */
  patterns: readonly string[];
  /** True when there is something in it that is not known and comes from no resource of the stack. */
  hidesSome: boolean;
}

function findSelections(stack: Stack): Selection[] {
  return stack.ofType(BACKUP_SELECTION).map((view) => ({
    view,
    takes: arnList(stack, view, "resources"),
    leavesOut: arnList(stack, view, "notResources"),
  }));
}

function arnList(stack: Stack, selection: Resource, property: string): ArnList {
  const place = selection.at(property);
  const arns = place.scalars().map((scalar) => scalar.str());
  const explained = selection.propertyDependencies.get(property)?.length ?? 0;
  return {
    databases: new Set(stack.refs(place, ...DATABASES).resources),
    patterns: arns.filter(known).filter((arn) => !stack.named(arn, DATABASES)),
    hidesSome: arns.filter((arn) => arn === UNKNOWN).length > explained,
  };
}

function selects({ view, takes, leavesOut }: Selection, database: Resource): Certainty {
  const tags = tagsOf(database);
  const all = ["resources", "selectionTags", "conditions"].every((property) => isEmpty(view.at(property)));
  const inResources = isEmpty(view.at("resources")) ? !isEmpty(view.at("conditions")) : lists(takes, database);
  return allOf([
    not(lists(leavesOut, database)),
    // Conditions narrow what is listed, tags add to it; a selection that says nothing takes everything.
    anyOf([all, allOf([inResources, meets(view, tags)]), hasTag(view, tags)]),
  ]);
}

function isEmpty({ value }: View): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

function lists({ databases, patterns, hidesSome }: ArnList, database: Resource): Certainty {
  if (databases.has(database)) {
    return true;
  }
  const arn = arnOf(database);
  return anyOf([hidesSome ? UNKNOWN : false, ...patterns.map((pattern) => matchesArn(pattern, arn))]);
}

/** Stands in an ARN for a part that is not known. */
const GAP = "\0";
const ACCOUNT = "account";

function arnOf(database: Resource): string {
  const place = `${orGap(regionOf(database))}:${ACCOUNT}`;
  switch (database.type) {
    case TABLE:
      return `arn:aws:dynamodb:${place}:table/${orGap(database.str("name"))}`;
    case RDS_INSTANCE:
      return `arn:aws:rds:${place}:db:${orGap(database.str("identifier"))}`;
    default:
      return `arn:aws:rds:${place}:cluster:${orGap(database.str("clusterIdentifier"))}`;
  }
}

function orGap(part: Read<string>): string {
  return known(part) ? part : GAP;
}

function matchesArn(pattern: string, arn: string): Certainty {
  // A stack has one partition and, as a rule, one account.
  const ours = pattern.replace(/^arn:aws[a-z-]*:/, "arn:aws:").replace(/:\d{12}:/, `:${ACCOUNT}:`);
  const certain = Math.min(lengthBefore("*", ours), lengthBefore(GAP, arn));
  if (ours.slice(0, certain) !== arn.slice(0, certain)) {
    return false; // most patterns are of other services, and this is the cheap way to see it
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
 * True when a pattern, in which `*` stands for any text, covers a text. With `fill`, when it does so for some text in
 * each gap; without, when it does so for every text.
 */
function covers(pattern: string, text: string, fill: boolean): boolean {
  // reached[j]: the part of the pattern that was looked at covers the first j characters of the text.
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
function meets(selection: Resource, tags: Tags): Certainty {
  const blocks = selection.list("conditions");
  if (!known(blocks)) {
    return blocks === undefined ? true : UNKNOWN;
  }
  return allOf(
    blocks.flatMap((block) => [
      ...tests(block, "stringEquals", (wanted) => hasValue(tags, wanted, false)),
      ...tests(block, "stringLikes", (wanted) => hasValue(tags, wanted, true)),
      ...tests(block, "stringNotEquals", (wanted) => not(hasValue(tags, wanted, false))),
      ...tests(block, "stringNotLikes", (wanted) => not(hasValue(tags, wanted, true))),
    ]),
  );
}

function tests(block: View, operator: string, test: (wanted: View) => Certainty): Certainty[] {
  const wanted = block.list(operator);
  return known(wanted) ? wanted.map(test) : wanted === undefined ? [] : [UNKNOWN];
}

/** Whether the tags have one of those that a selection takes. */
function hasTag(selection: Resource, tags: Tags): Certainty {
  return anyOf(tests(selection, "selectionTags", (wanted) => hasValue(tags, wanted, false)));
}

function hasValue(tags: Tags, wanted: View, isPattern: boolean): Certainty {
  const key = wanted.str("key");
  const value = wanted.str("value");
  if (!known(key) || !known(value)) {
    return UNKNOWN;
  }
  const actual = tags.values.get(key.replace(/^aws:ResourceTag\//, ""));
  if (!known(actual)) {
    return actual === undefined && tags.complete ? false : UNKNOWN;
  }
  return isPattern ? covers(value, actual, false) : actual === value;
}
