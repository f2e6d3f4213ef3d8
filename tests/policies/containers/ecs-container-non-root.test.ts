import rule from "../../../policies/containers/ecs-container-non-root";
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
    { name: "a user", contract, stack: [task({ user: "1000:1000" })] },
    {
      name: "Windows",
      contract,
      stack: [task({}, { runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" } })],
    },
  ],
  invalid: [
    {
      name: "no user",
      contract,
      stack: [task({})],
      findings: [
        { resource: "web", path: "containerDefinitions[0].user", level: "mandatory", message: /The container nginx/ },
      ],
    },
    {
      name: "root",
      contract,
      stack: [task({ user: "root" })],
      findings: [
        { resource: "web", path: "containerDefinitions[0].user", level: "mandatory", message: /The container nginx/ },
      ],
    },
    {
      name: "root by its number",
      contract,
      stack: [task({ user: "0:1000" })],
      findings: [
        { resource: "web", path: "containerDefinitions[0].user", level: "mandatory", message: /The container nginx/ },
      ],
    },
  ],
  undecided: [
    {
      name: "the operating system",
      contract,
      stack: [task({}, { runtimePlatform: { operatingSystemFamily: unknown } })],
      at: ["web.containerDefinitions[0].user"],
    },
    {
      name: "containers that are not known yet",
      contract,
      stack: [resource("aws:ecs/taskDefinition:TaskDefinition", "web", { containerDefinitions: unknown })],
      at: ["web.containerDefinitions"],
    },
  ],
});
