import {
  autoscaledReaders,
  clusterMembers,
  clusterOf,
  engineOf,
  isAuroraInstance,
  isGlobalSecondary,
  isMultiAzCluster,
  isReplica,
  isRestore,
  intendedAuroraEngine,
  RDS_GLOBAL_CLUSTER,
  relationalDatabases,
} from "../../../src/aws/databases/database";
import { RDS_CLUSTER, RDS_CLUSTER_INSTANCE, RDS_INSTANCE } from "../../../src/aws/type-tokens";
import { Resource } from "../../../src/graph/resource";
import { Stack } from "../../../src/graph/stack";
import { UNKNOWN, type Value } from "../../../src/graph/value";
import { build, resource, text, unknown, type BuiltResource, type Shape } from "../../../src/testing/stack";

const one = (type: string, inputs: Record<string, Value>): Resource =>
  new Resource({ urn: "u", type, name: "db", inputs });
const names = (resources: readonly Resource[]): string[] => resources.map(({ name }) => name);

function graph(resources: BuiltResource[], shape: Shape): { stack: Stack; get: (name: string) => Resource } {
  const stack = Stack.from(build(resources, shape));
  const get = (name: string): Resource => {
    const found = stack.resources.find((candidate) => candidate.name === name);
    if (!found) {
      throw new Error(`no resource ${name}`);
    }
    return found;
  };
  return { stack, get };
}

describe("one database", () => {
  it("is an Aurora instance by its engine", () => {
    expect(isAuroraInstance(one(RDS_INSTANCE, { engine: "aurora-mysql" }))).toBe(true);
    expect(isAuroraInstance(one(RDS_INSTANCE, { engine: "mysql" }))).toBe(false);
    expect(isAuroraInstance(one(RDS_INSTANCE, {}))).toBe(false);
    expect(isAuroraInstance(one(RDS_INSTANCE, { engine: UNKNOWN }))).toBe(UNKNOWN);
    expect(isAuroraInstance(one(RDS_CLUSTER, { engine: UNKNOWN }))).toBe(false);
  });

  it("is a Multi-AZ DB cluster by the arguments that only such a cluster has", () => {
    expect(isMultiAzCluster(one(RDS_CLUSTER, { engine: "mysql", iops: 1000 }))).toBe(true);
    expect(isMultiAzCluster(one(RDS_CLUSTER, { engine: UNKNOWN, storageType: "gp3" }))).toBe(true);
    expect(isMultiAzCluster(one(RDS_CLUSTER, { engine: "aurora-mysql", allocatedStorage: 1 }))).toBe(false);
    expect(isMultiAzCluster(one(RDS_CLUSTER, { engine: "mysql", storageType: "" }))).toBe(false);
    expect(intendedAuroraEngine(one(RDS_CLUSTER, { engine: "mysql" }))).toBe("aurora-mysql");
    expect(intendedAuroraEngine(one(RDS_CLUSTER, { engine: "aurora-mysql" }))).toBeUndefined();
    expect(intendedAuroraEngine(one(RDS_INSTANCE, { engine: "mysql" }))).toBeUndefined();
  });

  it("is the secondary of a global cluster where it sets no user, password or database", () => {
    const inGlobal = (inputs: Record<string, Value>): boolean =>
      isGlobalSecondary(one(RDS_CLUSTER, { globalClusterIdentifier: UNKNOWN, ...inputs }));
    expect(inGlobal({})).toBe(true);
    expect(inGlobal({ manageMasterUserPassword: false })).toBe(true);
    expect(inGlobal({ masterUsername: "app" })).toBe(false);
    expect(inGlobal({ masterPassword: UNKNOWN })).toBe(false);
    expect(inGlobal({ databaseName: "orders" })).toBe(false);
    expect(isGlobalSecondary(one(RDS_CLUSTER, {}))).toBe(false);
  });

  it("is a replica or a restore by its source", () => {
    expect(isReplica(one(RDS_INSTANCE, { replicateSourceDb: "db" }))).toBe(true);
    expect(isReplica(one(RDS_INSTANCE, { replicateSourceDb: "" }))).toBe(false);
    expect(isReplica(one(RDS_CLUSTER, { replicationSourceIdentifier: UNKNOWN }))).toBe(true);
    expect(isReplica(one(RDS_CLUSTER, {}))).toBe(false);
    expect(isRestore(one(RDS_CLUSTER, { snapshotIdentifier: "nightly" }))).toBe(true);
    expect(isRestore(one(RDS_INSTANCE, { restoreToPointInTime: { useLatestRestorableTime: true } }))).toBe(true);
    expect(isRestore(one(RDS_INSTANCE, {}))).toBe(false);
  });
});

describe.each(["preview", "up"] as const)("the databases of a stack, %s", (shape) => {
  const global = resource(RDS_GLOBAL_CLUSTER, "global", { globalClusterIdentifier: "all", engine: "aurora-mysql" });
  const cluster = resource(RDS_CLUSTER, "orders", { engine: "aurora-mysql" });
  const named = resource(RDS_CLUSTER, "users", { engine: "aurora-postgresql", clusterIdentifier: "users" });
  const source = resource(RDS_INSTANCE, "source", { engine: "mysql", identifier: "source" });
  const resources = [
    global,
    cluster,
    named,
    source,
    resource(RDS_CLUSTER_INSTANCE, "orders-0", { clusterIdentifier: cluster.id, engine: unknown }),
    resource(RDS_CLUSTER_INSTANCE, "users-0", { clusterIdentifier: "users" }),
    resource(RDS_CLUSTER_INSTANCE, "other-0", { clusterIdentifier: "other" }),
    resource(RDS_INSTANCE, "replica", { replicateSourceDb: source.identifier }),
    resource(RDS_INSTANCE, "left", { replicateSourceDb: "right", identifier: "left" }),
    resource(RDS_INSTANCE, "right", { replicateSourceDb: "left", identifier: "right" }),
    resource(RDS_INSTANCE, "shared", { engine: "mysql" }, { external: true }),
  ];
  const { stack, get } = graph(resources, shape);

  it("are its instances and clusters, without those that it only reads", () => {
    expect(names(relationalDatabases(stack))).toEqual(["orders", "users", "left", "replica", "right", "source"]);
  });

  it("have members", () => {
    expect(names(clusterMembers(stack, get("orders")).resources)).toEqual(["orders-0"]);
    expect(names(clusterMembers(stack, get("users")).resources)).toEqual(["users-0"]);
    expect(clusterMembers(stack, get("users")).complete).toBe(true);
    expect(clusterOf(stack, get("users-0"))?.name).toBe("users");
    expect(clusterOf(stack, get("other-0"))).toBeUndefined();
  });

  it("may have more members than are known, where one is skipped with --target", () => {
    const read = resource(RDS_CLUSTER_INSTANCE, "read", {}, { external: true });
    const other = graph([cluster, read], shape);
    expect(clusterMembers(other.stack, other.get("orders"))).toEqual({ resources: [], complete: false });
  });

  it("have an engine of their own, or that of their source", () => {
    expect(engineOf(stack, get("orders"))).toBe("aurora-mysql");
    expect(engineOf(stack, get("users-0"))).toBe("aurora-postgresql");
    expect(engineOf(stack, get("replica"))).toBe("mysql");
    expect(engineOf(stack, get("other-0"))).toBe(UNKNOWN);
    expect(engineOf(stack, get("left"))).toBe(UNKNOWN);
  });

  it("have readers that autoscaling adds", () => {
    const target = (name: string, resourceId: Parameters<typeof resource>[2], more = {}): BuiltResource =>
      resource("aws:appautoscaling/target:Target", name, {
        scalableDimension: "rds:cluster:ReadReplicaCount",
        serviceNamespace: "rds",
        ...resourceId,
        ...more,
      });
    const scaled = graph(
      [
        cluster,
        named,
        target("a", { resourceId: text`cluster:${cluster.clusterIdentifier ?? ""}` }, { minCapacity: 2 }),
        target("b", { resourceId: "cluster:users" }),
        target(
          "c",
          { resourceId: "service/shop/api" },
          { minCapacity: 9, scalableDimension: "ecs:service:DesiredCount" },
        ),
      ],
      shape,
    );
    expect(autoscaledReaders(scaled.stack, scaled.get("orders"))).toBe(2);
    expect(autoscaledReaders(scaled.stack, scaled.get("users"))).toBe(0);
    const skipped = graph([cluster, resource("aws:appautoscaling/target:Target", "a", {}, { external: true })], shape);
    expect(autoscaledReaders(skipped.stack, skipped.get("orders"))).toBe(UNKNOWN);
  });
});

describe("the engine of a database, before it is known", () => {
  it("is that of the resource that it is computed from", () => {
    const global = resource(RDS_GLOBAL_CLUSTER, "global", { globalClusterIdentifier: "all", engine: "aurora-mysql" });
    const cluster = resource(RDS_CLUSTER, "orders", { engine: global.engine, globalClusterIdentifier: global.id });
    const member = resource(RDS_CLUSTER_INSTANCE, "orders-0", { clusterIdentifier: unknown, engine: cluster.engine });
    const { stack, get } = graph([global, cluster, member], "preview");
    expect(engineOf(stack, get("orders-0"))).toBe("aurora-mysql");
    expect(engineOf(stack, get("orders"))).toBe("aurora-mysql");
  });
});
