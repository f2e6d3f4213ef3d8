import { RDS_CLUSTER_INSTANCE, RDS_INSTANCE } from "../../src/aws/type-tokens";
import { tableOf } from "../../src/contract/facts";
import {
  clusterOf,
  engineOf,
  isAuroraEngine,
  isMultiAzCluster,
  intendedAuroraEngine,
} from "../../src/aws/databases/database";
import { rejectionOf } from "./rds-instance-class-supported.classes";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import type { Read } from "../../src/graph/view";
import { defineRule, type Context } from "../../src/rules/rule";

function versionOf(stack: Stack, instance: Resource): Read<string> {
  const own = instance.str("engineVersion");
  const cluster = known(own) || instance.type === RDS_INSTANCE ? undefined : clusterOf(stack, instance);
  return cluster ? cluster.str("engineVersion") : own;
}

/** An import can take over instances of a Multi-AZ DB cluster, so only those of Aurora are certain. */
function checkEngine(stack: Stack, instance: Resource, engine: string, { report, undecided }: Context): void {
  const cluster = clusterOf(stack, instance);
  const clusterEngine = cluster?.str("engine");
  if (isAuroraEngine(engine) || (cluster && intendedAuroraEngine(cluster) !== undefined)) {
    return;
  }
  if (clusterEngine === UNKNOWN || (!cluster && instance.at("clusterIdentifier").isUnknown)) {
    undecided(instance, clusterEngine === UNKNOWN ? "engine" : "clusterIdentifier");
    return;
  }
  const isOfAurora = known(clusterEngine) && isAuroraEngine(clusterEngine);
  report({
    at: instance,
    property: "engine",
    onlyAtCreation: true,
    ...(!isOfAurora && { level: "advisory" }),
    message: isOfAurora
      ? `The engine is ${engine}, and that of the cluster is ${clusterEngine}. Set \`engine: cluster.engine\`.`
      : cluster && isMultiAzCluster(cluster)
        ? `AWS creates the instances of a Multi-AZ DB cluster with ${engine} itself. Remove this one.`
        : `Only Aurora has cluster instances, and the engine is ${engine}. Set \`engine: cluster.engine\`, or use an aws.rds.Instance.`,
    ...(isOfAurora && {
      awsError: `The engine name requested for your DB instance (${engine}) doesn't match the engine name of your DB cluster (${clusterEngine})`,
    }),
  });
}

function checkClass(stack: Stack, instance: Resource, engine: string, { contract, report, undecided }: Context): void {
  const instanceClass = instance.str("instanceClass");
  if (instanceClass === UNKNOWN) {
    undecided(instance, "instanceClass");
  }
  if (!known(instanceClass)) {
    return;
  }
  const version = versionOf(stack, instance);
  const table = tableOf(contract, "rds-instance-classes");
  const rejection = rejectionOf(instanceClass, engine, known(version) ? version : undefined, table);
  if (rejection?.dependsOnVersion === true && !known(version)) {
    undecided(instance, "engineVersion");
  } else if (rejection) {
    const what = rejection.dependsOnVersion && known(version) ? `${engine} ${version}` : engine;
    const [better, another] = isAuroraEngine(engine)
      ? ["db.t4g.medium", "db.r6g.large"]
      : ["db.m6i.large", "db.r6i.large"];
    report({
      at: instance,
      property: "instanceClass",
      onlyAtCreation: true,
      ...(rejection.isDoubtful && { level: "advisory" }),
      message:
        `AWS does not offer ${what} on ${instanceClass} (as of ${table.date}). Set a larger or newer class, such as ` +
        `\`instanceClass: "${better}"\` or "${another}".`,
      awsError:
        rejection.feature === undefined
          ? `RDS does not support creating a DB instance with the following combination: DBInstanceClass=${instanceClass}, Engine=${engine}`
          : `DB instance class ${instanceClass} does not support the following features: ${rejection.feature}`,
    });
  }
}

export default defineRule({
  id: "rds-instance-class-supported",
  category: "validity",
  description: "Database instances must have a class that their engine supports",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "Engines support different classes: the small ones are too small for Aurora MySQL 8, and SQL Server and Oracle do not " +
    "run on Graviton. RDS rejects such an instance, often after its cluster exists.",
  fix: {
    typescript: `instanceClass: "db.t4g.medium",`,
    python: `instance_class="db.t4g.medium",`,
    yaml: `instanceClass: db.t4g.medium`,
  },
  limits:
    "Classes that the table of facts does not list, and what a region or a version does not offer. Classes that AWS lists " +
    "for some regions and not in its user guide are advisory; so is an instance with another engine than Aurora's in a " +
    "cluster that is not Aurora's. On an instance that exists already a finding is advisory.",
  references: [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.DBInstanceClass.html",
  ],
  stack(stack, context) {
    for (const instance of stack.managed(RDS_INSTANCE, RDS_CLUSTER_INSTANCE)) {
      const engine = engineOf(stack, instance);
      if (engine === UNKNOWN) {
        context.undecided(instance, "engine");
        continue;
      }
      if (instance.type === RDS_CLUSTER_INSTANCE) {
        checkEngine(stack, instance, engine, context);
      }
      checkClass(stack, instance, engine, context);
    }
  },
});
