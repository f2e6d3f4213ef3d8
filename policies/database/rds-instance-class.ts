import { RDS_CLUSTER, RDS_CLUSTER_INSTANCE, RDS_INSTANCE } from "../../src/aws/type-tokens";
import { isProduction } from "../../src/contract/environment";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

const isBurstable = (instanceClass: string): boolean => /^db\.t\d/.test(instanceClass);

export default defineRule({
  id: "rds-instance-class",
  category: "database",
  description: "RDS instances must have the class that the contract or production requires",
  severity: "medium",
  level: "advisory-unless-required",
  contractKeys: ["databaseInstanceClass", "environment"],
  failures: ["B23"],
  why:
    "A burstable class (db.t…) earns credits for its processor and slows down when they are spent, " +
    "which in production is when the load is highest.",
  fix: {
    typescript: `instanceClass: "db.r6g.large",`,
    python: `instance_class="db.r6g.large",`,
    yaml: `instanceClass: db.r6g.large`,
  },
  limits:
    "Without the contract's databaseInstanceClass, everything but a burstable class in production. Where the contract " +
    "does not name the environment, production is a stack that is called prod or production, and a finding is advisory.",
  references: ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.html"],
  resource: {
    types: [RDS_INSTANCE, RDS_CLUSTER_INSTANCE, RDS_CLUSTER],
    check(database, { contract, project, report, undecided }) {
      const property = database.type === RDS_CLUSTER ? "dbClusterInstanceClass" : "instanceClass";
      const actual = database.str(property);
      const { databaseInstanceClass: required, environment = project.stack } = contract;
      if (actual === undefined || (required === undefined && !isProduction(environment))) {
        return;
      }
      if (actual === UNKNOWN) {
        undecided(database, property);
      } else if (required !== undefined && actual !== required) {
        report({
          at: database,
          property,
          message: `The class is "${actual}", but the contract requires another one. Set \`${property}: "${required}"\`.`,
        });
      } else if (required === undefined && isBurstable(actual)) {
        report({
          at: database,
          property,
          message:
            `"${actual}" is a burstable class, which slows down under lasting load, and this is production. ` +
            `Set a class such as \`${property}: "db.r6g.large"\`.`,
        });
      }
    },
  },
});
