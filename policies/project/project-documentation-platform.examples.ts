import type { RuleExamples } from "../../src/rules/examples";

const PROGRAM = { "Pulumi.yaml": "name: shop\nruntime: nodejs\n", "index.ts": "export {};\n" };

export default {
  contract: { project: { runtime: "nodejs" } },
  incorrect: {
    ...PROGRAM,
    "README.md": "# Shop\n\nDeploy it:\n\n```sh\nterraform apply\n```\n",
  },
  correct: {
    ...PROGRAM,
    "README.md": "# Shop\n\nDeploy it:\n\n```sh\npulumi up\n```\n",
  },
} satisfies RuleExamples;
