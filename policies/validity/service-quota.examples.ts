import type { RuleExamples } from "../../src/rules/examples";

const addresses = (count: number): string => `
for (let index = 0; index < ${String(count)}; index++) {
  new aws.ec2.Eip(\`address-\${index}\`, { domain: "vpc" });
}
`;

export default { incorrect: addresses(6), correct: addresses(3) } satisfies RuleExamples;
