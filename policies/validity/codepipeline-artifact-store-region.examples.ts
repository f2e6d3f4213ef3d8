import type { RuleExamples } from "../../src/rules/examples";

const pipeline = (store: string): string => `
const action = { category: "Source", owner: "AWS", version: "1", outputArtifacts: ["code"] };
const release = new aws.codepipeline.Pipeline("release", {
  roleArn: "arn:aws:iam::464738291005:role/release",
  artifactStores: [${store}],
  stages: [
    { name: "Source", actions: [{ ...action, name: "code", provider: "CodeCommit", configuration: { RepositoryName: "shop" } }] },
    { name: "Deploy", actions: [{ name: "copy", category: "Deploy", owner: "AWS", version: "1", provider: "S3", inputArtifacts: ["code"] }] },
  ],
});
`;

export default {
  incorrect: pipeline(`{ type: "S3", location: "shop-artifacts", region: "eu-west-1" }`),
  correct: pipeline(`{ type: "S3", location: "shop-artifacts" }`),
} satisfies RuleExamples;
