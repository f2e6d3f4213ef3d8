import { anyOf, type Certainty } from "./certainty";
import { connectionPasswords, secrecyOf } from "./credential-text";
import { isAuroraInstance, isReplica, isRestore, RDS_CLUSTER, RDS_CLUSTER_INSTANCE, RDS_INSTANCE } from "./database";
import type { Resource } from "./resource";
import type { Stack } from "./stack";
import { known, UNKNOWN } from "./value";
import type { Read, View } from "./view";

export const SECRET = "aws:secretsmanager/secret:Secret";
export const SECRET_VERSION = "aws:secretsmanager/secretVersion:SecretVersion";

const ROTATION = "aws:secretsmanager/secretRotation:SecretRotation";
const PROXY = "aws:rds/proxy:Proxy";
const DOCDB_CLUSTER = "aws:docdb/cluster:Cluster";
const REDSHIFT_CLUSTER = "aws:redshift/cluster:Cluster";

/** What a type of database with a master user calls its arguments. */
interface PasswordArguments {
  passwords: readonly string[];
  /** Lets AWS make the password and keep it in Secrets Manager. */
  managed: string;
  /** What makes it take over the password of another one. */
  inherits: (database: Resource) => boolean;
}

const isGiven = (database: Resource, ...properties: string[]): boolean =>
  properties.some((property) => !database.at(property).isAbsent);

const DATABASES: Readonly<Record<string, PasswordArguments>> = {
  [RDS_INSTANCE]: {
    passwords: ["password", "passwordWo"],
    managed: "manageMasterUserPassword",
    inherits: (instance) => isReplica(instance) || isRestore(instance) || isAuroraInstance(instance) !== false,
  },
  [RDS_CLUSTER]: {
    passwords: ["masterPassword", "masterPasswordWo"],
    managed: "manageMasterUserPassword",
    inherits: (cluster) => isReplica(cluster) || isRestore(cluster),
  },
  [DOCDB_CLUSTER]: {
    passwords: ["masterPassword", "masterPasswordWo"],
    managed: "manageMasterUserPassword",
    inherits: (cluster) =>
      isRestore(cluster) || (isGiven(cluster, "globalClusterIdentifier") && !isGiven(cluster, "masterPassword")),
  },
  [REDSHIFT_CLUSTER]: {
    passwords: ["masterPassword", "masterPasswordWo"],
    managed: "manageMasterPassword",
    inherits: (cluster) => isGiven(cluster, "snapshotIdentifier", "snapshotArn", "snapshotClusterIdentifier"),
  },
};

/** The databases of the stack that have a master password of their own. */
export function databasesWithPassword(stack: Stack): Resource[] {
  return stack
    .ofType(...Object.keys(DATABASES))
    .filter((database) => !database.outside && DATABASES[database.type]?.inherits(database) === false);
}

/** How a database comes by its master password. */
export interface MasterPassword {
  /** The argument that leaves it to AWS, and its value. */
  managedBy: string;
  managed: Read<boolean>;
  /** Where the program gives it; absent where it does not. */
  place: View | undefined;
}

export function masterPasswordOf(database: Resource): MasterPassword {
  const { passwords = [], managed = "" } = DATABASES[database.type] ?? {};
  return {
    managedBy: managed,
    managed: database.bool(managed),
    place: passwords.map((property) => database.at(property)).find(({ isAbsent }) => !isAbsent),
  };
}

/** A version of a secret, as the stack writes it. */
interface Version {
  resource: Resource;
  secrets: readonly Resource[];
  /** What its text was computed from. */
  sources: readonly Resource[];
  /** The text, as JSON where it is such; absent while it is not known. */
  content: View | undefined;
}

const STRINGS = ["secretString", "secretStringWo"];

function findVersions(stack: Stack): Version[] {
  return stack.ofType(SECRET_VERSION).map((resource) => {
    const property = STRINGS.find((name) => !resource.at(name).isAbsent) ?? "secretString";
    const json = resource.json(property);
    const raw = resource.at(property);
    return {
      resource,
      secrets: stack.refs(resource.at("secretId"), SECRET).resources,
      sources: resource.propertyDependencies.get(property) ?? [],
      content: raw.isUnknown || raw.isAbsent ? undefined : typeof json.value === "object" ? json : raw,
    };
  });
}

const isDatabase = ({ type }: Resource): boolean =>
  type in DATABASES || type === RDS_CLUSTER_INSTANCE || type === "aws:docdb/clusterInstance:ClusterInstance";

const isOfSecretsManager = ({ type }: Resource): boolean => type.startsWith("aws:secretsmanager/");

const sourcesOf = (place: View): readonly Resource[] => place.resource.propertyDependencies.get(place.path) ?? [];

/** True when a secret of the stack holds the password, since both have the same source or the same text. */
export function isHeldInSecret(stack: Stack, password: View): Certainty {
  const sources = sourcesOf(password);
  const versions = stack.once(findVersions);
  const text = password.str();
  return anyOf([
    sources.some(isOfSecretsManager),
    // What another stack exports, or what is only read, may be a secret's.
    sources.some(({ type, outside }) => outside || type === "pulumi:pulumi:StackReference") ? UNKNOWN : false,
    sources.length === 0 && text === UNKNOWN ? UNKNOWN : false,
    ...versions.map((version) => holds(version, password, sources, text)),
    // A version that is made inside of `apply` is not there in a first preview.
    stack.ofType(SECRET).some((secret) => !versions.some(({ secrets }) => secrets.includes(secret))) ? UNKNOWN : false,
  ]);
}

function holds(version: Version, password: View, sources: readonly Resource[], text: Read<string>): Certainty {
  const { content } = version;
  return (
    version.sources.includes(password.resource) ||
    version.sources.some((source) => sources.includes(source)) ||
    (content
      ? known(text) && contains(content, text)
      : version.resource.outside || sources.length === 0
        ? UNKNOWN
        : false)
  );
}

const contains = (content: View, text: string): boolean =>
  content.scalars().some(({ value }) => {
    return (
      value === text || (typeof value === "string" && connectionPasswords(value).some((one) => one.credential === text))
    );
  });

/** The secrets that hold the credentials of a database, to judge by what their texts are made from or say. */
export function databaseSecrets(stack: Stack): ReadonlySet<Resource> {
  return stack.once(findDatabaseSecrets);
}

function findDatabaseSecrets(stack: Stack): Set<Resource> {
  const passwords = databasesWithPassword(stack).flatMap((database) => masterPasswordOf(database).place ?? []);
  const versions = stack.once(findVersions);
  const byVersion = versions.filter((version) => isForDatabase(version, passwords)).flatMap(({ secrets }) => secrets);
  const fromSecret = passwords
    .flatMap(sourcesOf)
    .flatMap((source) =>
      source.type === SECRET ? [source] : (versions.find(({ resource }) => resource === source)?.secrets ?? []),
    );
  const ofProxies = stack
    .ofType(PROXY)
    .flatMap((proxy) => proxy.list("auths") ?? [])
    .flatMap((auth) => (auth === UNKNOWN ? [] : stack.refs(auth.at("secretArn"), SECRET).resources));
  return new Set([...byVersion, ...fromSecret, ...ofProxies].filter(({ outside }) => !outside));
}

function isForDatabase({ sources, content }: Version, passwords: readonly View[]): boolean {
  if (content && !hasPassword(content)) {
    return false;
  }
  return (
    sources.some(isDatabase) ||
    passwords.some((place) => sourcesOf(place).some((source) => sources.includes(source))) ||
    (content !== undefined && (namesDatabase(content) || passwords.some((place) => isKnownIn(place, content))))
  );
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
    return DATABASE_KEYS.has(keyOf(scalar).toLowerCase()) || DATABASE_TEXT.test(String(scalar.value));
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
  const versions = stack.once(findVersions);
  return stack.ofType(ROTATION).map((resource) => {
    const place = resource.at("secretId");
    const named = stack.refs(place, SECRET, SECRET_VERSION).resources;
    const secrets = named.flatMap((one) =>
      one.type === SECRET ? [one] : (versions.find((version) => version.resource === one)?.secrets ?? []),
    );
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

/** The days between two runs of a `rate(…)` or `cron(…)` schedule, the longest where they differ. */
function daysOf(schedule: string): Read<number> {
  const [, count, unit] = /^rate\((\d{1,6}) (hour|day)s?\)$/.exec(schedule.trim()) ?? [];
  if (count !== undefined) {
    return unit === "hour" ? Number(count) / 24 : Number(count);
  }
  const [, fields = ""] = /^cron\(([^()]*)\)$/.exec(schedule.trim()) ?? [];
  const [, , dayOfMonth = "", month = "", dayOfWeek = ""] = fields.split(" ");
  if (month !== "*") {
    return UNKNOWN;
  }
  if (/^[A-Z0-7*]/i.test(dayOfWeek)) {
    return dayOfWeek === "*" ? 1 : dayOfWeek.includes("#") || dayOfWeek.endsWith("L") ? MONTH : 7;
  }
  return dayOfMonth === "*" ? 1 : MONTH;
}
