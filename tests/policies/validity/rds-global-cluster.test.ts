import rule from "../../../policies/validity/rds-global-cluster";
import { createdAndDeployed, withNew } from "../../kit/deployed";
import { ruleTest, runRule } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const CLUSTER = "aws:rds/cluster:Cluster";
const west = resource("pulumi:providers:aws", "west", { region: "us-west-2" });
const orders = resource("aws:rds/globalCluster:GlobalCluster", "orders", {
  globalClusterIdentifier: "orders",
  engine: "aurora-postgresql",
});
const primary = resource(CLUSTER, "east", {
  engine: "aurora-postgresql",
  globalClusterIdentifier: orders.id,
  masterUsername: "app",
  manageMasterUserPassword: true,
});
const writer = resource("aws:rds/clusterInstance:ClusterInstance", "writer", { clusterIdentifier: primary.id });
const secondary = (dependsOn: BuiltResource[], more: Record<string, Input> = {}) =>
  resource(
    CLUSTER,
    "copy",
    { engine: "aurora-postgresql", globalClusterIdentifier: orders.id, ...more },
    { provider: west, dependsOn },
  );
const found = { resource: "copy", path: "globalClusterIdentifier" };

ruleTest(rule, {
  valid: [
    { name: "a secondary after its primary", stack: [west, orders, primary, secondary([primary])] },
    {
      name: "a secondary after an instance of its primary",
      stack: [west, orders, primary, writer, secondary([writer])],
    },
    {
      name: "a secondary that names its primary",
      stack: [west, orders, primary, secondary([], { replicationSourceIdentifier: primary.arn })],
    },
    { name: "a primary alone", stack: [orders, primary] },
    {
      name: "a cluster restored from a snapshot",
      stack: [west, orders, primary, secondary([], { snapshotIdentifier: "s" })],
    },
    {
      name: "a secondary of a global database that is created from a cluster",
      stack: [
        west,
        resource("aws:rds/globalCluster:GlobalCluster", "orders", { sourceDbClusterIdentifier: "arn:aws:rds:a" }),
        resource(CLUSTER, "copy", { engine: "aurora-postgresql", globalClusterIdentifier: "orders" }),
      ],
    },
    {
      name: "a secondary of a global database outside the stack",
      stack: [
        resource(CLUSTER, "copy", { globalClusterIdentifier: "payments", masterUsername: undefined }),
        primary,
        orders,
      ],
    },
    {
      name: "backtracking in a cluster without a global database",
      stack: [
        resource(CLUSTER, "single", { engine: "aurora-mysql", backtrackWindow: 3600, globalClusterIdentifier: "" }),
      ],
    },
    {
      name: "a window of 0",
      stack: [orders, resource(CLUSTER, "east", { globalClusterIdentifier: orders.id, backtrackWindow: 0 })],
    },
    {
      name: "clusters that the stack only reads",
      stack: [
        orders,
        resource(CLUSTER, "copy", { globalClusterIdentifier: "orders", backtrackWindow: 1 }, { external: true }),
      ],
    },
  ],
  invalid: [
    ...createdAndDeployed([
      {
        name: "a secondary that waits for nothing",
        stack: [west, orders, primary, secondary([])],
        findings: [
          {
            ...found,
            message: /^Nothing makes this cluster.*: add `dependsOn: \[east\]`\..*MasterUsername must be provided/,
          },
        ],
      },
      {
        name: "a secondary that names the global database by a string",
        stack: [
          orders,
          resource(CLUSTER, "east", { globalClusterIdentifier: "orders", masterUsername: "app" }),
          resource(CLUSTER, "copy", { globalClusterIdentifier: "orders" }),
        ],
        findings: [found],
      },
    ]),
    {
      name: "backtracking in a global database, of the stack or not",
      stack: [
        resource(CLUSTER, "east", {
          globalClusterIdentifier: "payments",
          masterUsername: "app",
          backtrackWindow: 86400,
        }),
      ],
      findings: [{ resource: "east", path: "backtrackWindow", message: /^`backtrackWindow` is 86400.*Remove it\./ }],
    },
    {
      name: "Serverless v1 in a global database",
      stack: [orders, resource(CLUSTER, "east", { globalClusterIdentifier: orders.id, engineMode: "serverless" })],
      findings: [{ resource: "east", path: "engineMode" }],
    },
  ],
  undecided: [
    {
      name: "a window that is not known yet",
      stack: [orders, resource(CLUSTER, "east", { globalClusterIdentifier: orders.id, backtrackWindow: unknown })],
      at: ["east.backtrackWindow"],
    },
  ],
});

test("a secondary that is added to a primary that exists is advisory", () => {
  const stack = [west, orders, primary, secondary([])];
  const levelsWith = (...added: string[]): string[] =>
    runRule(rule, { name: "", stack }, "up", withNew(stack, ...added)).results.map(({ level }) => level);
  expect(levelsWith("copy")).toEqual(["advisory"]);
  expect(levelsWith("copy", "east")).toEqual(["mandatory"]);
});
