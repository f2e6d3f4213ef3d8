import type { RuleExamples } from "../../src/rules/examples";

const program = (tags: string): string => `
const lifecycle = new aws.ecr.LifecyclePolicy("orders", {
  repository: "orders",
  policy: JSON.stringify({
    rules: [
      {
        rulePriority: 1,
        selection: { tagStatus: "tagged",${tags} countType: "imageCountMoreThan", countNumber: 10 },
        action: { type: "expire" },
      },
    ],
  }),
});
`;

export default { incorrect: program(""), correct: program(` tagPrefixList: ["v"],`) } satisfies RuleExamples;
