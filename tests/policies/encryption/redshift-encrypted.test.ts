import rule from "../../../policies/encryption/redshift-encrypted";
import { ruleTest } from "../../../testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../testing/stack";

const cluster = (encrypted?: Input): BuiltResource =>
  resource("aws:redshift/cluster:Cluster", "warehouse", { clusterIdentifier: "w", nodeType: "ra3.large", encrypted });

ruleTest(rule, {
  valid: [
    { name: "nothing is said: Redshift encrypts", stack: [cluster()] },
    { name: "encrypted, as the text that the provider takes", stack: [cluster("true")] },
  ],
  invalid: [
    {
      name: "switched off",
      stack: [cluster("false")],
      findings: [{ resource: "warehouse", path: "encrypted" }],
      mended: { warehouse: { encrypted: true } },
    },
  ],
  undecided: [{ name: "the encryption", stack: [cluster(unknown)], at: ["warehouse.encrypted"] }],
});
