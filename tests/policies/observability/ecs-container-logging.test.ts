import rule from "../../../policies/observability/ecs-container-logging";
import type { Contract } from "../../../src/contract/contract";
import { ruleTest } from "../../../src/testing/rule-test";
import { json, resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const contract: Contract = { frameworks: ["AWS FSBP"] };

const task = (container: Record<string, Input>, inputs: Record<string, Input> = {}): BuiltResource =>
  resource("aws:ecs/taskDefinition:TaskDefinition", "web", {
    family: "web",
    containerDefinitions: json([{ name: "nginx", image: "nginx:1.29", ...container }]),
    ...inputs,
  });

ruleTest(rule, {
  valid: [
    { name: "any container, where the contract requires nothing", stack: [task({})] },
    { name: "a log driver", contract, stack: [task({ logConfiguration: { logDriver: "awslogs" } })] },
  ],
  invalid: [
    {
      name: "no log configuration",
      contract,
      stack: [task({})],
      findings: [
        {
          resource: "web",
          path: "containerDefinitions[0].logConfiguration",
          level: "mandatory",
          message: /The container nginx/,
        },
      ],
    },
    {
      name: "no driver",
      contract,
      stack: [task({ logConfiguration: {} })],
      findings: [
        {
          resource: "web",
          path: "containerDefinitions[0].logConfiguration",
          level: "mandatory",
          message: /The container nginx/,
        },
      ],
    },
  ],
  undecided: [
    {
      name: "containers that are not known yet",
      contract,
      stack: [resource("aws:ecs/taskDefinition:TaskDefinition", "web", { containerDefinitions: unknown })],
      at: ["web.containerDefinitions"],
    },
  ],
});
