import { anyOf, type Certainty } from "../../graph/certainty";
import { isAuroraInstance, isReplica, isRestore } from "./database";
import type { Resource } from "../../graph/resource";
import { contains, sourcesOf, versionsOf, type Version } from "../identity/secrets";
import { STACK_REFERENCE_TYPE } from "../../graph/answers";
import type { Stack } from "../../graph/stack";
import { known, UNKNOWN } from "../../graph/value";
import type { Read, View } from "../../graph/view";
import {
  DOCDB_CLUSTER,
  DOCDB_CLUSTER_INSTANCE,
  RDS_CLUSTER,
  RDS_CLUSTER_INSTANCE,
  RDS_INSTANCE,
  REDSHIFT_CLUSTER,
  SECRETSMANAGER_SECRET,
} from "../type-tokens";

/** The arguments of a database type for its master user. */
interface PasswordArguments {
  passwords: readonly string[];
  /** The argument with which AWS creates the password and keeps it in Secrets Manager. */
  managed: string;
  /** True for a database that takes over the password of another one. */
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

/** How a database gets its master password. */
export interface MasterPassword {
  database: Resource;
  /** The argument that lets AWS create it, and its value. */
  managedBy: string;
  managed: Read<boolean>;
  /** The argument in which the program sets it; absent where the program sets none. */
  password: View | undefined;
  /** True where users may authenticate with IAM, so that no password is needed. */
  isOptional: boolean;
}

/** The master passwords of the stack's databases, except those that take over the password of another one. */
export function masterPasswords(stack: Stack): readonly MasterPassword[] {
  return stack.once(findMasterPasswords);
}

function findMasterPasswords(stack: Stack): MasterPassword[] {
  return Object.entries(DATABASES).flatMap(([type, { passwords, managed, inherits }]) =>
    stack
      .managed(type)
      .filter((database) => !inherits(database))
      .map((database) => ({
        database,
        managedBy: managed,
        managed: database.bool(managed),
        password: passwords.map((property) => database.at(property)).find(({ isAbsent }) => !isAbsent),
        isOptional:
          type.startsWith("aws:rds/") && (database.bool("iamDatabaseAuthenticationEnabled") ?? false) !== false,
      })),
  );
}

/** True for a database with a master user, and for an instance of one. */
export const isDatabase = ({ type }: Resource): boolean =>
  type in DATABASES || type === RDS_CLUSTER_INSTANCE || type === DOCDB_CLUSTER_INSTANCE;

const isOfSecretsManager = ({ type }: Resource): boolean => type.startsWith("aws:secretsmanager/");

/** True when a secret of the stack holds the password, since both have the same source or the same value. */
export function isHeldInSecret(stack: Stack, password: View): Certainty {
  const sources = sourcesOf(password);
  const versions = versionsOf(stack);
  const text = password.str();
  return anyOf([
    sources.some(isOfSecretsManager),
    // What another stack exports, or what is only read, may come from a secret.
    sources.some(({ type, external }) => external || type === STACK_REFERENCE_TYPE) ? UNKNOWN : false,
    sources.length === 0 && text === UNKNOWN ? UNKNOWN : false,
    ...versions.map((version) => holds(version, password, sources, text)),
    // A version that is created inside of `apply` is missing in a first preview.
    stack.ofType(SECRETSMANAGER_SECRET).some((secret) => !versions.some(({ secrets }) => secrets.includes(secret)))
      ? UNKNOWN
      : false,
  ]);
}

/** The databases whose credentials a secret of the stack holds, as far as is known. */
export function databasesOfSecret(stack: Stack, secret: Resource): Resource[] {
  const versions = versionsOf(stack).filter(({ secrets }) => secrets.includes(secret));
  return masterPasswords(stack)
    .filter(({ database, password }) => {
      const sources = password ? sourcesOf(password) : [];
      return (
        sources.includes(secret) ||
        versions.some(
          (version) =>
            sources.includes(version.resource) ||
            version.sources.includes(database) ||
            (password !== undefined && holds(version, password, sources, password.str()) === true),
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
      : version.resource.external || sources.length === 0
        ? UNKNOWN
        : false)
  );
}
