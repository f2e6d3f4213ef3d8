import rule from "../../../policies/containers/ecs-container-non-administrator";
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
    {
      name: "any container, where the contract requires nothing",
      stack: [task({}, { runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" } })],
    },
    {
      name: "a user",
      contract,
      stack: [
        task({ user: "ContainerUser" }, { runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" } }),
      ],
    },
    { name: "Linux", contract, stack: [task({})] },
  ],
  invalid: [
    {
      name: "no user",
      contract,
      stack: [task({}, { runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" } })],
      findings: [
        { resource: "web", path: "containerDefinitions[0].user", level: "mandatory", message: /The container nginx/ },
      ],
    },
    {
      name: "the administrator",
      contract,
      stack: [
        task(
          { user: "ContainerAdministrator" },
          { runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" } },
        ),
      ],
      findings: [
        { resource: "web", path: "containerDefinitions[0].user", level: "mandatory", message: /The container nginx/ },
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
