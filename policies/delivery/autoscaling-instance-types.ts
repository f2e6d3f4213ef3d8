import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "autoscaling-instance-types",
  category: "delivery",
  description: "Auto Scaling groups must use several instance types",
  severity: "medium",
  level: "only-if-required",
  why: "AWS can be out of one instance type in a zone. A group with several starts another one instead of none.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html"],
  requirement: {
    types: ["aws:autoscaling/group:Group"],
    property: "mixedInstancesPolicy.launchTemplate.overrides",
    must: { countAtLeast: 2 },
    orElse: [{ property: "mixedInstancesPolicy.launchTemplate.overrides.instanceRequirements", must: { isSet: true } }],
    correct: [{ instanceType: "m6i.large" }, { instanceType: "m7i.large" }],
    incorrect: [{ instanceType: "m6i.large" }],
    consequence: "The group cannot grow while AWS is out of its instance type.",
    instead: "List two instance types or more in `mixedInstancesPolicy.launchTemplate.overrides`.",
    example: {
      minSize: 2,
      maxSize: 4,
      mixedInstancesPolicy: { launchTemplate: { launchTemplateSpecification: { launchTemplateId: "lt-0a1b2c3d" } } },
    },
  },
});
