import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "codebuild-project-public",
  category: "identity",
  description: "Build projects must not be public",
  severity: "high",
  level: "mandatory",
  basis: "public",
  failures: [],
  why:
    "The logs and artifacts of a public project are for everyone on the internet, those of its earlier builds included. " +
    "Logs show variables, addresses and what a failed command printed.",
  limits: "What the logs say. A project whose builds are meant for everyone needs an exemption.",
  references: ["https://docs.aws.amazon.com/codebuild/latest/userguide/public-builds.html"],
  requirement: {
    types: ["aws:codebuild/project:Project"],
    property: "projectVisibility",
    must: { isNot: "PUBLIC_READ" },
    fix: "PRIVATE",
    consequence: "Everyone on the internet can read the logs and artifacts of its builds.",
    example: {
      name: "orders",
      serviceRole: "arn:aws:iam::464738291005:role/build",
      artifacts: { type: "NO_ARTIFACTS" },
      source: { type: "GITHUB", location: "https://github.com/flower-shop/orders.git" },
      environment: {
        computeType: "BUILD_GENERAL1_SMALL",
        type: "LINUX_CONTAINER",
        image: "aws/codebuild/standard:7.0",
      },
    },
  },
});
