import rule from "../../../policies/encryption/redshift-encrypted";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const cluster = (encrypted?: Input): BuiltResource =>
  resource("aws:redshift/cluster:Cluster", "warehouse", { clusterIdentifier: "w", nodeType: "ra3.large", encrypted });

ruleTest(rule, {
  valid: [
    { name: "encryption not configured, which is the default of Redshift", stack: [cluster()] },
    { name: "encryption as the string that the provider takes", stack: [cluster("true")] },
  ],
  invalid: [
    {
      name: "encryption switched off",
      stack: [cluster("false")],
      findings: [{ resource: "warehouse", path: "encrypted" }],
      fixed: { warehouse: { encrypted: true } },
    },
  ],
  undecided: [{ name: "encryption that is not known yet", stack: [cluster(unknown)], at: ["warehouse.encrypted"] }],
});
