import { DOCDB_CLUSTER, RDS_CLUSTER, RDS_INSTANCE } from "../../src/aws/type-tokens";
import { tableOf } from "../../src/contract/facts";
import { isReplica, isRestore } from "../../src/aws/databases/database";
import { known, UNKNOWN } from "../../src/graph/value";
import { atCreation } from "../../src/rules/at-creation";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "rds-master-username",
  category: "validity",
  description: "The master user of a database must have a name that its engine does not reserve",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "Some names belong to the engine or to RDS itself: admin is a valid master user of MySQL, and a reserved word of " +
    "PostgreSQL. RDS rejects the database, and the name cannot be changed later.",
  fix: {
    typescript: `masterUsername: "app_admin",`,
    python: `master_username="app_admin",`,
    yaml: `masterUsername: app_admin`,
  },
  limits:
    "Replicas and restores, which have the user of their source; names that only some versions reserve; the length and the " +
    "characters of a name. Names that only reports of AWS's error show, those of RDS for PostgreSQL and DocumentDB, are " +
    "advisory, and so is a finding on a database that exists already.",
  references: [
    "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html",
    "https://docs.aws.amazon.com/documentdb/latest/developerguide/API_CreateDBCluster.html",
  ],
  ...atCreation({
    types: [RDS_INSTANCE, RDS_CLUSTER, DOCDB_CLUSTER],
    check(database, { contract, report, undecided }) {
      const isDocumentDb = database.type === DOCDB_CLUSTER;
      if (isRestore(database) || (!isDocumentDb && isReplica(database))) {
        return;
      }
      const property = database.type === RDS_INSTANCE ? "username" : "masterUsername";
      const name = database.str(property);
      const engine = isDocumentDb ? "docdb" : database.str("engine");
      if (name === UNKNOWN) {
        undecided(database, property);
      }
      if (!known(name)) {
        return;
      }
      const { every, engines, reported } = tableOf(contract, "rds-reserved-usernames");
      const isIn = (table: object): boolean =>
        (Object.entries(table) as [string, readonly string[]][]).some(
          ([one, names]) => (engine === UNKNOWN || one === engine) && names.includes(name),
        );
      const isOfRds = every.includes(name);
      const isCertain = isOfRds || isIn(engines);
      if (isOfRds || (known(engine) && (isCertain || isIn(reported)))) {
        report({
          at: database,
          property,
          ...(!isCertain && { level: "advisory" }),
          message:
            `The name "${name}" is reserved by ${isOfRds ? "RDS" : "the engine"}. ` +
            `Set another one, such as \`${property}: "app_admin"\`.`,
          awsError: `MasterUsername ${name} cannot be used as it is a reserved word used by the engine`,
        });
      } else if (engine === UNKNOWN && (isCertain || isIn(reported))) {
        undecided(database, "engine");
      }
    },
  }),
});
