import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "codebuild-privileged-mode",
  category: "identity",
  description: "Build projects must not run in privileged mode",
  severity: "high",
  level: "only-if-required",
  why: "A container in privileged mode controls the Docker host that it runs on. Only builds of images need it.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html"],
  requirement: {
    types: ["aws:codebuild/project:Project"],
    property: "environment.privilegedMode",
    must: { isNot: true },
    whenAbsent: false,
    fix: false,
    consequence: "Code of a build controls the host that it runs on.",
    example: {
      name: "orders",
      environment: {
        computeType: "BUILD_GENERAL1_SMALL",
        type: "LINUX_CONTAINER",
        image: "aws/codebuild/standard:7.0",
      },
    },
  },
});
