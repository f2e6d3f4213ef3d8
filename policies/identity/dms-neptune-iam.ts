import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "dms-neptune-iam",
  category: "identity",
  description: "Endpoints of DMS for Neptune must use IAM",
  severity: "medium",
  level: "only-if-required",
  why: "With IAM, roles decide who writes to the graph database, and no address alone is enough.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html"],
  requirement: {
    types: ["aws:dms/endpoint:Endpoint"],
    property: "extraConnectionAttributes",
    must: { hasText: "IamAuthEnabled=true" },
    when: [{ property: "engineName", must: { equals: "neptune" } }],
    consequence: "Everyone in the network can write as this endpoint does.",
    example: { endpointId: "graph", endpointType: "target", engineName: "neptune" },
  },
});
