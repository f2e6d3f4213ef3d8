import { isProduction } from "../../contract/environment";
import { RDS_CLUSTER, RDS_CLUSTER_INSTANCE, RDS_INSTANCE } from "../../stack/database";
import { UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

const isBurstable = (instanceClass: string): boolean => /^db\.t\d/.test(instanceClass);

export default defineRule({
  id: "rds-instance-class",
  category: "database",
  description: "RDS instances have the class that their work needs",
  severity: "medium",
  level: "raised-by-contract",
  contractKeys: ["databaseInstanceClass", "environment"],
  failures: ["B23"],
  why:
    "A burstable class (db.t…) earns credits for its processor and slows down when they are spent, " +
    "which in production is when the load is highest. A class of its own keeps cost and speed as planned.",
  fix: {
    typescript: 'instanceClass: "db.r6g.large",',
    python: 'instance_class="db.r6g.large",',
    yaml: "instanceClass: db.r6g.large",
  },
  limits:
    "Without the contract's databaseInstanceClass, anything but a burstable class in production: where the contract " +
    "does not name the environment, a stack that is called prod or production, and then only as advice.",
  resource: {
    types: [RDS_INSTANCE, RDS_CLUSTER_INSTANCE, RDS_CLUSTER],
    check(database, { contract, project, report, undecided }) {
      const property = database.type === RDS_CLUSTER ? "dbClusterInstanceClass" : "instanceClass";
      const actual = database.str(property);
      const { databaseInstanceClass: wanted, environment = project.stack } = contract;
      if (actual === undefined || (wanted === undefined && !isProduction(environment))) {
        return;
      }
      if (actual === UNKNOWN) {
        undecided(database, property);
      } else if (wanted !== undefined && actual !== wanted) {
        report({
          at: database,
          property,
          message: `the class is ${actual}, and the contract asks for ${wanted}; set ${property}: "${wanted}".`,
        });
      } else if (wanted === undefined && isBurstable(actual)) {
        report({
          at: database,
          property,
          message:
            `${actual} is a burstable class, which slows down under lasting load, and this is production; ` +
            `set ${property} to a class such as "db.r6g.large".`,
        });
      }
    },
  },
});
