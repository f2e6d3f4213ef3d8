import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "ecr-tag-mutability",
  category: "containers",
  description: "ECR repositories must set whether tags can be overwritten",
  severity: "low",
  level: "advisory",
  failures: ["C6"],
  why:
    "By default, ECR lets every push move a tag to another image, so that a task which restarts may run other code than " +
    "the tasks beside it. That should be a decision, not a default.",
  fix: {
    typescript: `imageTagMutability: "IMMUTABLE", // or "MUTABLE", where tags such as latest must move`,
    python: `image_tag_mutability="IMMUTABLE",  # or "MUTABLE", where tags such as latest must move`,
    yaml: `imageTagMutability: IMMUTABLE # or MUTABLE, where tags such as latest must move`,
  },
  limits: "Which of the two is right, and public repositories.",
  references: ["https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html"],
  resource: {
    types: ["aws:ecr/repository:Repository"],
    check(repository, { report }) {
      const { value } = repository.at("imageTagMutability");
      if (value === undefined || value === "") {
        report({
          at: repository,
          property: "imageTagMutability",
          message:
            "The repository does not set whether tags can be overwritten, and by default they can. " +
            'Set `imageTagMutability: "IMMUTABLE"`, or "MUTABLE" where tags such as "latest" must move.',
        });
      }
    },
  },
});
