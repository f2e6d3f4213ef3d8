import type { RuleExamples } from "../../src/rules/examples";

const group = (name: string): string => `
const blue = new aws.lb.TargetGroup("blue", { name: "${name}", port: 8080, protocol: "HTTP", targetType: "ip" });
`;

export default {
  incorrect: group("shop-production-eu-central-1-api-blue"),
  correct: group("shop-production-api-blue"),
} satisfies RuleExamples;
