import { RDS_CLUSTER_INSTANCE, RDS_INSTANCE } from "../../stack/database";
import { UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

export default defineRule({
  id: "rds-not-public",
  category: "database",
  description: "RDS instances are not reachable from the internet",
  severity: "critical",
  level: "mandatory",
  failures: ["B24"],
  controls: [
    { framework: "AWS FSBP", reference: "RDS.2" },
    { framework: "CIS AWS Foundations 5.0", reference: "2.2.3" },
    { framework: "PCI DSS 4.0.1", reference: "1.4.4" },
  ],
  why:
    "A publicly accessible database has an address on the internet, " +
    "so that a wrong security group or a leaked password is all that stands between its data and everyone.",
  fix: {
    typescript: "publiclyAccessible: false,",
    python: "publicly_accessible=False,",
    yaml: "publiclyAccessible: false",
  },
  resource: {
    types: [RDS_INSTANCE, RDS_CLUSTER_INSTANCE],
    check(instance, { report, undecided }) {
      const isPublic = instance.bool("publiclyAccessible");
      if (isPublic === UNKNOWN) {
        undecided(instance, "publiclyAccessible");
      } else if (isPublic) {
        report({
          at: instance,
          property: "publiclyAccessible",
          mend: { publiclyAccessible: false },
          message:
            "the database gets a public address; set publiclyAccessible: false, " +
            "put it in private subnets and reach it from inside the VPC.",
        });
      }
    },
  },
  remediation: {
    does: "sets `publiclyAccessible: false`",
  },
});
