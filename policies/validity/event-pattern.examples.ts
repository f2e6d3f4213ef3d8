import type { RuleExamples } from "../../src/rules/examples";

const program = (source: string): string => `
const rule = new aws.cloudwatch.EventRule("orders", {
  eventPattern: JSON.stringify({ source: ${source}, "detail-type": ["order placed"] }),
});
`;

export default { incorrect: program(`"shop.orders"`), correct: program(`["shop.orders"]`) } satisfies RuleExamples;
