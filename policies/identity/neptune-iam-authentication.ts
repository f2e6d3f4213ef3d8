import { NEPTUNE_CLUSTER } from "../../src/aws/type-tokens";
import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "neptune-iam-authentication",
  category: "identity",
  description: "Neptune clusters must authenticate their clients",
  severity: "medium",
  level: "only-if-required",
  why:
    "Without IAM authentication, any client on the network may read and change the whole graph: Neptune has no " +
    "passwords.",
  references: ["https://docs.aws.amazon.com/neptune/latest/userguide/iam-auth.html"],
  requirement: {
    types: [NEPTUNE_CLUSTER],
    property: "iamDatabaseAuthenticationEnabled",
    must: { equals: true },
    whenAbsent: false,
    consequence: "Everyone who reaches the cluster can read and change the graph.",
    instead: "Set `iamDatabaseAuthenticationEnabled: true`, and let clients sign their requests.",
  },
});
