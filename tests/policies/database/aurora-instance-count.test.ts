import rule from "../../../policies/database/aurora-instance-count";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, text, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const CLUSTER = "aws:rds/cluster:Cluster";
const cluster = resource(CLUSTER, "orders", { engine: "aurora-mysql" });
const member = (of: Input, name: string, instanceClass = "db.r6g.large"): BuiltResource =>
  resource("aws:rds/clusterInstance:ClusterInstance", name, {
    clusterIdentifier: of,
    engine: "aurora-mysql",
    instanceClass,
  });
const readers = (resourceId: Input, minCapacity?: Input): BuiltResource =>
  resource("aws:appautoscaling/target:Target", "readers", {
    resourceId,
    minCapacity,
    maxCapacity: 5,
    scalableDimension: "rds:cluster:ReadReplicaCount",
    serviceNamespace: "rds",
  });
const contract = { databaseInstances: 2 };

ruleTest(rule, {
  valid: [
    { name: "two instances", contract, stack: [cluster, member(cluster.id, "a"), member(cluster.id, "b")] },
    {
      name: "one instance, where the contract requires no more",
      contract: { databaseInstances: 1 },
      stack: [cluster, member(cluster.id, "a")],
    },
    {
      name: "instances that name the cluster by a literal identifier",
      contract,
      stack: [
        resource(CLUSTER, "orders", { engine: "aurora-mysql", clusterIdentifier: "orders" }),
        member("orders", "a"),
        member("orders", "b"),
      ],
    },
    {
      name: "a reader that autoscaling adds",
      contract,
      stack: [cluster, member(cluster.id, "a"), readers(text`cluster:${cluster.clusterIdentifier ?? ""}`, 1)],
    },
    {
      name: "a reader that autoscaling adds to a cluster with a literal identifier",
      contract,
      stack: [
        resource(CLUSTER, "orders", { engine: "aurora-mysql", clusterIdentifier: "orders" }),
        member("orders", "a"),
        readers("cluster:orders", 1),
      ],
    },
    {
      name: "Aurora Serverless v2, which scales on one instance",
      stack: [cluster, member(cluster.id, "a", "db.serverless")],
    },
    {
      name: "Aurora Serverless v1, Limitless and a Multi-AZ DB cluster, whose instances AWS creates",
      contract,
      stack: [
        resource(CLUSTER, "v1", { engine: "aurora-mysql", engineMode: "serverless" }),
        resource(CLUSTER, "limitless", { engine: "aurora-postgresql", clusterScalabilityType: "limitless" }),
        resource(CLUSTER, "multi-az", { engine: "mysql", dbClusterInstanceClass: "db.m6gd.large", storageType: "io1" }),
      ],
    },
    {
      name: "a secondary of a global cluster, which may be without instances",
      contract,
      stack: [resource(CLUSTER, "eu", { engine: "aurora-mysql", globalClusterIdentifier: "orders" })],
    },
    {
      name: "one instance, where an ECS service scales beside it",
      contract: { databaseInstances: 1 },
      stack: [
        cluster,
        member(cluster.id, "a"),
        resource("aws:appautoscaling/target:Target", "api", {
          resourceId: unknown,
          scalableDimension: "ecs:service:DesiredCount",
        }),
      ],
    },
    {
      name: "a cluster that the stack only reads",
      contract,
      stack: [resource(CLUSTER, "shared", {}, { external: true })],
    },
  ],
  invalid: [
    {
      name: "one instance",
      stack: [cluster, member(cluster.id, "a")],
      findings: [{ resource: "orders", level: "advisory", message: /has 1 instance, but 2 are required/ }],
    },
    {
      name: "one instance, where the contract requires two",
      contract,
      stack: [cluster, member(cluster.id, "a"), readers(text`cluster:${cluster.clusterIdentifier ?? ""}`)],
      findings: [{ resource: "orders", level: "mandatory" }],
    },
    {
      name: "two of three",
      contract: { databaseInstances: 3 },
      stack: [cluster, member(cluster.id, "a"), member(cluster.id, "b")],
      findings: [{ resource: "orders", level: "mandatory", message: /has 2 instances, but 3 are required/ }],
    },
    { name: "no instance", stack: [cluster], findings: [{ resource: "orders", message: /has no instance, but 2/ }] },
    {
      name: "instances of two clusters",
      stack: [
        cluster,
        resource(CLUSTER, "users", { engine: "aurora-mysql" }),
        member(cluster.id, "a"),
        member(cluster.id, "b"),
        member("other", "c"),
      ],
      findings: [{ resource: "users", message: /no instance/ }],
    },
    {
      name: "one instance of a cluster that is meant to be Aurora",
      contract,
      stack: [resource(CLUSTER, "orders", { engine: "mysql", clusterIdentifier: "orders" }), member("orders", "a")],
      findings: [{ resource: "orders", level: "mandatory" }],
    },
    {
      name: "Aurora Serverless v2 with one instance, where the contract requires two",
      contract,
      stack: [cluster, member(cluster.id, "a", "db.serverless")],
      findings: [{ resource: "orders", level: "mandatory" }],
    },
    {
      name: "the primary of a global cluster without instances",
      stack: [
        resource(CLUSTER, "us", { engine: "aurora-mysql", globalClusterIdentifier: "orders", masterUsername: "app" }),
      ],
      findings: [{ resource: "us" }],
    },
  ],
  undecided: [
    {
      name: "an instance of a cluster that is not known yet",
      stack: [cluster, member(cluster.id, "a"), member(unknown, "b")],
      at: ["orders"],
    },
    {
      name: "autoscaled readers whose minimum is not known yet",
      stack: [cluster, member(cluster.id, "a"), readers(text`cluster:${cluster.clusterIdentifier ?? ""}`, unknown)],
      at: ["orders"],
    },
    {
      name: "instances and readers that are skipped with --target",
      stack: [
        cluster,
        member(cluster.id, "a"),
        resource("aws:appautoscaling/target:Target", "readers", {}, { external: true }),
        resource("aws:rds/clusterInstance:ClusterInstance", "b", {}, { external: true }),
      ],
      at: ["orders"],
    },
    {
      name: "a scalable target whose resource and dimension are not known yet",
      stack: [
        cluster,
        member(cluster.id, "a"),
        resource("aws:appautoscaling/target:Target", "readers", { resourceId: unknown, scalableDimension: unknown }),
      ],
      at: ["orders"],
    },
  ],
});
