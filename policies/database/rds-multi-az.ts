import { isProduction } from "../../contract/environment";
import { isAuroraInstance, isReplica, RDS_INSTANCE } from "../../stack/database";
import { known, UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

// Editions that RDS keeps in one zone, and hosts that their owners manage.
const SINGLE_ZONE = /^(?:sqlserver-(?:ex|web)|custom-.*)$/;

export default defineRule({
  id: "rds-multi-az",
  category: "database",
  description: "RDS instances of production stand by in a second zone",
  severity: "medium",
  level: "contract",
  contractKeys: ["environment", "lifecycle"],
  failures: [],
  controls: [
    { framework: "AWS FSBP", reference: "RDS.5" },
    { framework: "CIS AWS Foundations 5.0", reference: "2.2.4" },
  ],
  why:
    "An instance in one zone is down as long as its zone or its host is, and while AWS patches it. With a standby in a " +
    "second zone, it is back within a minute or two. The standby doubles the price, which a test need not pay.",
  fix: { typescript: "multiAz: true,", python: "multi_az=True,", yaml: "multiAz: true" },
  limits:
    "Anything where the contract says neither that the environment is production nor that the stack is durable, or says " +
    "that the stack is ephemeral; a durable stack that is not called production gets it as advice. Replicas; Aurora, " +
    "whose instances aurora-instance-count counts; editions of SQL Server without a standby; custom instances.",
  resource: {
    types: [RDS_INSTANCE],
    check(database, { contract: { environment = "", lifecycle }, report, undecided }) {
      const isInProduction = isProduction(environment);
      if (lifecycle === "ephemeral" || (!isInProduction && lifecycle !== "durable")) {
        return;
      }
      const isAurora = isAuroraInstance(database);
      const engine = database.str("engine");
      const stands = database.bool("multiAz");
      if (stands === true || isAurora === true || isReplica(database) || (known(engine) && SINGLE_ZONE.test(engine))) {
        return;
      }
      if (stands === UNKNOWN || engine === UNKNOWN) {
        undecided(database, stands === UNKNOWN ? "multiAz" : "engine");
      } else {
        report({
          at: database,
          property: "multiAz",
          message:
            `the database runs in one zone, and ${isInProduction ? "the environment is production" : "the stack is durable"}; ` +
            "set multiAz: true.",
          ...(!isInProduction && { level: "advisory" }),
        });
      }
    },
  },
});
