import type { RuleExamples } from "../../src/rules/examples";

const program = (options: string): string => `
const assets = new aws.s3.Bucket("assets");
const block = new aws.s3.BucketPublicAccessBlock("assets", { bucket: assets.id, blockPublicPolicy: true });
const policy = new aws.s3.BucketPolicy("assets", {
  bucket: assets.id,
  policy: pulumi.jsonStringify({ Version: "2012-10-17", Statement: [] }),
}${options});
`;

export default { incorrect: program(""), correct: program(", { dependsOn: [block] }") } satisfies RuleExamples;
