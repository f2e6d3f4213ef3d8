import { tableOf } from "../../contract/facts";
import { isReplica, isRestore, RDS_CLUSTER, RDS_INSTANCE } from "../../stack/database";
import { known, UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

const DOCDB_CLUSTER = "aws:docdb/cluster:Cluster";

export default defineRule({
  id: "rds-master-username",
  category: "validity",
  description: "The master user of a database has a name that its engine leaves free",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "Some names belong to the engine or to RDS itself: admin is a fine master user of MySQL, and a reserved word for " +
    "PostgreSQL. RDS refuses the database, and the name cannot be changed later.",
  fix: {
    typescript: 'masterUsername: "app_admin",',
    python: 'master_username="app_admin",',
    yaml: "masterUsername: app_admin",
  },
  limits:
    "Replicas and restores, which have their source's user; names that only some versions reserve; the length of a name and its characters.",
  resource: {
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
      const { every, engines } = tableOf(contract, "rds-reserved-usernames");
      const names: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(engines));
      const isReserved = every.includes(name) || (known(engine) && names.get(engine)?.includes(name) === true);
      if (isReserved) {
        report({
          at: database,
          property,
          message: `${name} is reserved by ${every.includes(name) ? "RDS" : "the engine"}; set another name, such as ${property}: "app_admin".`,
          answer: `MasterUsername ${name} cannot be used as it is a reserved word used by the engine`,
        });
      } else if (engine === UNKNOWN && [...names.values()].some((reserved) => reserved.includes(name))) {
        undecided(database, "engine");
      }
    },
  },
});
