import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "sagemaker-model-network-isolation",
  category: "network",
  description: "SageMaker models must be isolated from the network",
  severity: "medium",
  level: "only-if-required",
  why: "The container of a model is often code of others. Without isolation it can send what it is given to any address.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html"],
  requirement: {
    types: ["aws:sagemaker/model:Model"],
    property: "enableNetworkIsolation",
    must: { equals: true },
    whenAbsent: false,
    consequence: "The container of the model can connect to any address.",
    fix: true,
    fixWhenNew: true,
    example: { executionRoleArn: "${role.arn}" },
  },
});
