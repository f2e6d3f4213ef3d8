import type { RuleExamples } from "../../src/rules/examples";

const repository = (name: string): string => `
const images = new aws.ecr.Repository("images", { name: "${name}" });
`;

export default { incorrect: repository("Shop/Orders"), correct: repository("shop/orders") } satisfies RuleExamples;
