import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "notebook-in-vpc",
  category: "network",
  description: "SageMaker notebooks must be in a VPC of your own",
  severity: "high",
  level: "only-if-required",
  why: "A notebook in your VPC reaches data by your routes, endpoints and security groups. One outside of it uses a network of the service that you do not control.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html"],
  requirement: {
    types: ["aws:sagemaker/notebookInstance:NotebookInstance"],
    property: "subnetId",
    must: { isSet: true },
    consequence: "The notebook is in a network of SageMaker that you do not control.",
    instead: "Set `subnetId` and `securityGroups`; the notebook is replaced by that.",
    correct: "${subnet.id}",
    example: { instanceType: "ml.t3.medium", roleArn: "${role.arn}" },
  },
});
