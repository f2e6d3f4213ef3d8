import { anyOf, type Certainty } from "./certainty";
import { isAuroraInstance, isReplica, isRestore, RDS_CLUSTER, RDS_CLUSTER_INSTANCE, RDS_INSTANCE } from "./database";
import type { Resource } from "./resource";
import { contains, SECRET, sourcesOf, versionsOf, type Version } from "./secrets";
import type { Stack } from "./stack";
import { known, UNKNOWN } from "./value";
import type { Read, View } from "./view";

const DOCDB_CLUSTER = "aws:docdb/cluster:Cluster";
const DOCDB_INSTANCE = "aws:docdb/clusterInstance:ClusterInstance";
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

/** How a database comes by its master password. */
export interface MasterPassword {
  database: Resource;
  /** The argument that leaves it to AWS, and its value. */
  managedBy: string;
  managed: Read<boolean>;
  /** Where the program gives it; absent where it does not. */
  place: View | undefined;
  /** True where IAM may let users in, so that nobody needs a password. */
  mayBeLeftOut: boolean;
}

/** The master passwords of the stack's databases, but of those that take over another one's. */
export function masterPasswords(stack: Stack): readonly MasterPassword[] {
  return stack.once(findMasterPasswords);
}

function findMasterPasswords(stack: Stack): MasterPassword[] {
  return Object.entries(DATABASES).flatMap(([type, { passwords, managed, inherits }]) =>
    stack
      .ofType(type)
      .filter((database) => !database.outside && !inherits(database))
      .map((database) => ({
        database,
        managedBy: managed,
        managed: database.bool(managed),
        place: passwords.map((property) => database.at(property)).find(({ isAbsent }) => !isAbsent),
        mayBeLeftOut:
          type.startsWith("aws:rds/") && (database.bool("iamDatabaseAuthenticationEnabled") ?? false) !== false,
      })),
  );
}

/** True for a database, and for an instance of one. */
export const isDatabase = ({ type }: Resource): boolean =>
  type in DATABASES || type === RDS_CLUSTER_INSTANCE || type === DOCDB_INSTANCE;

const isOfSecretsManager = ({ type }: Resource): boolean => type.startsWith("aws:secretsmanager/");

/** True when a secret of the stack holds the password, since both have the same source or the same text. */
export function isHeldInSecret(stack: Stack, password: View): Certainty {
  const sources = sourcesOf(password);
  const versions = versionsOf(stack);
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

/** The databases whose credentials a secret of the stack holds, as far as is known. */
export function databasesOfSecret(stack: Stack, secret: Resource): Resource[] {
  const versions = versionsOf(stack).filter(({ secrets }) => secrets.includes(secret));
  return masterPasswords(stack)
    .filter(({ database, place }) => {
      const sources = place ? sourcesOf(place) : [];
      return (
        sources.includes(secret) ||
        versions.some(
          (version) =>
            sources.includes(version.resource) ||
            version.sources.includes(database) ||
            (place !== undefined && holds(version, place, sources, place.str()) === true),
        )
      );
    })
    .map(({ database }) => database);
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
