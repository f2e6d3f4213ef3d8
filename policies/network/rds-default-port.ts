import { isAuroraInstance } from "../../src/aws/databases/database";
import { defaultPortsOf } from "../../src/aws/databases/database-ports";
import { RDS_CLUSTER, RDS_INSTANCE } from "../../src/aws/type-tokens";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "rds-default-port",
  category: "network",
  description: "RDS databases must listen on another port than their engine's default",
  severity: "low",
  level: "only-if-required",
  why:
    "The default port shows a scanner which engine answers there, and which attacks to try. Another port hides little from " +
    "someone who looks for it, but some standards demand it.",
  fix: { typescript: `port: 15432,`, python: `port=15432,`, yaml: `port: 15432` },
  limits: "Instances of a cluster, which have its port; databases whose engine is not known, such as replicas.",
  references: [
    "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html",
  ],
  resource: {
    types: [RDS_INSTANCE, RDS_CLUSTER],
    check(database, { decide, undecided }) {
      const engine = database.str("engine") ?? UNKNOWN;
      const ports = engine === UNKNOWN ? UNKNOWN : defaultPortsOf(engine);
      const port = database.num("port") ?? (ports === UNKNOWN ? UNKNOWN : ports[0]);
      if (isAuroraInstance(database) === true) {
        return;
      }
      if (ports === UNKNOWN || port === UNKNOWN) {
        undecided(database, ports === UNKNOWN ? "engine" : "port");
        return;
      }
      decide(port === undefined || !ports.includes(port), {
        at: database,
        property: "port",
        message:
          `The database listens on ${String(port)}, the default port of its engine. ` +
          "Set `port` to another one, such as `port: 15432`, and use it in the security groups and connection strings.",
      });
    },
  },
});
