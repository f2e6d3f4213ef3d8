import type { RuleExamples } from "../../src/rules/examples";

const program = (input: string): string => `
const action = { name: "Run", owner: "AWS", version: "1" };
const pipeline = new aws.codepipeline.Pipeline("orders", {
  roleArn: "arn:aws:iam::464738291005:role/orders-pipeline",
  artifactStores: [{ location: "orders-artifacts", type: "S3" }],
  stages: [
    { name: "Source", actions: [{ ...action, category: "Source", provider: "S3", outputArtifacts: ["source"] }] },
    { name: "Build", actions: [{ ...action, category: "Build", provider: "CodeBuild", inputArtifacts: ["${input}"] }] },
  ],
});
`;

export default { incorrect: program("sources"), correct: program("source") } satisfies RuleExamples;
