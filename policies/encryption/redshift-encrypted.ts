import { UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

export default defineRule({
  id: "redshift-encrypted",
  category: "encryption",
  description: "Redshift clusters are encrypted",
  severity: "high",
  level: "advisory",
  failures: [],
  why: "A warehouse gathers the data of all systems. Without encryption, whoever gets at a snapshot of it reads them all.",
  fix: {
    typescript: "encrypted: true,\nkmsKeyId: key.arn,",
    python: "encrypted=True,\nkms_key_id=key.arn,",
    yaml: "encrypted: true\nkmsKeyId: ${key.arn}",
  },
  limits: "Clusters that say nothing, which are encrypted; serverless namespaces, which always are.",
  resource: {
    types: ["aws:redshift/cluster:Cluster"],
    check(cluster, { report, undecided }) {
      const encrypted = cluster.bool("encrypted");
      if (encrypted === UNKNOWN) {
        undecided(cluster, "encrypted");
      } else if (encrypted === false) {
        report({
          at: cluster,
          property: "encrypted",
          // An existing cluster takes no writes for hours, while Redshift moves its data.
          mendWhenNew: { encrypted: true },
          message:
            "the cluster is told not to encrypt its data; leave encrypted out, or set it to true (with kmsKeyId for a key of your own).",
        });
      }
    },
  },
  remediation: {
    doesWhenNew: "sets `encrypted: true`",
  },
});
