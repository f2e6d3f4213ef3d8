import type { RuleExamples } from "../../src/rules/examples";

const BUCKET = `const assets = new aws.s3.Bucket("assets");
`;

export default {
  incorrect: `
${BUCKET}
const acl = new aws.s3.BucketAcl("assets", { bucket: assets.id, acl: "private" });
`,
  correct: `
${BUCKET}
const ownership = new aws.s3.BucketOwnershipControls("assets", {
  bucket: assets.id,
  rule: { objectOwnership: "BucketOwnerEnforced" },
});
`,
} satisfies RuleExamples;
