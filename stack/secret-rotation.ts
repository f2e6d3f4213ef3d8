import { connectionPasswords, secrecyOf } from "./credential-text";
import { isDatabase, masterPasswords } from "./master-passwords";
import type { Resource } from "./resource";
import { contains, SECRET, SECRET_VERSION, sourcesOf, versionsOf } from "./secrets";
import type { Stack } from "./stack";
import { known, UNKNOWN } from "./value";
import type { Read, View } from "./view";

const ROTATION = "aws:secretsmanager/secretRotation:SecretRotation";
const PROXY = "aws:rds/proxy:Proxy";

/** A secret that holds the credentials of a database. */
export interface DatabaseSecret {
  secret: Resource;
  /** True when only a computed text says so, which a first preview cannot know. */
  isToldByComputedText: boolean;
}

/** The secrets that hold the credentials of a database, to judge by what their texts are made from or say. */
export function databaseSecrets(stack: Stack): readonly DatabaseSecret[] {
  return stack.once(findDatabaseSecrets);
}

function findDatabaseSecrets(stack: Stack): DatabaseSecret[] {
  const passwords = masterPasswords(stack).flatMap(({ place }) => place ?? []);
  const versions = versionsOf(stack).filter(({ content }) => !content || hasPassword(content));
  const bySource = versions.filter(
    ({ sources }) =>
      sources.some(isDatabase) ||
      passwords.some((place) => sourcesOf(place).some((source) => sources.includes(source))),
  );
  const byText = versions.filter(
    ({ content }) => content && (namesDatabase(content) || passwords.some((place) => isKnownIn(place, content))),
  );
  const byPlainText = byText.filter(({ sources }) => sources.length === 0);
  const certain = new Set([
    ...[...bySource, ...byPlainText].flatMap(({ secrets }) => secrets),
    ...secretsAmong(stack, passwords.flatMap(sourcesOf)),
    ...stack.ofType(PROXY).flatMap((proxy) => stack.refs(proxy.at("auths"), SECRET).resources),
  ]);
  return [...new Set([...certain, ...byText.flatMap(({ secrets }) => secrets)])]
    .filter(({ outside }) => !outside)
    .map((secret) => ({ secret, isToldByComputedText: !certain.has(secret) }));
}

/** The secrets among resources, those of versions included. */
function secretsAmong(stack: Stack, resources: readonly Resource[]): Resource[] {
  return [
    ...resources.filter(({ type }) => type === SECRET),
    ...versionsOf(stack)
      .filter(({ resource }) => resources.includes(resource))
      .flatMap(({ secrets }) => secrets),
  ];
}

function isKnownIn(place: View, content: View): boolean {
  const text = place.str();
  return known(text) && text !== "" && contains(content, text);
}

const keyOf = ({ path }: View): string => path.slice(Math.max(path.lastIndexOf("."), path.lastIndexOf("[")) + 1);

/** True for a text that is a secret by itself, or a JSON with a password in it. */
function hasPassword(content: View): boolean {
  const scalars = content.scalars();
  return (
    typeof content.value === "string" ||
    scalars.some((scalar) => secrecyOf(keyOf(scalar)) === "password" || isConnection(scalar))
  );
}

const isConnection = ({ value }: View): boolean => typeof value === "string" && connectionPasswords(value).length > 0;

const DATABASE_KEYS: ReadonlySet<string> = new Set(["engine", "dbname", "dbinstanceidentifier", "dbclusteridentifier"]);
const DATABASE_TEXT =
  /\.rds\.amazonaws\.com|^(?:jdbc:)?(?:postgres(?:ql)?|mysql|mariadb|sqlserver|mongodb)(?:\+\w{1,20})?:\/\//i;

/** True when a secret's text says itself that it is about a database. */
const namesDatabase = (content: View): boolean =>
  content.scalars().some((scalar) => {
    const text = scalar.str();
    return DATABASE_KEYS.has(keyOf(scalar).toLowerCase()) || (known(text) && DATABASE_TEXT.test(text));
  });

/** The schedule on which a secret gets new credentials. */
export interface Rotation {
  resource: Resource;
  /** The secrets of the stack that it is for. */
  secrets: readonly Resource[];
  /** True when it is for the secret that RDS keeps for a database. */
  isOfDatabase: boolean;
  /** True where it may be for any secret. */
  isUnplaced: boolean;
}

/** The rotations that the stack sets up. */
export function rotationsOf(stack: Stack): Rotation[] {
  return stack.once(findRotations);
}

function findRotations(stack: Stack): Rotation[] {
  return stack.ofType(ROTATION).map((resource) => {
    const place = resource.at("secretId");
    const secrets = secretsAmong(stack, stack.refs(place, SECRET, SECRET_VERSION).resources);
    const isOfDatabase = sourcesOf(place).some(isDatabase);
    return { resource, secrets, isOfDatabase, isUnplaced: secrets.length === 0 && !isOfDatabase && place.isUnknown };
  });
}

/** The days between two rotations; 0 where it is switched off. */
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
