import type { RuleExamples } from "../../src/rules/examples";

const fn = (variable: string): string => `
const api = new aws.lambda.Function("api", {
  role: "arn:aws:iam::464738291005:role/api",
  packageType: "Image",
  imageUri: "464738291005.dkr.ecr.eu-west-1.amazonaws.com/api:1.4.2",
  environment: { variables: { ${variable}: "eu-west-1" } },
});
`;

export default { incorrect: fn("AWS_REGION"), correct: fn("BACKUP_REGION") } satisfies RuleExamples;
