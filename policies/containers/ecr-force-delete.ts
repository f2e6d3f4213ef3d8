import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "ecr-force-delete",
  category: "containers",
  description: "ECR repositories must be deletable or protected as the stack's lifecycle requires",
  severity: "low",
  level: "only-if-required",
  contractKeys: ["lifecycle"],
  failures: ["C6"],
  why:
    "AWS does not delete a repository that holds images: `pulumi destroy` of a test stack stops there. " +
    "Where images must be kept, that refusal protects them.",
  fix: {
    typescript: `forceDelete: true, // in ephemeral stacks only`,
    python: `force_delete=True,  # in ephemeral stacks only`,
    yaml: `forceDelete: true # in ephemeral stacks only`,
  },
  limits: "Public repositories, and images that a lifecycle policy expires.",
  references: ["https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-delete.html"],
  resource: {
    types: ["aws:ecr/repository:Repository"],
    check(repository, { contract: { lifecycle }, report, undecided }) {
      const isForced = repository.bool("forceDelete");
      if (isForced === UNKNOWN) {
        undecided(repository, "forceDelete");
      } else if (lifecycle === "ephemeral" && !isForced) {
        report({
          at: repository,
          property: "forceDelete",
          message:
            "The contract makes this stack ephemeral, but the repository cannot be deleted while it holds images. " +
            "Set `forceDelete: true`.",
        });
      } else if (lifecycle === "durable" && isForced) {
        report({
          at: repository,
          property: "forceDelete",
          fix: { forceDelete: false },
          message:
            "The contract makes this stack durable, but destroying the repository deletes its images. " +
            "Remove `forceDelete: true`.",
        });
      }
    },
  },
  remediation: {
    does: "sets `forceDelete: false`, where the contract makes the stack durable",
    leaves: "What an ephemeral stack requires, as it removes a protection.",
  },
});
