import rule from "../../../policies/containers/ecr-tag-mutability";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown } from "../../../src/testing/stack";

const REPOSITORY = "aws:ecr/repository:Repository";
const choices = ["MUTABLE", "IMMUTABLE", "IMMUTABLE_WITH_EXCLUSION", "MUTABLE_WITH_EXCLUSION", unknown] as const;

ruleTest(rule, {
  valid: [
    {
      name: "any setting",
      stack: choices.map((imageTagMutability, index) =>
        resource(REPOSITORY, `app-${String(index)}`, { imageTagMutability }),
      ),
    },
    {
      name: "a repository that is skipped with --target, or only read",
      stack: [resource(REPOSITORY, "shared", {}, { external: true })],
    },
  ],
  invalid: [
    {
      name: "no setting",
      stack: [resource(REPOSITORY, "a"), resource(REPOSITORY, "b", { imageTagMutability: "" })],
      findings: [
        { resource: "a", path: "imageTagMutability", message: /IMMUTABLE/ },
        { resource: "b", path: "imageTagMutability" },
      ],
    },
  ],
});
