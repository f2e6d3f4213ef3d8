import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "redshift-encrypted",
  category: "encryption",
  description: "Redshift clusters must be encrypted",
  severity: "high",
  level: "advisory-unless-required",
  contractKeys: ["customerKeys"],
  failures: [],
  why:
    "A warehouse gathers the data of many systems. Anyone with access to an unencrypted snapshot of it can read all of " +
    "that data.",
  fix: {
    typescript: `encrypted: true,
kmsKeyId: key.arn,`,
    python: `encrypted=True,
kms_key_id=key.arn,`,
    yaml: `encrypted: true
kmsKeyId: \${key.arn}`,
  },
  limits: "Clusters without `encrypted`, which Redshift encrypts; serverless namespaces, which are always encrypted.",
  references: ["https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-db-encryption.html"],
  resource: {
    types: ["aws:redshift/cluster:Cluster"],
    check(cluster, { decide }) {
      const encrypted = cluster.bool("encrypted");
      decide(encrypted === UNKNOWN ? UNKNOWN : encrypted !== false, {
        at: cluster,
        property: "encrypted",
        // An existing cluster takes no writes for hours while Redshift moves its data.
        fixWhenNew: { encrypted: true },
        message:
          "Encryption of the cluster is switched off with `encrypted: false`. Set `encrypted: true`, and `kmsKeyId` for a " +
          "key of your own.",
      });
    },
  },
  remediation: {
    doesWhenNew: "sets `encrypted: true`",
  },
});
