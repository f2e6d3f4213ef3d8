import rule from "../../../policies/delivery/cloudfront-origin-access";
import { json, resource, ruleTest, unknown, type BuiltResource, type Input } from "../../../src/testing";

const bucket = resource("aws:s3/bucket:Bucket", "site", { bucket: "shop-site" });
const assets = resource("aws:s3/bucket:Bucket", "assets");
const blocked = resource("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "site", {
  bucket: bucket.id,
  blockPublicAcls: true,
  blockPublicPolicy: true,
  ignorePublicAcls: true,
  restrictPublicBuckets: true,
});
const control = resource("aws:cloudfront/originAccessControl:OriginAccessControl", "site", {
  originAccessControlOriginType: "s3",
  signingBehavior: "always",
  signingProtocol: "sigv4",
});
const identity = resource("aws:cloudfront/originAccessIdentity:OriginAccessIdentity", "site");
const allow = (principal: Input, more: Record<string, Input> = {}): Record<string, Input> => ({
  Effect: "Allow",
  Principal: principal,
  Action: "s3:GetObject",
  Resource: "arn:aws:s3:::shop-site/*",
  ...more,
});
const policy = (...statements: Record<string, Input>[]): BuiltResource =>
  resource("aws:s3/bucketPolicy:BucketPolicy", "site", { bucket: bucket.id, policy: json({ Statement: statements }) });
const forService = allow({ Service: "cloudfront.amazonaws.com" });
const onlyTls = { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*", Condition: { Bool: { x: "false" } } };
const distribution = (origin: Record<string, Input>, more: Record<string, Input> = {}): BuiltResource =>
  resource("aws:cloudfront/distribution:Distribution", "site", {
    enabled: true,
    origins: [{ originId: "site", domainName: bucket.bucketRegionalDomainName, ...origin }],
    ...more,
  });
const byControl = distribution({ originAccessControlId: control.id });
const byIdentity = distribution({ s3OriginConfig: { originAccessIdentity: identity.cloudfrontAccessIdentityPath } });
const plain = distribution({ domainName: "shop-site.s3.us-east-1.amazonaws.com" });

ruleTest(rule, {
  valid: [
    {
      name: "an origin access control",
      shape: "preview",
      stack: [bucket, blocked, control, policy(forService), byControl],
    },
    {
      name: "an origin access identity",
      shape: "preview",
      stack: [bucket, blocked, identity, policy(allow({ AWS: identity.iamArn })), byIdentity],
    },
    {
      name: "a public bucket",
      shape: "preview",
      stack: [bucket, policy(allow("*")), plain],
    },
    {
      name: "the website of a bucket",
      shape: "preview",
      stack: [
        bucket,
        blocked,
        distribution({ domainName: bucket.websiteEndpoint, customOriginConfig: { originProtocolPolicy: "http-only" } }),
      ],
    },
    {
      name: "a bucket of another stack",
      shape: "preview",
      stack: [distribution({ domainName: "other.s3.us-east-1.amazonaws.com" })],
    },
    {
      name: "code at the edge that signs the requests",
      shape: "preview",
      stack: [
        bucket,
        blocked,
        distribution(
          { domainName: "shop-site.s3.amazonaws.com" },
          {
            defaultCacheBehavior: {
              targetOriginId: "site",
              viewerProtocolPolicy: "https-only",
              lambdaFunctionAssociations: [{ eventType: "origin-request", lambdaArn: "arn:aws:lambda:x" }],
            },
          },
        ),
      ],
    },
    {
      name: "two buckets whose order is not known",
      shape: "preview",
      stack: [
        bucket,
        blocked,
        assets,
        distribution(
          {},
          {
            origins: [
              { originId: "site", domainName: bucket.bucketRegionalDomainName },
              { originId: "assets", domainName: assets.bucketRegionalDomainName },
            ],
          },
        ),
      ],
    },
  ],
  invalid: [
    {
      name: "no origin access control on a bucket that blocks public access",
      shape: "preview",
      stack: [bucket, blocked, plain],
      findings: [
        { resource: "site", path: "origins[0].originAccessControlId", level: "mandatory", message: /not public/ },
      ],
    },
    {
      name: "no origin access control, and a policy that only denies",
      shape: "preview",
      stack: [bucket, blocked, policy(onlyTls), plain],
      findings: [{ resource: "site", path: "origins[0].originAccessControlId", level: "mandatory" }],
    },
    {
      name: "no origin access control, with nothing known of public access",
      shape: "preview",
      stack: [bucket, distribution({})],
      findings: [{ resource: "site", path: "origins[0].originAccessControlId", level: "advisory" }],
    },
    {
      name: "a policy for something else",
      shape: "preview",
      stack: [bucket, blocked, control, policy(onlyTls, allow({ AWS: "arn:aws:iam::464738291005:root" })), byControl],
      findings: [{ resource: "site", path: "origins[0]", level: "mandatory", message: /allows CloudFront nothing/ }],
    },
    {
      name: "a policy for the service where the origin has an identity",
      shape: "preview",
      stack: [bucket, blocked, identity, policy(forService), byIdentity],
      findings: [{ resource: "site", path: "origins[0]", message: /origin access identity as principal/ }],
    },
    {
      name: "no policy",
      shape: "preview",
      stack: [bucket, blocked, control, byControl],
      findings: [{ resource: "site", path: "origins[0]", level: "advisory", message: /has no policy/ }],
    },
  ],
  undecided: [
    {
      name: "a policy that is not known yet",
      stack: [
        bucket,
        blocked,
        control,
        byControl,
        resource("aws:s3/bucketPolicy:BucketPolicy", "site", { bucket: bucket.id, policy: unknown }),
      ],
      at: ["site.origins[0].domainName"],
    },
  ],
});
