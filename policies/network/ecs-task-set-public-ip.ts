import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "ecs-task-set-public-ip",
  category: "network",
  description: "ECS task sets must not assign public addresses",
  severity: "high",
  level: "only-if-required",
  why: "The internet can reach a task with a public address past the load balancer and what it checks.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html"],
  requirement: {
    types: ["aws:ecs/taskSet:TaskSet"],
    property: "networkConfiguration.assignPublicIp",
    must: { equals: false },
    whenAbsent: false,
    consequence: "Each task of the set gets a public address.",
    fix: false,
    fixWhenNew: true,
    example: {
      cluster: "shop",
      service: "web",
      taskDefinition: "web:1",
      networkConfiguration: { subnets: ["subnet-0123456789abcdef0"] },
    },
  },
});
