import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "notebook-platform",
  category: "functions",
  description: "SageMaker notebooks must run on a supported platform",
  severity: "medium",
  level: "only-if-required",
  why: "A platform of Amazon Linux that is out of support gets no security fixes, and AWS stops creating notebooks on it.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html"],
  requirement: {
    types: ["aws:sagemaker/notebookInstance:NotebookInstance"],
    property: "platformIdentifier",
    must: { isOneOf: ["notebook-al2023-v1", "notebook-al2-v3"] },
    whenAbsent: "notebook-al2-v3",
    consequence: "The platform gets no security fixes any more.",
    incorrect: "notebook-al2-v2",
    example: { instanceType: "ml.t3.medium", roleArn: "${role.arn}" },
  },
});
