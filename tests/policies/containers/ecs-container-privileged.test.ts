import rule from "../../../policies/containers/ecs-container-privileged";
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
    { name: "any container, where the contract requires nothing", stack: [task({ privileged: true })] },
    { name: "a container without privileges", contract, stack: [task({ privileged: false })] },
    { name: "no setting", contract, stack: [task({})] },
  ],
  invalid: [
    {
      name: "a privileged container",
      contract,
      stack: [task({ privileged: true })],
      findings: [
        {
          resource: "web",
          path: "containerDefinitions[0].privileged",
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
