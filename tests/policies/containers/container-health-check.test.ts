import rule from "../../../policies/containers/container-health-check";
import { ruleTest } from "../../../testing/rule-test";
import { json, resource, unknown, type Input } from "../../../testing/stack";

const repository = resource("aws:ecr/repository:Repository", "app");
const task = (containerDefinitions: Input): ReturnType<typeof resource> =>
  resource("aws:ecs/taskDefinition:TaskDefinition", "app", { family: "app", containerDefinitions });
const healthCheck = { command: ["CMD-SHELL", "curl -f http://localhost:5000/health || exit 1"], interval: 30 };

ruleTest(rule, {
  valid: [
    { name: "a health check", stack: [task(json([{ name: "app", image: "shop/app:1", healthCheck }]))] },
    { name: "one that is not known yet", stack: [task([{ name: "app", image: "shop/app:1", healthCheck: unknown }])] },
    {
      name: "a helper that the task does without",
      stack: [
        task(
          json([
            { name: "app", healthCheck },
            { name: "metrics", image: "shop/metrics:1", essential: false },
          ]),
        ),
      ],
    },
    { name: "no containers", stack: [task("[]")] },
  ],
  invalid: [
    {
      name: "no health check",
      stack: [
        task(
          json([
            { name: "app", image: "shop/app:1" },
            { name: "proxy", image: "nginx", essential: true },
          ]),
        ),
      ],
      findings: [
        { resource: "app", path: "containerDefinitions[0].healthCheck", message: /set healthCheck/ },
        { resource: "app", path: "containerDefinitions[1].healthCheck" },
      ],
    },
    {
      name: "a check of the target group only",
      stack: [
        resource("aws:lb/targetGroup:TargetGroup", "app", { healthCheck: { path: "/health" } }),
        task(json([{ name: "app", image: "shop/app:1", healthCheck: null }])),
      ],
      findings: [{ resource: "app", path: "containerDefinitions[0].healthCheck" }],
    },
  ],
  undecided: [
    {
      name: "what is not known yet",
      stack: [
        repository,
        task(json([{ name: "app", image: repository.repositoryUrl }])),
        resource("aws:ecs/taskDefinition:TaskDefinition", "b", {
          family: "b",
          containerDefinitions: [{ name: "app", essential: unknown }],
        }),
      ],
      at: ["app.containerDefinitions", "b.containerDefinitions[0].essential"],
    },
  ],
});
