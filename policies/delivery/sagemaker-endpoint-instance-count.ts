import type { Certainty } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import { known, UNKNOWN } from "../../src/graph/value";
import { defineRequirement } from "../../src/rules/requirement";

/** A serverless variant has no instances; an endpoint has either kind. */
function isServerless(endpoint: Resource): Certainty {
  const variants = endpoint.list("productionVariants") ?? [];
  return known(variants) ? variants.some((variant) => !variant.at("serverlessConfig").isAbsent) : UNKNOWN;
}

export default defineRequirement({
  id: "sagemaker-endpoint-instance-count",
  category: "delivery",
  description: "Variants of SageMaker endpoints must start with more than one instance",
  severity: "medium",
  level: "only-if-required",
  why: "A variant with one instance stops answering when that instance or its Availability Zone fails. SageMaker spreads several instances over the zones.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html"],
  requirement: {
    types: ["aws:sagemaker/endpointConfiguration:EndpointConfiguration"],
    property: "productionVariants[].initialInstanceCount",
    must: { atLeast: 2 },
    unless: isServerless,
    consequence: "The endpoint stops answering when the instance or its Availability Zone fails.",
    example: { productionVariants: [{ variantName: "all", modelName: "orders", instanceType: "ml.m5.large" }] },
  },
});
