import { tableOf } from "../../contract/facts";
import {
  clusterOf,
  engineOf,
  isAuroraEngine,
  isMultiAzCluster,
  missedAuroraEngine,
  RDS_CLUSTER_INSTANCE,
  RDS_INSTANCE,
} from "../../stack/database";
import { refusalOf } from "../../stack/instance-classes";
import type { Resource } from "../../stack/resource";
import type { Stack } from "../../stack/stack";
import { known, UNKNOWN } from "../../stack/value";
import type { Read } from "../../stack/view";
import { defineRule, type Context } from "../rule";

function versionOf(stack: Stack, instance: Resource): Read<string> {
  const own = instance.str("engineVersion");
  const cluster = known(own) || instance.type === RDS_INSTANCE ? undefined : clusterOf(stack, instance);
  return cluster ? cluster.str("engineVersion") : own;
}

/** Instances of a Multi-AZ DB cluster can be taken over by an import, so that only Aurora's are certain. */
function checkEngine(stack: Stack, instance: Resource, engine: string, { report }: Context): void {
  const cluster = clusterOf(stack, instance);
  const clusterEngine = cluster?.str("engine");
  if (isAuroraEngine(engine) || (cluster && missedAuroraEngine(cluster) !== undefined)) {
    return;
  }
  const isOfAurora = known(clusterEngine) && isAuroraEngine(clusterEngine);
  report({
    at: instance,
    property: "engine",
    ...(!isOfAurora && { level: "advisory" }),
    message: isOfAurora
      ? `the engine is ${engine}, and that of its cluster ${clusterEngine}; set engine: cluster.engine.`
      : cluster && isMultiAzCluster(cluster)
        ? `AWS makes the instances of a Multi-AZ DB cluster of ${engine} itself; take this one out.`
        : `a cluster instance is Aurora's, and ${engine} is not; set engine: cluster.engine, or use aws.rds.Instance.`,
    ...(isOfAurora && {
      answer: `The engine name requested for your DB instance (${engine}) doesn't match the engine name of your DB cluster (${clusterEngine})`,
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
  const refusal = refusalOf(instanceClass, engine, known(version) ? version : undefined, table);
  if (refusal?.ofVersion === true && !known(version)) {
    undecided(instance, "engineVersion");
  } else if (refusal) {
    const what = refusal.ofVersion && known(version) ? `${engine} ${version}` : engine;
    report({
      at: instance,
      property: "instanceClass",
      ...(refusal.isDoubtful && { level: "advisory" }),
      message:
        `AWS does not run ${what} on ${instanceClass} (as of ${table.date}); set a larger or newer class, such as ` +
        `${isAuroraEngine(engine) ? "db.t4g.medium or db.r6g.large" : "db.m6i.large"}.`,
      answer:
        refusal.feature === undefined
          ? `RDS does not support creating a DB instance with the following combination: DBInstanceClass=${instanceClass}, Engine=${engine}`
          : `DB instance class ${instanceClass} does not support the following features: ${refusal.feature}`,
    });
  }
}

export default defineRule({
  id: "rds-instance-class-supported",
  category: "validity",
  description: "Database instances have a class that their engine runs on",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "Engines differ in the classes that they run on: the small ones are too small for Aurora MySQL 8, and SQL Server and " +
    "Oracle do not run on Graviton. RDS refuses such an instance, often after its cluster is there.",
  fix: {
    typescript: 'instanceClass: "db.t4g.medium",',
    python: 'instance_class="db.t4g.medium",',
    yaml: "instanceClass: db.t4g.medium",
  },
  limits:
    "Classes that the table of facts does not list, and what a region or a version does not offer. Classes that AWS lists " +
    "for some regions and not in its user guide are advisory; so is an instance with another engine than Aurora's in a " +
    "cluster that is not Aurora's.",
  stack(stack, context) {
    for (const instance of stack.ofType(RDS_INSTANCE, RDS_CLUSTER_INSTANCE).filter(({ outside }) => !outside)) {
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
