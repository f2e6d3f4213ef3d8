import { preflight } from "pulumi-preflight-aws";
import { bucketHasOwner } from "./rules/bucket-has-owner";

preflight({
  name: "acme-policies",
  displayName: "Acme on AWS",
  // A rule that any of these chooses: a whole category, the worst of the others, one rule by its id.
  rules: [{ category: "network" }, { severity: ["critical", "high"] }, "required-tags"],
  ownRules: [bucketHasOwner],
  levels: {
    // Partners of Acme still speak TLS 1.1.
    "listener-tls-policy": "advisory",
    // Fixed before the instance is created.
    "rds-not-public": "remediate",
    // Part of the pack, and left to the policy groups that enable it.
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
