import type { RuleExamples } from "../../src/rules/examples";

const program = (claim: string): string => `
new aws.iam.Role("deployment", {
  assumeRolePolicy: JSON.stringify({
    Version: "2012-10-17",
    Statement: [{
      Effect: "Allow",
      Action: "sts:AssumeRoleWithWebIdentity",
      Principal: { Federated: "arn:aws:iam::464738291005:oidc-provider/token.actions.githubusercontent.com" },
      Condition: { StringLike: { "token.actions.githubusercontent.com:${claim}" } },
    }],
  }),
});
`;

export default {
  incorrect: program('aud": "sts.amazonaws.com'),
  correct: program('sub": "repo:flower-shop/orders:*'),
} satisfies RuleExamples;
