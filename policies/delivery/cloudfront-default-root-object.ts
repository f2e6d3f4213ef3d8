import { anyOf, not, type Certainty } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import { UNKNOWN } from "../../src/graph/value";
import { defineRequirement } from "../../src/rules/requirement";

/** Whether one of the origins is a bucket by its REST address. */
function hasBucketOrigin(distribution: Resource): Certainty {
  const origins = distribution.list("origins") ?? [];
  return origins === UNKNOWN
    ? UNKNOWN
    : anyOf(
        origins.map((one) =>
          one.isUnknown ? UNKNOWN : one.at("customOriginConfig").isAbsent && one.at("vpcOriginConfig").isAbsent,
        ),
      );
}

export default defineRequirement({
  id: "cloudfront-default-root-object",
  category: "delivery",
  description: "Distributions of buckets must have a default root object",
  severity: "high",
  level: "only-if-required",
  why: "Without one, a request for the root of a distribution may list the content of the bucket.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html"],
  requirement: {
    types: ["aws:cloudfront/distribution:Distribution"],
    property: "defaultRootObject",
    must: { isSet: true },
    correct: "index.html",
    unless: (distribution) => not(hasBucketOrigin(distribution)),
    consequence: "A request for the root of the distribution goes to the bucket itself.",
    instead: 'Set `defaultRootObject: "index.html"`.',
    example: { enabled: true, origins: [{ originId: "files", domainName: "files.s3.us-east-1.amazonaws.com" }] },
  },
});
