import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "notebook-root-access",
  category: "identity",
  description: "Users of SageMaker notebooks must not have root access",
  severity: "high",
  level: "only-if-required",
  why: "With root access a user of the notebook can read and change everything on it, its lifecycle scripts and the credentials of its role included.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html"],
  requirement: {
    types: ["aws:sagemaker/notebookInstance:NotebookInstance"],
    property: "rootAccess",
    must: { equals: "Disabled" },
    whenAbsent: "Enabled",
    consequence: "Users of the notebook can change everything on it.",
    fix: "Disabled",
    example: { instanceType: "ml.t3.medium", roleArn: "${role.arn}" },
  },
});
