import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "ecs-host-process-namespace",
  category: "containers",
  description: "ECS tasks must not share the host's process namespace",
  severity: "high",
  level: "only-if-required",
  why:
    "A container that sees the processes of its host can read their environment and send them signals, those of " +
    "other tasks included.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html",
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html",
  ],
  requirement: {
    types: ["aws:ecs/taskDefinition:TaskDefinition"],
    property: "pidMode",
    must: { isNot: "host" },
    consequence: "Its containers see and can end all processes of the host.",
    instead: 'Remove `pidMode`, or set `pidMode: "task"`.',
    correct: "task",
    example: { family: "web", containerDefinitions: '[{"name":"web","image":"nginx:1.29"}]' },
  },
});
