import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "sagemaker-data-quality-job-isolation",
  category: "network",
  description: "Data quality jobs of SageMaker must be isolated from the network",
  severity: "medium",
  level: "only-if-required",
  why: "A job that needs no network can send no data away. Isolation keeps its containers from every connection besides those to their data.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html"],
  requirement: {
    types: ["aws:sagemaker/dataQualityJobDefinition:DataQualityJobDefinition"],
    property: "networkConfig.enableNetworkIsolation",
    must: { equals: true },
    whenAbsent: false,
    consequence: "The containers of the job can connect to any address.",
    fix: true,
    fixWhenNew: true,
  },
});
