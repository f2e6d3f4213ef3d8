import { isGlobalSecondary, isRestore, RDS_GLOBAL_CLUSTER } from "../../src/aws/databases/database";
import { RDS_CLUSTER } from "../../src/aws/type-tokens";
import { isAlreadyOrdered, makeWait, waitsForOneOf } from "../../src/graph/ordering";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import { variablesOf } from "../../src/source/variables";
import { defineRule, type Context } from "../../src/rules/rule";

/** The global database of the stack that a cluster belongs to. */
function globalOf(stack: Stack, cluster: Resource): Resource | undefined {
  const view = cluster.at("globalClusterIdentifier");
  const identifier = view.str();
  const [named] = stack.refs(view, RDS_GLOBAL_CLUSTER).resources;
  return (
    named ??
    stack
      .ofType(RDS_GLOBAL_CLUSTER)
      .find((global) => known(identifier) && global.str("globalClusterIdentifier") === identifier)
  );
}

function checkFeatures(cluster: Resource, { report, undecided }: Context): void {
  const backtrack = cluster.num("backtrackWindow");
  if (backtrack === UNKNOWN) {
    undecided(cluster, "backtrackWindow");
  } else if (backtrack !== undefined && backtrack > 0) {
    report({
      at: cluster,
      property: "backtrackWindow",
      message:
        `\`backtrackWindow\` is ${String(backtrack)}, and AWS rejects backtracking in a cluster of a global database. ` +
        "Remove it.",
    });
  }
  if (cluster.str("engineMode") === "serverless") {
    report({
      at: cluster,
      property: "engineMode",
      message:
        "Aurora Serverless v1 cannot be part of a global database. Remove `engineMode`, and use Serverless v2 with " +
        "`serverlessv2ScalingConfiguration`.",
    });
  }
}

export default defineRule({
  id: "rds-global-cluster",
  category: "validity",
  description: "Clusters of a global database must support it, and secondary ones must wait for the primary",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "The first cluster of a global database becomes its primary, and the others are copies. If a cluster without a master " +
    "user is created first, AWS takes it for the primary and rejects it. A global database supports neither backtracking " +
    "nor Serverless v1.",
  fix: {
    typescript: `const secondary = new aws.rds.Cluster("orders-west", { globalClusterIdentifier: orders.id, /* … */ },
  { provider: west, dependsOn: [primary, primaryInstance] });`,
    python: `secondary = aws.rds.Cluster("orders-west", global_cluster_identifier=orders.id,
    opts=pulumi.ResourceOptions(provider=west, depends_on=[primary, primary_instance]))`,
    yaml: `resources:
  orders-west:
    type: aws:rds:Cluster
    properties:
      globalClusterIdentifier: \${orders.id}
    options:
      provider: \${west}
      dependsOn: ["\${primary}", "\${primaryInstance}"]`,
  },
  limits:
    "Global databases that the stack does not create, or creates from a cluster that exists; versions without support for " +
    "global databases, which AWS has all withdrawn (aurora-engine-version reports them); instance classes. The order of " +
    "clusters that exist already is advisory.",
  references: [
    "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-getting-started.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.html",
  ],
  stack(stack, context) {
    const clusters = stack
      .managed(RDS_CLUSTER)
      .filter((cluster) => (cluster.str("globalClusterIdentifier") ?? "") !== "");
    const globals = new Map(clusters.map((cluster) => [cluster, globalOf(stack, cluster)]));
    for (const cluster of clusters) {
      checkFeatures(cluster, context);
      const global = globals.get(cluster);
      const primaries = clusters.filter((one) => globals.get(one) === global && !isGlobalSecondary(one));
      const isSecondary = global !== undefined && isGlobalSecondary(cluster) && !isRestore(cluster);
      if (isSecondary && primaries.length > 0 && !waitsForOneOf(stack, cluster, primaries)) {
        const wait = makeWait(stack, cluster, primaries, variablesOf(context.project.files));
        context.report({
          at: cluster,
          property: "globalClusterIdentifier",
          onlyAtCreation: true,
          ...(isAlreadyOrdered(cluster, primaries) && { level: "advisory" }),
          missingDependencies: primaries,
          message:
            "Nothing makes this cluster, which has no master user of its own, wait for the primary cluster of its global " +
            `database: ${wait}.`,
          awsError: "The parameter MasterUsername must be provided and must not be blank",
        });
      }
    }
  },
});
