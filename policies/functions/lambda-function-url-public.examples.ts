import type { RuleExamples } from "../../src/rules/examples";

const program = (authorizationType: string): string => `
new aws.lambda.FunctionUrl("orders", {
  functionName: "orders",
  authorizationType: "${authorizationType}",
});
`;

export default { incorrect: program("NONE"), correct: program("AWS_IAM") } satisfies RuleExamples;
