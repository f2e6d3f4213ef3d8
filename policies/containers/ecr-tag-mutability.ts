import { defineRule } from "../rule";

export default defineRule({
  id: "ecr-tag-mutability",
  category: "containers",
  description: "ECR repositories say whether tags can be overwritten",
  severity: "low",
  level: "advisory",
  failures: ["C6"],
  why:
    "Unless told otherwise, ECR lets every push move a tag to another image, so that a task which restarts may run " +
    "other code than its neighbours. Whether that is wanted should be decided, not inherited.",
  fix: {
    typescript: 'imageTagMutability: "IMMUTABLE", // or "MUTABLE", where tags such as latest have to move',
    python: 'image_tag_mutability="IMMUTABLE",  # or "MUTABLE", where tags such as latest have to move',
    yaml: "imageTagMutability: IMMUTABLE # or MUTABLE, where tags such as latest have to move",
  },
  limits: "Which of the two is right, and public repositories.",
  resource: {
    types: ["aws:ecr/repository:Repository"],
    check(repository, { report }) {
      const { value } = repository.at("imageTagMutability");
      if (value === undefined || value === "") {
        report({
          at: repository,
          property: "imageTagMutability",
          message:
            "it is left unsaid whether tags can be overwritten, and they can; " +
            'set imageTagMutability: "IMMUTABLE", or "MUTABLE" where tags such as latest have to move.',
        });
      }
    },
  },
});
