import { UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

export default defineRule({
  id: "ecr-force-delete",
  category: "containers",
  description: "ECR repositories can be destroyed as the stack's lifecycle asks",
  severity: "low",
  level: "contract",
  contractKeys: ["lifecycle"],
  failures: ["C6"],
  why:
    "AWS does not delete a repository that holds images: `pulumi destroy` of a test stack stops there. " +
    "Where images have to last, that refusal is what protects them.",
  fix: {
    typescript: "forceDelete: true, // in ephemeral stacks only",
    python: "force_delete=True,  # in ephemeral stacks only",
    yaml: "forceDelete: true # in ephemeral stacks only",
  },
  limits: "Public repositories, and images that a lifecycle policy expires.",
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
            "the contract says that the stack is ephemeral, but the repository cannot be destroyed while it holds images; " +
            "set forceDelete: true.",
        });
      } else if (lifecycle === "durable" && isForced) {
        report({
          at: repository,
          property: "forceDelete",
          mend: { forceDelete: false },
          message:
            "the contract says that the stack is durable, but destroying the repository takes its images along; " +
            "leave forceDelete out.",
        });
      }
    },
  },
  remediation: {
    does: "sets `forceDelete: false`, where the contract says that the stack is durable",
    leaves: "What an ephemeral stack asks for, as it takes a protection away.",
  },
});
