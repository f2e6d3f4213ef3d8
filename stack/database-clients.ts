import { anyOf, type Certainty } from "./certainty";
import { clusterOf, RDS_CLUSTER, RDS_CLUSTER_INSTANCE, RDS_INSTANCE } from "./database";
import { NETWORKED_DATABASES, RDS_PROXY } from "./database-ports";
import { environmentOf, hasWord, TASK_DEFINITION, type Variable } from "./environments";
import { policiesOf, ROLE, roleAllows, type ManagedPolicies } from "./iam";
import type { Resource } from "./resource";
import type { Stack } from "./stack";
import { known, UNKNOWN } from "./value";
import { wordsOf } from "./words";

const SECRET = "aws:secretsmanager/secret:Secret";
const SECRET_VERSION = "aws:secretsmanager/secretVersion:SecretVersion";

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

/** A database or cache that a function or task is told of. */
export interface Told {
  database: Resource;
  /** Whether it is told the host: the name alone, or the ARN, is for calls to AWS. */
  byHost: true | typeof UNKNOWN;
}

/** The databases and caches of which a function or task definition is told, in its environment or by a secret. */
export function databasesToldTo(stack: Stack, workload: Resource, managed?: ManagedPolicies): Told[] {
  const property = workload.type === TASK_DEFINITION ? "containerDefinitions" : "environment";
  const sources = workload.propertyDependencies.get(property) ?? [];
  const variables = environmentOf(workload);
  const own = known(variables)
    ? toldBy(stack, sources, variables)
    : toldIn(stack, sources, usesRdsApi(stack, workload, managed) ? UNKNOWN : true);
  const told = [...own, ...toldBySecrets(stack, sources)];
  return [...new Set(told.map(({ database }) => database))].flatMap((database) => {
    const byHost = anyOf(told.filter((one) => one.database === database).map((one) => one.byHost));
    return byHost === false ? [] : [{ database, byHost }];
  });
}

interface MaybeTold {
  database: Resource;
  byHost: Certainty;
}

const isDatabase = ({ type, outside }: Resource): boolean =>
  !outside && type !== RDS_PROXY && NETWORKED_DATABASES.includes(type);

/** The databases that a text was computed from; an Aurora instance stands for its cluster. */
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

/** True for a variable of which the name promises the host of such a database. */
function isForHostOf({ type }: Resource, { name }: Variable): boolean {
  const words = wordsOf(name);
  const kind = CACHE.test(type) ? OF_CACHE : OF_DATABASE;
  return (
    words.some((word) => kind.test(word)) &&
    words.some((word) => OF_HOST.test(word)) &&
    !words.some((word) => OF_OTHERS.test(word))
  );
}

function toldBy(stack: Stack, sources: readonly Resource[], variables: readonly Variable[]): MaybeTold[] {
  const databases = databasesAmong(stack, sources);
  const hasProxy = sources.some(({ type }) => type.startsWith("aws:rds/proxy"));
  return databases.map((database) => {
    const hosts = hostsOf(stack, database);
    const names = variables.some(({ value: { value } }) => {
      return typeof value === "string" && hosts.some((host) => hasWord(value, host));
    });
    if (names || hosts.length > 0) {
      return { database, byHost: names };
    }
    // Each database of the kind has one of the variables, unless something else may have it.
    const fitting = variables.filter((variable) => variable.value.isUnknown && isForHostOf(database, variable));
    const alike = databases.filter(({ type }) => CACHE.test(type) === CACHE.test(database.type));
    return { database, byHost: fitting.length >= alike.length && !hasProxy ? true : UNKNOWN };
  });
}

/** What a text was computed from that is not known yet: the host, unless the database is reached in another way too. */
function toldIn(stack: Stack, sources: readonly Resource[], otherwise: true | typeof UNKNOWN): MaybeTold[] {
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

/** True for a task of which the role may call RDS, for which it needs the name of a database and not its host. */
function usesRdsApi(stack: Stack, task: Resource, managed: ManagedPolicies | undefined): boolean {
  const roles = stack.refs(task.at("taskRoleArn"), ROLE).resources.map((role) => policiesOf(stack, role, managed));
  return roles.some((policies) => RDS_ACTIONS.some((action) => roleAllows(policies, action) === true));
}

/** The databases of which a secret that is handed over holds the host. */
function toldBySecrets(stack: Stack, sources: readonly Resource[]): MaybeTold[] {
  const secrets = sources.flatMap((source) =>
    source.type === SECRET_VERSION ? stack.refs(source.at("secretId"), SECRET).resources : [source],
  );
  const versions = stack
    .ofType(SECRET_VERSION)
    .filter((version) => stack.refs(version.at("secretId"), SECRET).resources.some((one) => secrets.includes(one)));
  return versions.flatMap((version) => {
    const text = version.str("secretString");
    const from = version.propertyDependencies.get("secretString") ?? [];
    return databasesAmong(stack, from).map((database): MaybeTold => {
      const hosts = hostsOf(stack, database);
      const names = known(text) && hosts.length > 0 ? hosts.some((host) => hasWord(text, host)) : true;
      return { database, byHost: names && (isReachedByHostOnly(stack, database) || UNKNOWN) };
    });
  });
}
