import rule from "../../../policies/containers/ecr-force-delete";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown } from "../../../src/testing/stack";

const REPOSITORY = "aws:ecr/repository:Repository";
const ephemeral = { lifecycle: "ephemeral" } as const;
const durable = { lifecycle: "durable" } as const;
const component = resource("awsx:ecr:Repository", "packaged");

ruleTest(rule, {
  valid: [
    { name: "no contract", stack: [resource(REPOSITORY, "a"), resource(REPOSITORY, "b", { forceDelete: true })] },
    { name: "an ephemeral stack", contract: ephemeral, stack: [resource(REPOSITORY, "app", { forceDelete: true })] },
    {
      name: "a durable stack",
      contract: durable,
      stack: [resource(REPOSITORY, "a"), resource(REPOSITORY, "b", { forceDelete: false })],
    },
    {
      name: "a repository that is skipped with --target, or only read",
      contract: ephemeral,
      stack: [resource(REPOSITORY, "shared", {}, { external: true })],
    },
    {
      name: "a public repository",
      contract: ephemeral,
      stack: [resource("aws:ecrpublic/repository:Repository", "public")],
    },
  ],
  invalid: [
    {
      name: "an ephemeral stack that cannot be destroyed",
      contract: ephemeral,
      stack: [resource(REPOSITORY, "a"), resource(REPOSITORY, "b", { forceDelete: false })],
      findings: [
        { resource: "a", path: "forceDelete", stays: true, message: /ephemeral/ },
        { resource: "b", path: "forceDelete", stays: true },
      ],
    },
    {
      name: "a durable stack whose images are deleted with the repository",
      contract: durable,
      stack: [resource(REPOSITORY, "app", { forceDelete: true })],
      findings: [{ resource: "app", path: "forceDelete", message: /durable/ }],
      fixed: { app: { forceDelete: false } },
    },
    {
      name: "a repository of a packaged component",
      contract: ephemeral,
      stack: [component, resource(REPOSITORY, "packaged", {}, { parent: component })],
      findings: [{ resource: "packaged", path: "forceDelete", stays: true, level: "advisory" }],
    },
  ],
  undecided: [
    {
      name: "a value that is not known yet",
      contract: ephemeral,
      stack: [resource(REPOSITORY, "app", { forceDelete: unknown })],
      at: ["app.forceDelete"],
    },
  ],
});
