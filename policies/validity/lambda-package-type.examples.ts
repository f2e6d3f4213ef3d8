import type { RuleExamples } from "../../src/rules/examples";

const fn = (more: string): string => `
const repository = new aws.ecr.Repository("api");
const fn = new aws.lambda.Function("api", {
  role: "arn:aws:iam::111122223333:role/api",
  packageType: "Image",
  imageUri: pulumi.interpolate\`\${repository.repositoryUrl}:1.4.2\`,${more}
});
`;

export default { incorrect: fn('\n  handler: "index.handler",'), correct: fn("") } satisfies RuleExamples;
