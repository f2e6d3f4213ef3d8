import { isGlobalSecondary, isRestore, RDS_CLUSTER, RDS_GLOBAL_CLUSTER } from "../../stack/database";
import { makeWait, waitsForOneOf } from "../../stack/ordering";
import type { Resource } from "../../stack/resource";
import type { Stack } from "../../stack/stack";
import { known, UNKNOWN } from "../../stack/value";
import { defineRule, type Context } from "../rule";

/** The global database of the stack that a cluster belongs to. */
function globalOf(stack: Stack, cluster: Resource): Resource | undefined {
  const place = cluster.at("globalClusterIdentifier");
  const identifier = place.str();
  const [named] = stack.refs(place, RDS_GLOBAL_CLUSTER).resources;
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
      message: `backtrackWindow is ${String(backtrack)}, and a cluster of a global database cannot go back in time; take it out.`,
    });
  }
  if (cluster.str("engineMode") === "serverless") {
    report({
      at: cluster,
      property: "engineMode",
      message:
        "Aurora Serverless v1 cannot be part of a global database; take engineMode out, and use Serverless v2 by " +
        "serverlessv2ScalingConfiguration.",
    });
  }
}

export default defineRule({
  id: "rds-global-cluster",
  category: "validity",
  description: "Clusters of a global database fit into it, the primary first",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "The first cluster of a global database is its primary, and those after it are copies. A cluster without a user that " +
    "comes first is taken for the primary and refused. Backtracking and Serverless v1 do not go with a global database.",
  fix: {
    typescript:
      'const secondary = new aws.rds.Cluster("orders-west", { globalClusterIdentifier: orders.id, /* … */ },\n' +
      "  { provider: west, dependsOn: [primary, primaryInstance] });",
    python:
      'secondary = aws.rds.Cluster("orders-west", global_cluster_identifier=orders.id,\n' +
      "    opts=pulumi.ResourceOptions(provider=west, depends_on=[primary, primary_instance]))",
    yaml:
      "resources:\n  orders-west:\n    type: aws:rds:Cluster\n    properties:\n" +
      "      globalClusterIdentifier: ${orders.id}\n    options:\n      provider: ${west}\n" +
      '      dependsOn: ["${primary}", "${primaryInstance}"]',
  },
  limits:
    "Global databases that the stack does not make, or makes of a cluster that is there; versions without global support, all " +
    "of which AWS has withdrawn (aurora-engine-version reports them); instance classes.",
  stack(stack, context) {
    const clusters = stack
      .ofType(RDS_CLUSTER)
      .filter((cluster) => !cluster.outside && (cluster.str("globalClusterIdentifier") ?? "") !== "");
    const globals = new Map(clusters.map((cluster) => [cluster, globalOf(stack, cluster)]));
    for (const cluster of clusters) {
      checkFeatures(cluster, context);
      const global = globals.get(cluster);
      const primaries = clusters.filter((one) => globals.get(one) === global && !isGlobalSecondary(one));
      const isSecondary = global !== undefined && isGlobalSecondary(cluster) && !isRestore(cluster);
      if (isSecondary && primaries.length > 0 && !waitsForOneOf(stack, cluster, primaries)) {
        const wait = makeWait(stack, cluster, primaries, context.project.files?.settings?.runtime);
        context.report({
          at: cluster,
          property: "globalClusterIdentifier",
          awaits: primaries,
          message: `nothing makes this cluster, which has no user of its own, wait for the primary of its global database; ${wait}.`,
          answer: "The parameter MasterUsername must be provided and must not be blank",
        });
      }
    }
  },
});
