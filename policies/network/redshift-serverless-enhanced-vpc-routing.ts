import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "redshift-serverless-enhanced-vpc-routing",
  category: "network",
  description: "Redshift Serverless workgroups must use enhanced VPC routing",
  severity: "high",
  level: "only-if-required",
  why: "Without it, COPY and UNLOAD move data between the workgroup and other services on paths outside of your network, where no endpoint policy, security group or flow log sees them.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/redshiftserverless-controls.html"],
  requirement: {
    types: ["aws:redshiftserverless/workgroup:Workgroup"],
    property: "enhancedVpcRouting",
    must: { equals: true },
    whenAbsent: false,
    consequence: "The traffic of COPY and UNLOAD bypasses the VPC and its controls.",
    fix: true,
    example: { namespaceName: "orders", workgroupName: "orders" },
  },
});
