import rule from "../../../policies/containers/ecs-host-network-user";
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
    { name: "any container, where the contract requires nothing", stack: [task({}, { networkMode: "host" })] },
    { name: "a user", contract, stack: [task({ user: "1000" }, { networkMode: "host" })] },
    { name: "a network of its own", contract, stack: [task({}, { networkMode: "awsvpc" })] },
    { name: "privileges on purpose", contract, stack: [task({ privileged: true }, { networkMode: "host" })] },
  ],
  invalid: [
    {
      name: "no user",
      contract,
      stack: [task({}, { networkMode: "host" })],
      findings: [
        { resource: "web", path: "containerDefinitions[0].user", level: "mandatory", message: /The container nginx/ },
      ],
    },
    {
      name: "root",
      contract,
      stack: [task({ user: "root" }, { networkMode: "host" })],
      findings: [
        { resource: "web", path: "containerDefinitions[0].user", level: "mandatory", message: /The container nginx/ },
      ],
    },
  ],
  undecided: [
    {
      name: "the network mode",
      contract,
      stack: [task({}, { networkMode: unknown })],
      at: ["web.containerDefinitions[0].user"],
    },
    {
      name: "containers that are not known yet",
      contract,
      stack: [
        resource("aws:ecs/taskDefinition:TaskDefinition", "web", {
          containerDefinitions: unknown,
          networkMode: "host",
        }),
      ],
      at: ["web.containerDefinitions"],
    },
  ],
});
