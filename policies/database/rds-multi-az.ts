import { RDS_INSTANCE } from "../../src/aws/type-tokens";
import { isProduction } from "../../src/contract/environment";
import { isAuroraInstance, isReplica } from "../../src/aws/databases/database";
import { known, UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

// Editions that RDS keeps in one zone, and hosts that their owners manage.
const SINGLE_ZONE = /^(?:sqlserver-(?:ex|web)|custom-.*)$/;

/** What the contract has that requires a standby. */
function reasonOf({ servesFramework, isInProduction }: { servesFramework: boolean; isInProduction: boolean }): string {
  if (isInProduction) {
    return "sets a production environment";
  }
  return servesFramework ? "names a framework that requires two" : "makes this stack durable";
}

export default defineRule({
  id: "rds-multi-az",
  category: "database",
  description: "RDS instances in production must have a standby in a second zone",
  severity: "medium",
  level: "only-if-required",
  contractKeys: ["environment", "lifecycle"],
  failures: [],
  why:
    "An instance in one zone is down as long as its zone or its host is, and while AWS patches it. With a standby in a " +
    "second zone it is back within a minute or two. The standby doubles the price, which a test need not pay.",
  fix: { typescript: `multiAz: true,`, python: `multi_az=True,`, yaml: `multiAz: true` },
  limits:
    "Everything unless the contract sets a production environment or a durable lifecycle, or names a framework; a " +
    "durable stack outside of production gets an advisory. Ephemeral stacks; replicas; Aurora, whose instances aurora-instance-count counts; " +
    "editions of SQL Server without a standby; custom instances.",
  references: [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html",
  ],
  resource: {
    types: [RDS_INSTANCE],
    check(database, { contract: { environment = "", lifecycle }, servesFramework, report, undecided }) {
      const isInProduction = isProduction(environment);
      if (!servesFramework && (lifecycle === "ephemeral" || (!isInProduction && lifecycle !== "durable"))) {
        return;
      }
      const isAurora = isAuroraInstance(database);
      const engine = database.str("engine");
      const multiAz = database.bool("multiAz");
      if (multiAz === true || isAurora === true || isReplica(database) || (known(engine) && SINGLE_ZONE.test(engine))) {
        return;
      }
      if (multiAz === UNKNOWN || engine === UNKNOWN) {
        undecided(database, multiAz === UNKNOWN ? "multiAz" : "engine");
      } else {
        report({
          at: database,
          property: "multiAz",
          message:
            `The database runs in one zone, but the contract ${reasonOf({ servesFramework, isInProduction })}. ` +
            "Set `multiAz: true`.",
          ...(!isInProduction && !servesFramework && { level: "advisory" }),
        });
      }
    },
  },
});
