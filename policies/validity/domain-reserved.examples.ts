import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const zone = new aws.route53.Zone("main", { name: "example.com" });
`,
  correct: `
const zone = new aws.route53.Zone("main", { name: "shop.io" });
`,
} satisfies RuleExamples;
