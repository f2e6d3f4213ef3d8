import rule from "../../../policies/containers/container-health-check";
import { ruleTest } from "../../../src/testing/rule-test";
import { json, resource, unknown, type Input } from "../../../src/testing/stack";

const repository = resource("aws:ecr/repository:Repository", "app");
const task = (containerDefinitions: Input): ReturnType<typeof resource> =>
  resource("aws:ecs/taskDefinition:TaskDefinition", "app", { family: "app", containerDefinitions });
const healthCheck = { command: ["CMD-SHELL", "curl -f http://localhost:5000/health || exit 1"], interval: 30 };

ruleTest(rule, {
  valid: [
    { name: "a health check", stack: [task(json([{ name: "app", image: "shop/app:1", healthCheck }]))] },
    {
      name: "a health check that is not known yet",
      stack: [task([{ name: "app", image: "shop/app:1", healthCheck: unknown }])],
    },
    {
      name: "a container that is not essential",
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
      name: "no health check on two containers, which is one finding",
      stack: [
        task(
          json([
            { name: "app", image: "shop/app:1" },
            { name: "proxy", image: "nginx", essential: true },
          ]),
        ),
      ],
      findings: [
        { resource: "app", path: "containerDefinitions[0].healthCheck", message: /Set `healthCheck` with a command/ },
      ],
    },
    {
      name: "a health check of the target group only",
      stack: [
        resource("aws:lb/targetGroup:TargetGroup", "app", { healthCheck: { path: "/health" } }),
        task(json([{ name: "app", image: "shop/app:1", healthCheck: null }])),
      ],
      findings: [{ resource: "app", path: "containerDefinitions[0].healthCheck" }],
    },
  ],
  undecided: [
    {
      name: "containers that are not known yet",
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
