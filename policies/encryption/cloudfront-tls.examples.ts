import type { RuleExamples } from "../../src/rules/examples";

const siteWith = (viewerProtocolPolicy: string): string => `
const site = new aws.cloudfront.Distribution("site", {
  enabled: true,
  origins: [{ originId: "app", domainName: "app.example.com" }],
  defaultCacheBehavior: {
    targetOriginId: "app",
    viewerProtocolPolicy: "${viewerProtocolPolicy}",
    allowedMethods: ["GET", "HEAD"],
    cachedMethods: ["GET", "HEAD"],
  },
  restrictions: { geoRestriction: { restrictionType: "none" } },
  viewerCertificate: { cloudfrontDefaultCertificate: true },
});
`;

export default {
  incorrect: siteWith("allow-all"),
  correct: siteWith("redirect-to-https"),
} satisfies RuleExamples;
