import type { RuleExamples } from "../../src/rules/examples";

const program = (subnets: string): string => `
new aws.lb.LoadBalancer("web", { loadBalancerType: "network", subnets: [${subnets}] });
`;

export default {
  contract: { frameworks: ["AWS FSBP"] },
  incorrect: program('"subnet-0123456789abcdef0"'),
  correct: program('"subnet-0123456789abcdef0", "subnet-0fedcba9876543210"'),
} satisfies RuleExamples;
