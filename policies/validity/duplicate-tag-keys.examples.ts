import type { RuleExamples } from "../../src/rules/examples";

const role = (tags: string): string => `
const role = new aws.iam.Role("api", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
  tags: ${tags},
});
`;

export default {
  incorrect: role(`{ Environment: "prod", environment: "prod" }`),
  correct: role(`{ Environment: "prod" }`),
} satisfies RuleExamples;
