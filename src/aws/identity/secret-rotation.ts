import { connectionPasswords, secrecyOf } from "../../graph/credential-text";
import { isDatabase, masterPasswords } from "../databases/master-passwords";
import type { Resource } from "../../graph/resource";
import { secretTexts, sourcesOf, versionAt, versionsOf } from "./secrets";
import type { Stack } from "../../graph/stack";
import { known, UNKNOWN } from "../../graph/value";
import type { Read, View } from "../../graph/view";
import {
  RDS_PROXY,
  SECRETSMANAGER_SECRET,
  SECRETSMANAGER_SECRET_ROTATION,
  SECRETSMANAGER_SECRET_VERSION,
} from "../type-tokens";

/** A secret that holds the credentials of a database. */
export interface DatabaseSecret {
  secret: Resource;
  /** True when only a computed string shows it, which a first preview cannot know. */
  restsOnComputedText: boolean;
}

/** The secrets that hold the credentials of a database, by what their values are computed from or contain. */
export function databaseSecrets(stack: Stack): readonly DatabaseSecret[] {
  return stack.once(findDatabaseSecrets);
}

function findDatabaseSecrets(stack: Stack): DatabaseSecret[] {
  const passwords = masterPasswords(stack).flatMap(({ password }) => password ?? []);
  const versions = versionsOf(stack).filter(({ content }) => !content || hasPassword(content));
  const passwordSources = new Set(passwords.flatMap(sourcesOf));
  const texts = new Set(passwords.map((password) => password.str()).filter((text) => known(text) && text !== ""));
  const bySource = versions.filter(
    ({ sources }) => sources.some(isDatabase) || sources.some((source) => passwordSources.has(source)),
  );
  const byContent = versions.filter(
    ({ content }) => content && (namesDatabase(content) || secretTexts(content).some((text) => texts.has(text))),
  );
  const byLiteral = byContent.filter(({ sources }) => sources.length === 0);
  const certain = new Set([
    ...[...bySource, ...byLiteral].flatMap(({ secrets }) => secrets),
    ...secretsAmong(stack, [...passwordSources]),
    ...stack.ofType(RDS_PROXY).flatMap((proxy) => stack.refs(proxy.at("auths"), SECRETSMANAGER_SECRET).resources),
  ]);
  return [...new Set([...certain, ...byContent.flatMap(({ secrets }) => secrets)])]
    .filter(({ external }) => !external)
    .map((secret) => ({ secret, restsOnComputedText: !certain.has(secret) }));
}

/** The secrets among resources, including those of versions. */
function secretsAmong(stack: Stack, resources: readonly Resource[]): Resource[] {
  return [
    ...resources.filter(({ type }) => type === SECRETSMANAGER_SECRET),
    ...resources.flatMap((resource) => versionAt(stack, resource)?.secrets ?? []),
  ];
}

const keyOf = ({ path }: View): string => path.slice(Math.max(path.lastIndexOf("."), path.lastIndexOf("[")) + 1);

/** True for a string that is a secret by itself, or JSON with a password in it. */
function hasPassword(content: View): boolean {
  const scalars = content.scalars();
  return (
    typeof content.value === "string" ||
    scalars.some((scalar) => secrecyOf(keyOf(scalar)) === "password" || isConnection(scalar))
  );
}

const isConnection = ({ value }: View): boolean => typeof value === "string" && connectionPasswords(value).length > 0;

const DATABASE_KEYS: ReadonlySet<string> = new Set(["engine", "dbname", "dbinstanceidentifier", "dbclusteridentifier"]);
const DATABASE_ADDRESS =
  /\.rds\.amazonaws\.com|^(?:jdbc:)?(?:postgres(?:ql)?|mysql|mariadb|sqlserver|mongodb)(?:\+\w{1,20})?:\/\//i;

/** True when a secret's value itself names a database. */
const namesDatabase = (content: View): boolean =>
  content.scalars().some((scalar) => {
    const text = scalar.str();
    return DATABASE_KEYS.has(keyOf(scalar).toLowerCase()) || (known(text) && DATABASE_ADDRESS.test(text));
  });

/** The schedule on which a secret gets new credentials. */
export interface Rotation {
  resource: Resource;
  /** The secrets of the stack that it rotates. */
  secrets: readonly Resource[];
  /** True when it rotates the secret that RDS manages for a database. */
  isOfDatabase: boolean;
  /** True where it may rotate any secret. */
  mayBeForAny: boolean;
}

/** The rotations that the stack configures. */
export function rotationsOf(stack: Stack): Rotation[] {
  return stack.once(findRotations);
}

function findRotations(stack: Stack): Rotation[] {
  return stack.ofType(SECRETSMANAGER_SECRET_ROTATION).map((resource) => {
    const id = resource.at("secretId");
    const secrets = secretsAmong(stack, stack.refs(id, SECRETSMANAGER_SECRET, SECRETSMANAGER_SECRET_VERSION).resources);
    const isOfDatabase = sourcesOf(id).some(isDatabase);
    return { resource, secrets, isOfDatabase, mayBeForAny: secrets.length === 0 && !isOfDatabase && id.isUnknown };
  });
}

/** The days between two rotations; 0 where rotation is switched off. */
export function daysBetween(rotation: Resource): Read<number> {
  if (rotation.bool("rotationEnabled") === false) {
    return 0;
  }
  const days = rotation.num("rotationRules", "automaticallyAfterDays");
  const schedule = rotation.str("rotationRules", "scheduleExpression");
  return days ?? (known(schedule) ? daysOf(schedule) : schedule);
}

const MONTH = 30;

const RATE = /^rate\((\d{1,6}) (hour|day)s?\)$/;
const CRON = /^cron\(\S+ \S+ (\S+) (\S+) (\S+) \S+\)$/;

/** The days between two runs of a `rate(…)` or `cron(…)` schedule, the longest where they differ. */
function daysOf(schedule: string): Read<number> {
  const rate = RATE.exec(schedule);
  if (rate) {
    return rate[2] === "hour" ? Number(rate[1]) / 24 : Number(rate[1]);
  }
  const [dayOfMonth, month, dayOfWeek] = CRON.exec(schedule)?.slice(1) ?? [];
  if (month !== "*") {
    return UNKNOWN;
  }
  if (dayOfWeek === "?") {
    return dayOfMonth === "*" ? 1 : MONTH;
  }
  return dayOfWeek === "*" ? 1 : /[#L]/.test(String(dayOfWeek)) ? MONTH : 7;
}
