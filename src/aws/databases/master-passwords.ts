import { anyOf, type Certainty } from "../../graph/certainty";
import { isAuroraInstance, isReplica, isRestore } from "./database";
import type { Resource } from "../../graph/resource";
import { secretTexts, sourcesOf, versionsOf, type Version } from "../identity/secrets";
import { STACK_REFERENCE_TYPE } from "../../graph/answers";
import { grouped, type Stack } from "../../graph/stack";
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

/** What the versions of the stack's secrets hold, to find a password among them. */
interface Held {
  /** What their values are computed from. */
  sources: ReadonlySet<Resource>;
  texts: ReadonlySet<string>;
  /** True where the value of a version is not known. */
  hasUnknown: boolean;
  /** True where that is one of a version that the stack only reads. */
  hasExternal: boolean;
  /** True where a secret has no version in the stack. */
  hasEmptySecret: boolean;
}

function findHeld(stack: Stack): Held {
  const versions = versionsOf(stack);
  const unknown = versions.filter(({ content }) => content === undefined);
  const filled = new Set(versions.flatMap(({ secrets }) => secrets));
  return {
    sources: new Set(versions.flatMap(({ sources }) => sources)),
    texts: new Set(versions.flatMap(({ content }) => (content ? secretTexts(content) : []))),
    hasUnknown: unknown.length > 0,
    hasExternal: unknown.some(({ resource }) => resource.external),
    hasEmptySecret: stack.ofType(SECRETSMANAGER_SECRET).some((secret) => !filled.has(secret)),
  };
}

/** True when a secret of the stack holds the password, since both have the same source or the same value. */
export function isHeldInSecret(stack: Stack, password: View): Certainty {
  const sources = sourcesOf(password);
  const held = stack.once(findHeld);
  const text = password.str();
  return anyOf([
    sources.some(isOfSecretsManager),
    // What another stack exports, or what is only read, may come from a secret.
    sources.some(({ type, external }) => external || type === STACK_REFERENCE_TYPE) ? UNKNOWN : false,
    sources.length === 0 && text === UNKNOWN ? UNKNOWN : false,
    [password.resource, ...sources].some((source) => held.sources.has(source)),
    known(text) && held.texts.has(text),
    held.hasExternal || (held.hasUnknown && sources.length === 0) ? UNKNOWN : false,
    // A version that is created inside of `apply` is missing in a first preview.
    held.hasEmptySecret ? UNKNOWN : false,
  ]);
}

/** The databases by what a secret's version may have in common with them, each in the order of the stack. */
interface Databases {
  bySource: Map<Resource, Resource[]>;
  byText: Map<string, Resource[]>;
  places: Map<Resource, number>;
}

function indexDatabases(stack: Stack): Databases {
  const all = masterPasswords(stack);
  const database = (one: MasterPassword): Resource => one.database;
  const group = <Key>(keysOf: (one: MasterPassword) => Iterable<Key>): Map<Key, Resource[]> =>
    new Map([...grouped(all, keysOf)].map(([key, found]) => [key, found.map(database)]));
  return {
    bySource: group(({ password }) => new Set(password ? sourcesOf(password) : [])),
    byText: group(({ password }) => {
      const text = password?.str();
      return known(text) ? [text] : [];
    }),
    places: new Map(all.map((one, index) => [one.database, index])),
  };
}

const versionsBySecret = (stack: Stack): Map<Resource, Version[]> =>
  grouped(versionsOf(stack), ({ secrets }) => secrets);

/** The databases whose credentials a secret of the stack holds, as far as is known. */
export function databasesOfSecret(stack: Stack, secret: Resource): Resource[] {
  const { bySource, byText, places } = stack.once(indexDatabases);
  const versions = stack.once(versionsBySecret).get(secret) ?? [];
  const withSource = [secret, ...versions.flatMap(({ resource, sources }) => [resource, ...sources])];
  const found = new Set([
    ...withSource.flatMap((source) => bySource.get(source) ?? []),
    ...versions.flatMap(({ sources }) => sources).filter((source) => places.has(source)),
    ...versions
      .flatMap(({ content }) => (content ? secretTexts(content) : []))
      .flatMap((text) => byText.get(text) ?? []),
  ]);
  return [...found].sort((left, right) => (places.get(left) ?? 0) - (places.get(right) ?? 0));
}
