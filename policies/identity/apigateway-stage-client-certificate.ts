import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "apigateway-stage-client-certificate",
  category: "identity",
  description: "Stages of REST APIs must identify themselves to their backends",
  severity: "medium",
  level: "only-if-required",
  why:
    "With a client certificate a backend can reject every request that does not come from the API, even where " +
    "its address is known.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html"],
  requirement: {
    types: ["aws:apigateway/stage:Stage"],
    property: "clientCertificateId",
    must: { isSet: true },
    correct: "a1b2c3",
    consequence: "To its backends, a request of this API looks like any other.",
    instead: "Set `clientCertificateId` to an `aws.apigateway.ClientCertificate`.",
    example: { restApi: "a1b2c3d4e5", deployment: "d1e2f3", stageName: "live" },
  },
});
