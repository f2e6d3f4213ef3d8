import { preflight } from "pulumi-preflight-aws";
import { bucketHasOwner } from "./rules/bucket-has-owner";

preflight({
  name: "acme-policies",
  displayName: "Acme on AWS",
  // What any of these takes: a whole category, what is worst of the others, and one rule by its id.
  rules: [{ category: "network" }, { severity: ["critical", "high"] }, "required-tags"],
  ownRules: [bucketHasOwner],
  levels: {
    // Partners of Acme still speak TLS 1.1.
    "listener-tls-policy": "advisory",
    // Mended before the instance is made, so that nobody has to.
    "rds-not-public": "remediate",
    // There from the start, and left to the policy groups that want it.
    "nat-gateway-per-zone": "disabled",
  },
  // What every stack promises; a policy group may replace single keys.
  contract: {
    region: "eu-central-1",
    tags: ["Owner", "CostCenter"],
    backupRetentionDays: 14,
    notExemptable: ["rds-not-public"],
  },
});
