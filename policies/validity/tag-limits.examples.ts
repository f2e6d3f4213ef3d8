import type { RuleExamples } from "../../src/rules/examples";

const program = (key: string): string => `
const queue = new aws.sqs.Queue("orders", { tags: { "${key}": "orders" } });
`;

export default { incorrect: program("aws:team"), correct: program("shop:team") } satisfies RuleExamples;
