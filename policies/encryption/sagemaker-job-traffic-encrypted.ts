import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "sagemaker-job-traffic-encrypted",
  category: "encryption",
  description: "Data quality jobs of SageMaker must encrypt the traffic between containers",
  severity: "medium",
  level: "only-if-required",
  why: "The containers of a job send each other parts of the data that they analyze. Encryption keeps it unreadable on the way.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html"],
  requirement: {
    types: ["aws:sagemaker/dataQualityJobDefinition:DataQualityJobDefinition"],
    property: "networkConfig.enableInterContainerTrafficEncryption",
    must: { equals: true },
    whenAbsent: false,
    consequence: "Data is readable on its way between the containers of the job.",
    fix: true,
    fixWhenNew: true,
  },
});
