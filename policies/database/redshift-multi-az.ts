import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "redshift-multi-az",
  category: "database",
  description: "Redshift clusters must run in several Availability Zones",
  severity: "medium",
  level: "only-if-required",
  why: "A cluster in one Availability Zone stops with it, until AWS has the zone running again or you restore a snapshot in another one.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html"],
  requirement: {
    types: ["aws:redshift/cluster:Cluster"],
    property: "multiAz",
    must: { equals: true },
    whenAbsent: false,
    consequence: "The cluster stops when its Availability Zone fails.",
    example: { clusterIdentifier: "orders", nodeType: "ra3.large" },
  },
});
