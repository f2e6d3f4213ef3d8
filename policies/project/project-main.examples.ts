import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: { "Pulumi.yaml": "name: shop\nruntime: nodejs\nmain: app.ts\n", "index.ts": "export {};\n" },
  correct: { "Pulumi.yaml": "name: shop\nruntime: nodejs\nmain: index.ts\n", "index.ts": "export {};\n" },
} satisfies RuleExamples;
