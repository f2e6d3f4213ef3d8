import type { RuleExamples } from "../../src/rules/examples";

const program = (region: string): string => `
const rewrite = new aws.lambda.Function("rewrite", {
  role: "arn:aws:iam::464738291005:role/rewrite", runtime: "nodejs22.x", handler: "index.handler", publish: true,
  code: new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => {};") }),
}, { provider: new aws.Provider("edge", { region: "${region}" }) });
const site = new aws.cloudfront.Distribution("site", {
  enabled: true,
  origins: [{ originId: "api", domainName: "api.shop.io" }],
  defaultCacheBehavior: {
    targetOriginId: "api", allowedMethods: ["GET", "HEAD"], cachedMethods: ["GET", "HEAD"], viewerProtocolPolicy: "https-only",
    lambdaFunctionAssociations: [{ eventType: "origin-request", lambdaArn: rewrite.qualifiedArn }],
  },
  restrictions: { geoRestriction: { restrictionType: "none" } }, viewerCertificate: { cloudfrontDefaultCertificate: true },
});
`;

export default { incorrect: program("eu-west-1"), correct: program("us-east-1") } satisfies RuleExamples;
