import type { RuleExamples } from "../../src/rules/examples";

const BEFORE = `
const site = new aws.s3.Bucket("site");
new aws.s3.BucketPublicAccessBlock("site", { bucket: site.id, restrictPublicBuckets: true, ignorePublicAcls: true });
const control = new aws.cloudfront.OriginAccessControl("site", {
  originAccessControlOriginType: "s3",
  signingBehavior: "always",
  signingProtocol: "sigv4",
});
const Statement = [
  { Effect: "Allow", Principal: { Service: "cloudfront.amazonaws.com" }, Action: "s3:GetObject", Resource: "*" },
];
new aws.s3.BucketPolicy("site", { bucket: site.id, policy: { Version: "2012-10-17", Statement } });`;

const distribution = (access: string): string => `${BEFORE}
new aws.cloudfront.Distribution("site", {
  origins: [{ originId: "site", domainName: site.bucketRegionalDomainName${access} }],
});
`;

export default {
  incorrect: distribution(""),
  correct: distribution(", originAccessControlId: control.id"),
} satisfies RuleExamples;
