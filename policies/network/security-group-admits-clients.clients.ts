import {
  ECS_TASK_DEFINITION,
  IAM_ROLE,
  RDS_CLUSTER,
  RDS_CLUSTER_INSTANCE,
  RDS_INSTANCE,
  RDS_PROXY,
  SECRETSMANAGER_SECRET,
  SECRETSMANAGER_SECRET_VERSION,
} from "../../src/aws/type-tokens";
import { anyOf, type Certainty } from "../../src/graph/certainty";
import { clusterOf } from "../../src/aws/databases/database";
import { NETWORKED_DATABASES } from "../../src/aws/databases/database-ports";
import { environmentOf, hasWord, type Variable } from "../../src/aws/containers/environments";
import { roleAllows } from "../../src/aws/identity/grants";
import { policiesOf, type ManagedPolicies } from "../../src/aws/identity/iam";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import { wordsOf } from "../../src/graph/words";

/** Where types keep the names of their hosts. */
const HOSTS: Readonly<Record<string, readonly string[]>> = {
  [RDS_INSTANCE]: ["address", "endpoint"],
  [RDS_CLUSTER]: ["endpoint", "readerEndpoint"],
  [RDS_CLUSTER_INSTANCE]: ["endpoint"],
  "aws:docdb/cluster:Cluster": ["endpoint", "readerEndpoint"],
  "aws:docdb/elasticCluster:ElasticCluster": ["endpoint"],
  "aws:neptune/cluster:Cluster": ["endpoint", "readerEndpoint"],
  "aws:redshift/cluster:Cluster": ["dnsName", "endpoint"],
  "aws:redshiftserverless/workgroup:Workgroup": ["endpoints"],
  "aws:memorydb/cluster:Cluster": ["clusterEndpoints"],
  "aws:dax/cluster:Cluster": ["clusterAddress", "configurationEndpoint"],
  "aws:elasticache/cluster:Cluster": ["cacheNodes", "clusterAddress", "configurationEndpoint"],
  "aws:elasticache/replicationGroup:ReplicationGroup": [
    "configurationEndpointAddress",
    "primaryEndpointAddress",
    "readerEndpointAddress",
  ],
  "aws:elasticache/serverlessCache:ServerlessCache": ["endpoints", "readerEndpoints"],
};

/** A database or cache that a function or task is wired to. */
export interface Wiring {
  database: Resource;
  /** Whether it gets the host: the name or ARN alone is for calls to AWS. */
  byHost: true | typeof UNKNOWN;
}

/** The databases and caches that a function or task definition is wired to, in its environment or by a secret. */
export function databasesWiredTo(stack: Stack, workload: Resource, managed?: ManagedPolicies): Wiring[] {
  const property = workload.type === ECS_TASK_DEFINITION ? "containerDefinitions" : "environment";
  const sources = workload.propertyDependencies.get(property) ?? [];
  const variables = environmentOf(workload);
  const own = known(variables)
    ? wiredByVariables(stack, sources, variables)
    : wiredByUnknown(stack, sources, usesRdsApi(stack, workload, managed) ? UNKNOWN : true);
  const all = [...own, ...wiredBySecrets(stack, sources).map((one) => besideOthers(one, own))];
  return [...new Set(all.map(({ database }) => database))].flatMap((database) => {
    const byHost = anyOf(all.filter((one) => one.database === database).map((one) => one.byHost));
    return byHost === false ? [] : [{ database, byHost }];
  });
}

// The host in a secret is for its rotation where the variables have that of another database, or may, as in a second region.
function besideOthers(wired: MaybeWired, own: readonly MaybeWired[]): MaybeWired {
  const others = own.filter(({ database, byHost }) => database !== wired.database && byHost !== false);
  return wired.byHost === true && others.some(({ database }) => database.type === wired.database.type)
    ? { ...wired, byHost: UNKNOWN }
    : wired;
}

interface MaybeWired {
  database: Resource;
  byHost: Certainty;
}

const isDatabase = ({ type, external }: Resource): boolean =>
  !external && type !== RDS_PROXY && NETWORKED_DATABASES.includes(type);

/** The databases that a string was computed from; for an Aurora instance, its cluster. */
function databasesAmong(stack: Stack, sources: readonly Resource[]): Resource[] {
  const found = sources.map((source) => (source.type === RDS_CLUSTER_INSTANCE ? clusterOf(stack, source) : source));
  return [...new Set(found.filter((one) => one !== undefined).filter(isDatabase))];
}

/** The names of a database's hosts; none while they are not known. */
function hostsOf(stack: Stack, database: Resource): string[] {
  const members =
    database.type === RDS_CLUSTER ? stack.referrers(database, "clusterIdentifier", RDS_CLUSTER_INSTANCE) : [];
  return [database, ...members]
    .flatMap(({ type, outputs }) => (HOSTS[type] ?? []).flatMap((property) => outputs.at(property).scalars()))
    .flatMap(({ value }) => (typeof value === "string" ? [value.replace(/:\d+$/, "")] : []))
    .filter((host) => host !== "");
}

const CACHE = /^aws:(elasticache|memorydb|dax)\//;
const OF_CACHE = /^(CACHE|REDIS|VALKEY|MEMCACHED|ELASTICACHE|MEMORYDB|DAX|REDISHOST)$/;
const OF_DATABASE =
  /^(DB|DATABASE|RDS|AURORA|SQL|MYSQL|MARIADB|PG|POSTGRES|POSTGRESQL|ORACLE|MONGO|MONGODB|DOCDB|NEPTUNE|REDSHIFT|JDBC|DBHOST|PGHOST)$/;
const OF_HOST =
  /^(HOST|HOSTNAME|ENDPOINT|ADDRESS|ADDR|SERVER|SERVERS|URL|URI|DSN|READER|WRITER|DBHOST|PGHOST|REDISHOST)$/;
const OF_OTHERS = /^(ARN|PORT|PASSWORD|USER|USERNAME|SECRET|PROXY|ID|IDENTIFIER|NAME|REGION|QUEUE|TOPIC)$/;

/** True for a variable whose name is that of the host of such a database. */
function isForHostOf({ type }: Resource, { name }: Variable): boolean {
  const words = wordsOf(name);
  const kind = CACHE.test(type) ? OF_CACHE : OF_DATABASE;
  return (
    words.some((word) => kind.test(word)) &&
    words.some((word) => OF_HOST.test(word)) &&
    !words.some((word) => OF_OTHERS.test(word))
  );
}

function wiredByVariables(stack: Stack, sources: readonly Resource[], variables: readonly Variable[]): MaybeWired[] {
  const databases = databasesAmong(stack, sources);
  const hasProxy = sources.some(({ type }) => type.startsWith("aws:rds/proxy"));
  return databases.map((database) => {
    const hosts = hostsOf(stack, database);
    const names = variables.some(({ value: { value } }) => {
      return typeof value === "string" && hosts.some((host) => hasWord(value, host));
    });
    const fitting = variables.filter((variable) => variable.value.isUnknown && isForHostOf(database, variable));
    if (names || hosts.length > 0) {
      return { database, byHost: names || (fitting.length > 0 && UNKNOWN) };
    }
    // Each database of the kind has one of the variables, unless something else may have it.
    const alike = databases.filter(({ type }) => CACHE.test(type) === CACHE.test(database.type));
    return { database, byHost: fitting.length >= alike.length && !hasProxy ? true : UNKNOWN };
  });
}

/** The databases that an unknown string was computed from: by their host, unless they are reached in another way too. */
function wiredByUnknown(stack: Stack, sources: readonly Resource[], otherwise: true | typeof UNKNOWN): MaybeWired[] {
  return databasesAmong(stack, sources).map((database) => {
    const isSure = !isOfRds(database) || (otherwise === true && isReachedByHostOnly(stack, database));
    return { database, byHost: isSure ? true : UNKNOWN };
  });
}

const isOfRds = ({ type }: Resource): boolean => type === RDS_INSTANCE || type === RDS_CLUSTER;

/** False where clients may go through a proxy or the Data API. */
function isReachedByHostOnly(stack: Stack, database: Resource): boolean {
  const byDataApi = database.type === RDS_CLUSTER && (database.bool("enableHttpEndpoint") ?? false);
  return !isOfRds(database) || (byDataApi === false && stack.ofType(RDS_PROXY).length === 0);
}

const RDS_ACTIONS = ["rds:DescribeDBInstances", "rds:DescribeDBClusters", "rds:CreateDBSnapshot", "rds:StopDBInstance"];

/** True for a task whose role may call RDS, which takes the name of a database and not its host. */
function usesRdsApi(stack: Stack, task: Resource, managed: ManagedPolicies | undefined): boolean {
  const roles = stack.refs(task.at("taskRoleArn"), IAM_ROLE).resources.map((role) => policiesOf(stack, role, managed));
  return roles.some((policies) => RDS_ACTIONS.some((action) => roleAllows(policies, action) !== false));
}

/** The databases whose host is in a secret that is handed over. */
function wiredBySecrets(stack: Stack, sources: readonly Resource[]): MaybeWired[] {
  const secrets = sources.flatMap((source) =>
    source.type === SECRETSMANAGER_SECRET_VERSION
      ? stack.refs(source.at("secretId"), SECRETSMANAGER_SECRET).resources
      : [source],
  );
  const versions = stack
    .ofType(SECRETSMANAGER_SECRET_VERSION)
    .filter((version) =>
      stack.refs(version.at("secretId"), SECRETSMANAGER_SECRET).resources.some((one) => secrets.includes(one)),
    );
  return versions.flatMap((version) => {
    const text = version.str("secretString");
    const from = version.propertyDependencies.get("secretString") ?? [];
    return databasesAmong(stack, from).map((database): MaybeWired => {
      const hosts = hostsOf(stack, database);
      const names = known(text) && hosts.length > 0 ? hosts.some((host) => hasWord(text, host)) : true;
      return { database, byHost: names && (isReachedByHostOnly(stack, database) || UNKNOWN) };
    });
  });
}
