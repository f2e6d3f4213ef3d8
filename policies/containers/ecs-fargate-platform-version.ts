import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "ecs-fargate-platform-version",
  category: "containers",
  description: "ECS services must use the latest Fargate platform version",
  severity: "medium",
  level: "only-if-required",
  why: "AWS fixes vulnerabilities of the kernel and the container runtime in the latest platform version only.",
  limits: "Services with Windows containers, whose latest version is 1.0.0: LATEST serves them too.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html",
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html",
  ],
  requirement: {
    types: ["aws:ecs/service:Service"],
    property: "platformVersion",
    must: { isOneOf: ["LATEST", "1.4.0"] },
    whenAbsent: "LATEST",
    consequence: "Its tasks run on a platform that gets no more fixes.",
    fix: "LATEST",
    incorrect: "1.3.0",
    example: { cluster: "shop", taskDefinition: "web:1", launchType: "FARGATE" },
  },
});
