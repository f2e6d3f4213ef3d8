import type { RuleExamples } from "../../src/rules/examples";

const PROGRAM = { "Pulumi.yaml": "name: shop\nruntime: nodejs\n", "index.ts": "export {};\n" };

export default {
  contract: { project: { runtime: "nodejs", language: "typescript" } },
  incorrect: { ...PROGRAM, "PROMPT.md": "# Orders\n\nCreate an order system on AWS.\n" },
  correct: { ...PROGRAM, "PROMPT.md": "# Orders\n\nCreate an order system on AWS in **Pulumi with TypeScript**.\n" },
} satisfies RuleExamples;
