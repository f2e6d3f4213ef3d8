import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "redshift-enhanced-vpc-routing",
  category: "network",
  description: "Redshift clusters must use enhanced VPC routing",
  severity: "high",
  level: "only-if-required",
  why: "Without it, COPY and UNLOAD move data between the cluster and other services on paths outside of your network, where no endpoint policy, security group or flow log sees them.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html"],
  requirement: {
    types: ["aws:redshift/cluster:Cluster"],
    property: "enhancedVpcRouting",
    must: { equals: true },
    whenAbsent: false,
    consequence: "The traffic of COPY and UNLOAD bypasses the VPC and its controls.",
    fix: true,
    example: { clusterIdentifier: "orders", nodeType: "ra3.large" },
  },
});
