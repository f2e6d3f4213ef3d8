import { CLOUDFRONT_DISTRIBUTION } from "../../aws/type-tokens";
import type { ServiceConstraints } from "../form";
const POLICY = "aws:cloudfront/cachePolicy:CachePolicy";
const API = "https://docs.aws.amazon.com/cloudfront/latest/APIReference";

const behavior = {
  targetOriginId: "site",
  viewerProtocolPolicy: "redirect-to-https",
  allowedMethods: ["GET", "HEAD"],
  cachedMethods: ["GET", "HEAD"],
  cachePolicyId: "658327ea-f89d-4fab-a63d-7e88639e58f6",
};
const bucket = { originId: "site", domainName: "site.s3.us-east-1.amazonaws.com", originAccessControlId: "E0123" };
const server = {
  originId: "site",
  domainName: "api.example.com",
  customOriginConfig: { httpPort: 80, httpsPort: 443 },
};
const certificate = "arn:aws:acm:us-east-1:111122223333:certificate/x";

const distribution = (more: object = {}): Record<string, unknown> => ({
  enabled: true,
  origins: [bucket],
  defaultCacheBehavior: behavior,
  restrictions: { geoRestriction: { restrictionType: "none" } },
  viewerCertificate: { cloudfrontDefaultCertificate: true },
  ...more,
});
const forwarded = {
  ...behavior,
  cachePolicyId: "",
  forwardedValues: { queryString: false, cookies: { forward: "none" } },
};
const policy = (ttl: object): Record<string, unknown> => ({
  name: "shop",
  parametersInCacheKeyAndForwardedToOrigin: {
    cookiesConfig: { cookieBehavior: "none" },
    headersConfig: { headerBehavior: "none" },
    queryStringsConfig: { queryStringBehavior: "none" },
  },
  ...ttl,
});

export default {
  date: "2026-11-29",
  constraints: {
    "aws.cloudfront.distribution.default-origin": {
      type: CLOUDFRONT_DISTRIBUTION,
      require: [
        { origins: { some: { originId: { sameAs: "/defaultCacheBehavior.targetOriginId" } } } },
        { originGroups: { present: true, some: { originId: { sameAs: "/defaultCacheBehavior.targetOriginId" } } } },
      ],
      must: "`defaultCacheBehavior.targetOriginId` must be the `originId` of one of the origins or origin groups.",
      source: `${API}/API_DefaultCacheBehavior.html`,
      accepts: [distribution()],
      rejects: [distribution({ origins: [{ ...bucket, originId: "other" }] })],
    },
    "aws.cloudfront.distribution.ordered-origin": {
      type: CLOUDFRONT_DISTRIBUTION,
      each: "orderedCacheBehaviors",
      require: [
        { "/origins": { some: { originId: { sameAs: "../targetOriginId" } } } },
        { "/originGroups": { present: true, some: { originId: { sameAs: "../targetOriginId" } } } },
      ],
      must: "`targetOriginId` must be the `originId` of one of the origins or origin groups.",
      source: `${API}/API_CacheBehavior.html`,
      accepts: [distribution({ orderedCacheBehaviors: [{ ...behavior, pathPattern: "/static/*" }] })],
      rejects: [
        distribution({ orderedCacheBehaviors: [{ ...behavior, pathPattern: "/api/*", targetOriginId: "api" }] }),
      ],
    },
    "aws.cloudfront.distribution.origin-ids-differ": {
      type: CLOUDFRONT_DISTRIBUTION,
      require: { origins: { uniqueBy: "originId" } },
      must: "Each origin must have an `originId` of its own.",
      source: `${API}/API_Origin.html`,
      accepts: [distribution({ origins: [bucket, { ...server, originId: "api" }] })],
      rejects: [distribution({ origins: [bucket, server] })],
    },
    "aws.cloudfront.distribution.aliases-need-certificate": {
      type: CLOUDFRONT_DISTRIBUTION,
      when: { aliases: { present: true } },
      require: { atLeastOne: ["viewerCertificate.acmCertificateArn", "viewerCertificate.iamCertificateId"] },
      must: "Domain names of your own require a certificate: set `viewerCertificate.acmCertificateArn`.",
      source: `${API}/API_ViewerCertificate.html`,
      accepts: [
        distribution({
          aliases: ["www.example.com"],
          viewerCertificate: { acmCertificateArn: certificate, sslSupportMethod: "sni-only" },
        }),
      ],
      rejects: [distribution({ aliases: ["www.example.com"] })],
    },
    "aws.cloudfront.distribution.certificate-support-method": {
      type: CLOUDFRONT_DISTRIBUTION,
      when: { "viewerCertificate.acmCertificateArn": { present: true } },
      require: { "viewerCertificate.sslSupportMethod": { present: true } },
      must: 'A certificate of your own requires `sslSupportMethod: "sni-only"`.',
      source: `${API}/API_ViewerCertificate.html`,
      accepts: [distribution({ viewerCertificate: { acmCertificateArn: certificate, sslSupportMethod: "sni-only" } })],
      rejects: [distribution({ viewerCertificate: { acmCertificateArn: certificate } })],
    },
    "aws.cloudfront.distribution.certificate-region": {
      type: CLOUDFRONT_DISTRIBUTION,
      require: { "viewerCertificate.acmCertificateArn": { not: { matches: /^arn:aws:acm:(?!us-east-1:)/ } } },
      must: "CloudFront reads certificates in us-east-1: create it there, with a provider for that region.",
      source: `${API}/API_ViewerCertificate.html`,
      accepts: [distribution({ viewerCertificate: { acmCertificateArn: certificate, sslSupportMethod: "sni-only" } })],
      rejects: [
        distribution({
          viewerCertificate: {
            acmCertificateArn: "arn:aws:acm:eu-west-1:111122223333:certificate/x",
            sslSupportMethod: "sni-only",
          },
        }),
      ],
    },
    "aws.cloudfront.distribution.cache-policy-alone": {
      type: CLOUDFRONT_DISTRIBUTION,
      when: { "defaultCacheBehavior.cachePolicyId": { present: true } },
      require: { "defaultCacheBehavior.forwardedValues": { present: false } },
      must: "A cache policy decides what is forwarded: leave out `forwardedValues`.",
      source: `${API}/API_DefaultCacheBehavior.html`,
      accepts: [distribution(), distribution({ defaultCacheBehavior: forwarded })],
      rejects: [distribution({ defaultCacheBehavior: { ...forwarded, cachePolicyId: behavior.cachePolicyId } })],
    },
    "aws.cloudfront.distribution.cache-policy-required": {
      type: CLOUDFRONT_DISTRIBUTION,
      require: { atLeastOne: ["defaultCacheBehavior.cachePolicyId", "defaultCacheBehavior.forwardedValues"] },
      must: "A behavior requires `cachePolicyId`, or `forwardedValues`.",
      source: `${API}/API_DefaultCacheBehavior.html`,
      accepts: [distribution()],
      rejects: [distribution({ defaultCacheBehavior: { ...behavior, cachePolicyId: "" } })],
    },
    "aws.cloudfront.distribution.ordered-cache-policy-alone": {
      type: CLOUDFRONT_DISTRIBUTION,
      each: "orderedCacheBehaviors",
      require: { exactlyOne: ["cachePolicyId", "forwardedValues"] },
      must: "A behavior must have a cache policy or `forwardedValues`: set one of the two.",
      source: `${API}/API_CacheBehavior.html`,
      accepts: [distribution({ orderedCacheBehaviors: [{ ...behavior, pathPattern: "/static/*" }] })],
      rejects: [
        distribution({ orderedCacheBehaviors: [{ ...behavior, cachePolicyId: "", pathPattern: "/static/*" }] }),
      ],
    },
    "aws.cloudfront.distribution.allowed-methods": {
      type: CLOUDFRONT_DISTRIBUTION,
      require: {
        "defaultCacheBehavior.allowedMethods": {
          anyOf: [{ minItems: 2, maxItems: 3 }, { minItems: 7 }],
        },
      },
      must: "A behavior allows GET and HEAD, these and OPTIONS, or all seven methods.",
      source: `${API}/API_AllowedMethods.html`,
      accepts: [distribution()],
      rejects: [
        distribution({ defaultCacheBehavior: { ...behavior, allowedMethods: ["GET", "HEAD", "OPTIONS", "POST"] } }),
      ],
    },
    "aws.cloudfront.distribution.error-page": {
      type: CLOUDFRONT_DISTRIBUTION,
      each: "customErrorResponses",
      require: { allOrNone: ["responseCode", "responsePagePath"] },
      must: "A page for errors requires `responseCode` and `responsePagePath`.",
      source: `${API}/API_CustomErrorResponse.html`,
      accepts: [
        distribution({
          customErrorResponses: [
            { errorCode: 404, responseCode: 200, responsePagePath: "/index.html" },
            { errorCode: 403, errorCachingMinTtl: 10 },
          ],
        }),
      ],
      rejects: [distribution({ customErrorResponses: [{ errorCode: 404, responseCode: 200 }] })],
    },
    "aws.cloudfront.distribution.country-list": {
      type: CLOUDFRONT_DISTRIBUTION,
      when: { "restrictions.geoRestriction.restrictionType": ["whitelist", "blacklist"] },
      require: { "restrictions.geoRestriction.locations": { present: true } },
      must: "A restriction by country requires `restrictions.geoRestriction.locations`.",
      source: `${API}/API_GeoRestriction.html`,
      accepts: [
        distribution({ restrictions: { geoRestriction: { restrictionType: "whitelist", locations: ["CH"] } } }),
      ],
      rejects: [distribution({ restrictions: { geoRestriction: { restrictionType: "whitelist" } } })],
    },
    "aws.cloudfront.distribution.no-country-list": {
      type: CLOUDFRONT_DISTRIBUTION,
      when: { "restrictions.geoRestriction.restrictionType": "none" },
      require: { "restrictions.geoRestriction.locations": { present: false } },
      must: "Without a restriction there are no countries: leave out `restrictions.geoRestriction.locations`.",
      source: `${API}/API_GeoRestriction.html`,
      accepts: [distribution()],
      rejects: [distribution({ restrictions: { geoRestriction: { restrictionType: "none", locations: ["CH"] } } })],
    },
    "aws.cloudfront.distribution.origin-kind": {
      type: CLOUDFRONT_DISTRIBUTION,
      each: "origins",
      require: { atMostOne: ["s3OriginConfig", "customOriginConfig", "vpcOriginConfig"] },
      must: "An origin must be a bucket, a server or in a VPC: set one of `s3OriginConfig`, `customOriginConfig` and `vpcOriginConfig`.",
      source: `${API}/API_Origin.html`,
      accepts: [distribution()],
      rejects: [distribution({ origins: [{ ...server, s3OriginConfig: { originAccessIdentity: "x" } }] })],
    },
    "aws.cloudfront.distribution.origin-domain-name": {
      type: CLOUDFRONT_DISTRIBUTION,
      each: "origins",
      require: { domainName: { not: { matches: /[/:]/ } } },
      must: "The domain name of an origin must have no protocol, port or path.",
      source: `${API}/API_Origin.html`,
      accepts: [distribution({ origins: [server] })],
      rejects: [distribution({ origins: [{ ...server, domainName: "https://api.example.com" }] })],
    },
    "aws.cloudfront.distribution.server-origin": {
      type: CLOUDFRONT_DISTRIBUTION,
      each: "origins",
      where: { domainName: { not: { matches: /\.s3[.-]|\.s3-website|mediastore|mediapackage|lambda-url/ } } },
      require: { atLeastOne: ["customOriginConfig", "vpcOriginConfig"] },
      must: "An origin that is not a bucket requires `customOriginConfig`.",
      source: `${API}/API_Origin.html`,
      accepts: [distribution(), distribution({ origins: [server] })],
      rejects: [distribution({ origins: [{ originId: "site", domainName: "api.example.com" }] })],
    },
    "aws.cloudfront.distribution.origin-path": {
      type: CLOUDFRONT_DISTRIBUTION,
      each: "origins",
      require: { originPath: { startsWith: "/", not: { endsWith: "/" } } },
      must: 'The path of an origin must begin with "/" and not end with it.',
      source: `${API}/API_Origin.html`,
      accepts: [distribution({ origins: [{ ...server, originPath: "/v1" }] })],
      rejects: [
        distribution({ origins: [{ ...server, originPath: "v1" }] }),
        distribution({ origins: [{ ...server, originPath: "/v1/" }] }),
      ],
    },
    "aws.cloudfront.distribution.one-origin-access": {
      type: CLOUDFRONT_DISTRIBUTION,
      each: "origins",
      where: { originAccessControlId: { present: true } },
      require: { "s3OriginConfig.originAccessIdentity": { present: false } },
      must: "A bucket is read with an access control or an access identity: leave out `s3OriginConfig.originAccessIdentity`.",
      source:
        "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html",
      accepts: [
        distribution(),
        distribution({ origins: [{ ...bucket, s3OriginConfig: { originAccessIdentity: "" } }] }),
      ],
      rejects: [
        distribution({
          origins: [{ ...bucket, s3OriginConfig: { originAccessIdentity: "origin-access-identity/cloudfront/E1" } }],
        }),
      ],
    },
    "aws.cloudfront.distribution.root-object": {
      type: CLOUDFRONT_DISTRIBUTION,
      require: { defaultRootObject: { not: { startsWith: "/" } } },
      must: 'The root object must be a name such as "index.html", without a slash before it.',
      source: `${API}/API_DistributionConfig.html`,
      accepts: [distribution({ defaultRootObject: "index.html" })],
      rejects: [distribution({ defaultRootObject: "/index.html" })],
    },
    "aws.cloudfront.distribution.web-acl-scope": {
      type: CLOUDFRONT_DISTRIBUTION,
      require: { webAclId: { not: { matches: /:regional\// } } },
      must: 'A web ACL for CloudFront must have the scope "CLOUDFRONT".',
      source: `${API}/API_DistributionConfig.html`,
      accepts: [distribution({ webAclId: "arn:aws:wafv2:us-east-1:111122223333:global/webacl/shop/x" })],
      rejects: [distribution({ webAclId: "arn:aws:wafv2:us-east-1:111122223333:regional/webacl/shop/x" })],
    },
    "aws.cloudfront.cache-policy.ttl-order": {
      type: POLICY,
      require: {
        minTtl: { max: { property: "maxTtl" } },
        defaultTtl: { min: { property: "minTtl" }, max: { property: "maxTtl" } },
      },
      must: "The times must be in order: `minTtl` is at most `defaultTtl`, which is at most `maxTtl`.",
      source: `${API}/API_CachePolicyConfig.html`,
      accepts: [policy({ minTtl: 1, defaultTtl: 60, maxTtl: 3600 })],
      rejects: [
        policy({ minTtl: 1, defaultTtl: 7200, maxTtl: 3600 }),
        policy({ minTtl: 60, defaultTtl: 10, maxTtl: 3600 }),
      ],
    },
    "aws.cloudfront.distribution.ttl-order": {
      type: "aws:cloudfront/distribution:Distribution",
      require: {
        "defaultCacheBehavior.defaultTtl": {
          min: { property: "defaultCacheBehavior.minTtl" },
          max: { property: "defaultCacheBehavior.maxTtl" },
        },
      },
      must: "The times to live must be in order: the minimum, the default, the maximum.",
      source: "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DefaultCacheBehavior.html",
      accepts: [
        { defaultCacheBehavior: { minTtl: 0, defaultTtl: 60, maxTtl: 3600, forwardedValues: { queryString: false } } },
      ],
      rejects: [
        { defaultCacheBehavior: { minTtl: 3600, defaultTtl: 60, maxTtl: 86400 } },
        { defaultCacheBehavior: { minTtl: 0, defaultTtl: 7200, maxTtl: 3600 } },
      ],
    },
    "aws.cloudfront.distribution.function-events": {
      type: "aws:cloudfront/distribution:Distribution",
      require: { "defaultCacheBehavior.functionAssociations": { uniqueBy: "eventType" } },
      must: "A behavior must have one function for each event.",
      source: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-functions-restrictions.html",
      accepts: [
        {
          defaultCacheBehavior: {
            cachePolicyId: "x",
            functionAssociations: [
              { eventType: "viewer-request", functionArn: "x" },
              { eventType: "viewer-response", functionArn: "y" },
            ],
          },
        },
      ],
      rejects: [
        {
          defaultCacheBehavior: {
            functionAssociations: [
              { eventType: "viewer-request", functionArn: "x" },
              { eventType: "viewer-request", functionArn: "y" },
            ],
          },
        },
      ],
    },
    "aws.cloudfront.distribution.edge-function-events": {
      type: "aws:cloudfront/distribution:Distribution",
      require: { "defaultCacheBehavior.lambdaFunctionAssociations": { uniqueBy: "eventType" } },
      must: "A behavior must have one function for each event.",
      source: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-functions-restrictions.html",
      accepts: [
        {
          defaultCacheBehavior: {
            cachePolicyId: "x",
            lambdaFunctionAssociations: [
              { eventType: "origin-request", lambdaArn: "x" },
              { eventType: "origin-response", lambdaArn: "y" },
            ],
          },
        },
      ],
      rejects: [
        {
          defaultCacheBehavior: {
            lambdaFunctionAssociations: [
              { eventType: "origin-request", lambdaArn: "x" },
              { eventType: "origin-request", lambdaArn: "y" },
            ],
          },
        },
      ],
    },
    "aws.cloudfront.distribution.function-event-kind": {
      type: "aws:cloudfront/distribution:Distribution",
      each: "defaultCacheBehavior.functionAssociations",
      require: { eventType: ["viewer-request", "viewer-response"] },
      must: "CloudFront functions must be for viewer requests and viewer responses.",
      source: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-functions-choosing.html",
      accepts: [
        {
          defaultCacheBehavior: {
            cachePolicyId: "x",
            functionAssociations: [{ eventType: "viewer-request", functionArn: "x" }],
          },
        },
      ],
      rejects: [
        { defaultCacheBehavior: { functionAssociations: [{ eventType: "origin-request", functionArn: "x" }] } },
      ],
    },
    "aws.cloudfront.distribution.error-codes": {
      type: "aws:cloudfront/distribution:Distribution",
      each: "customErrorResponses",
      require: { errorCode: [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504] },
      must: "`errorCode` is 400, 403, 404, 405, 414, 416, 500, 501, 502, 503 or 504.",
      source: "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CustomErrorResponse.html",
      accepts: [
        {
          defaultCacheBehavior: {
            cachePolicyId: "x",
            targetOriginId: "x",
            viewerProtocolPolicy: "https-only",
            allowedMethods: ["GET", "HEAD"],
            cachedMethods: ["GET", "HEAD"],
          },
          customErrorResponses: [{ errorCode: 404, responseCode: 200, responsePagePath: "/index.html" }],
        },
      ],
      rejects: [{ customErrorResponses: [{ errorCode: 401, responseCode: 200, responsePagePath: "/index.html" }] }],
    },
  },
} satisfies ServiceConstraints;
