import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "dms-mongodb-authentication",
  category: "identity",
  description: "Endpoints of DMS for MongoDB must authenticate",
  severity: "medium",
  level: "only-if-required",
  why: "A database that admits a client without a password admits every other client as well.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html"],
  requirement: {
    types: ["aws:dms/endpoint:Endpoint"],
    property: "mongodbSettings.authType",
    must: { isNot: "no" },
    whenAbsent: "password",
    fix: "password",
    when: [{ property: "engineName", must: { equals: "mongodb" } }],
    consequence: "The endpoint connects without a password.",
    example: { endpointId: "orders", endpointType: "source", engineName: "mongodb" },
  },
});
