import { CLOUDFRONT_DISTRIBUTION } from "../../aws/type-tokens";
import type { ServiceConstraints } from "../form";
const FUNCTION = "aws:cloudfront/function:Function";
const ORIGIN_ACCESS_CONTROL = "aws:cloudfront/originAccessControl:OriginAccessControl";

const RESPONSE_HEADERS_POLICY = "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy";
const REALTIME_LOG_CONFIG = "aws:cloudfront/realtimeLogConfig:RealtimeLogConfig";
const ORIGIN_REQUEST_POLICY = "aws:cloudfront/originRequestPolicy:OriginRequestPolicy";
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
const httpsOnly = { httpPort: 80, httpsPort: 443, originProtocolPolicy: "https-only", originSslProtocols: ["TLSv1.2"] };
const webOrigin = { originId: "a", domainName: "a.example.com", customOriginConfig: httpsOnly };
const webBehavior = {
  targetOriginId: "a",
  viewerProtocolPolicy: "redirect-to-https",
  allowedMethods: ["GET", "HEAD"],
  cachedMethods: ["GET", "HEAD"],
  cachePolicyId: "658327ea-f89d-4fab-a63d-7e88639e58f6",
};
const website = {
  enabled: true,
  origins: [webOrigin],
  defaultCacheBehavior: webBehavior,
  restrictions: { geoRestriction: { restrictionType: "none" } },
  viewerCertificate: { cloudfrontDefaultCertificate: true },
};
const ALL_METHODS = ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"];
const ORIGIN_FAILOVER =
  "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html";
const EDGE_FUNCTIONS =
  "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-function-restrictions-all.html";
/** Of the Lambda functions of a behavior that has CloudFront functions. */
const NO_VIEWER_EVENT = { none: { eventType: ["viewer-request", "viewer-response"] } } as const;
/** A behavior with a CloudFront function for requests of viewers, and a Lambda function for this event. */
const edgeBehavior = (eventType: string): Record<string, unknown> => ({
  ...behavior,
  functionAssociations: [{ eventType: "viewer-request", functionArn: "x" }],
  lambdaFunctionAssociations: [{ eventType, lambdaArn: "x" }],
});
/** A distribution with the origins "site" and "spare", and "both" as their group. */
const grouped = (more: object): Record<string, unknown> =>
  distribution({
    origins: [bucket, { ...bucket, originId: "spare" }],
    originGroups: [
      {
        originId: "both",
        failoverCriteria: { statusCodes: [500, 502] },
        members: [{ originId: "site" }, { originId: "spare" }],
      },
    ],
    ...more,
  });
const geoRestricted = (...locations: string[]): Record<string, unknown> =>
  distribution({ restrictions: { geoRestriction: { restrictionType: "whitelist", locations } } });
const errorPage = (responsePagePath: string): Record<string, unknown> =>
  distribution({ customErrorResponses: [{ errorCode: 404, responseCode: 200, responsePagePath }] });
const aliased = (alias: string): Record<string, unknown> =>
  distribution({
    aliases: [alias],
    viewerCertificate: { acmCertificateArn: certificate, sslSupportMethod: "sni-only" },
  });
const sending = (...items: string[]): Record<string, unknown> => ({
  name: "shop",
  cookiesConfig: { cookieBehavior: "none" },
  headersConfig: { headerBehavior: "whitelist", headers: { items } },
  queryStringsConfig: { queryStringBehavior: "none" },
});
/** A distribution of a server that must begin to answer in 45 seconds. */
const completedIn = (responseCompletionTimeout: number): Record<string, unknown> => ({
  ...website,
  origins: [{ ...webOrigin, responseCompletionTimeout, customOriginConfig: { ...httpsOnly, originReadTimeout: 45 } }],
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
      when: [
        { "viewerCertificate.acmCertificateArn": { present: true } },
        { "viewerCertificate.iamCertificateId": { present: true } },
      ],
      require: { "viewerCertificate.sslSupportMethod": { present: true } },
      must: 'A certificate of your own requires `sslSupportMethod: "sni-only"`.',
      source: `${API}/API_ViewerCertificate.html`,
      accepts: [distribution({ viewerCertificate: { acmCertificateArn: certificate, sslSupportMethod: "sni-only" } })],
      rejects: [
        distribution({ viewerCertificate: { acmCertificateArn: certificate } }),
        distribution({ viewerCertificate: { iamCertificateId: "ASCA0123" } }),
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
    "aws.cloudfront.distribution.cached-methods": {
      type: CLOUDFRONT_DISTRIBUTION,
      require: {
        "defaultCacheBehavior.allowedMethods": {
          contains: "GET",
          every: ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"],
        },
        "defaultCacheBehavior.cachedMethods": { minItems: 2, contains: "GET", every: ["GET", "HEAD", "OPTIONS"] },
      },
      must: "A behavior allows and caches at least GET and HEAD, and caches only these and OPTIONS.",
      source: `${API}/API_AllowedMethods.html`,
      accepts: [distribution()],
      rejects: [
        distribution({ defaultCacheBehavior: { ...behavior, cachedMethods: ["GET", "HEAD", "POST"] } }),
        distribution({ defaultCacheBehavior: { ...behavior, cachedMethods: ["GET"] } }),
      ],
    },
    "aws.cloudfront.distribution.two-methods": {
      type: CLOUDFRONT_DISTRIBUTION,
      when: { "defaultCacheBehavior.allowedMethods": { maxItems: 2 } },
      require: { "defaultCacheBehavior.allowedMethods": { every: ["GET", "HEAD"] } },
      must: "Two allowed methods are GET and HEAD; all seven allow more.",
      source: `${API}/API_AllowedMethods.html`,
      accepts: [distribution()],
      rejects: [distribution({ defaultCacheBehavior: { ...behavior, allowedMethods: ["GET", "POST"] } })],
    },
    "aws.cloudfront.distribution.three-methods": {
      type: CLOUDFRONT_DISTRIBUTION,
      when: { "defaultCacheBehavior.allowedMethods": { minItems: 3, maxItems: 3 } },
      require: { "defaultCacheBehavior.allowedMethods": { every: ["GET", "HEAD", "OPTIONS"] } },
      must: "Three allowed methods are GET, HEAD and OPTIONS; all seven allow more.",
      source: `${API}/API_AllowedMethods.html`,
      accepts: [distribution({ defaultCacheBehavior: { ...behavior, allowedMethods: ["GET", "HEAD", "OPTIONS"] } })],
      rejects: [distribution({ defaultCacheBehavior: { ...behavior, allowedMethods: ["GET", "HEAD", "POST"] } })],
    },
    "aws.cloudfront.distribution.ordered-allowed-methods": {
      type: CLOUDFRONT_DISTRIBUTION,
      each: "orderedCacheBehaviors",
      require: {
        allowedMethods: {
          anyOf: [
            { maxItems: 2, every: ["GET", "HEAD"] },
            { maxItems: 3, every: ["GET", "HEAD", "OPTIONS"] },
            { minItems: 7 },
          ],
        },
      },
      must: "A behavior allows GET and HEAD, these and OPTIONS, or all seven methods.",
      source: `${API}/API_AllowedMethods.html`,
      accepts: [distribution({ orderedCacheBehaviors: [{ ...behavior, pathPattern: "/a/*" }] })],
      rejects: [
        distribution({
          orderedCacheBehaviors: [{ ...behavior, pathPattern: "/a/*", allowedMethods: ["GET", "HEAD", "POST"] }],
        }),
      ],
    },
    "aws.cloudfront.distribution.cookie-names": {
      type: CLOUDFRONT_DISTRIBUTION,
      when: { "defaultCacheBehavior.forwardedValues.cookies.forward": "whitelist" },
      require: { "defaultCacheBehavior.forwardedValues.cookies.whitelistedNames": { present: true } },
      must: "A list of cookies requires `whitelistedNames`.",
      source: `${API}/API_CookiePreference.html`,
      accepts: [
        distribution({
          defaultCacheBehavior: {
            ...forwarded,
            forwardedValues: { queryString: false, cookies: { forward: "whitelist", whitelistedNames: ["sid"] } },
          },
        }),
      ],
      rejects: [
        distribution({
          defaultCacheBehavior: {
            ...forwarded,
            forwardedValues: { queryString: false, cookies: { forward: "whitelist" } },
          },
        }),
      ],
    },
    "aws.cloudfront.distribution.ordered-cookie-names": {
      type: CLOUDFRONT_DISTRIBUTION,
      each: "orderedCacheBehaviors",
      where: { "forwardedValues.cookies.forward": "whitelist" },
      require: { "forwardedValues.cookies.whitelistedNames": { present: true } },
      must: "A list of cookies requires `whitelistedNames`.",
      source: `${API}/API_CookiePreference.html`,
      accepts: [distribution({ orderedCacheBehaviors: [{ ...forwarded, pathPattern: "/a/*" }] })],
      rejects: [
        distribution({
          orderedCacheBehaviors: [
            {
              ...forwarded,
              pathPattern: "/a/*",
              forwardedValues: { queryString: false, cookies: { forward: "whitelist" } },
            },
          ],
        }),
      ],
    },
    "aws.cloudfront.distribution.origin-timeouts": {
      type: CLOUDFRONT_DISTRIBUTION,
      each: "origins",
      require: {
        "customOriginConfig.originReadTimeout": { min: 1, max: 180 },
        "customOriginConfig.originKeepaliveTimeout": { min: 1, max: 300 },
        connectionAttempts: { min: 1, max: 3 },
        connectionTimeout: { min: 1, max: 10 },
      },
      must: "An origin answers in at most 180 seconds, and is tried one to three times for one to ten seconds.",
      source: `${API}/API_CustomOriginConfig.html`,
      accepts: [
        distribution({
          origins: [
            {
              ...server,
              connectionAttempts: 3,
              connectionTimeout: 10,
              customOriginConfig: { httpPort: 80, httpsPort: 443, originReadTimeout: 60 },
            },
          ],
        }),
      ],
      rejects: [
        distribution({ origins: [{ ...server, connectionAttempts: 5 }] }),
        distribution({
          origins: [{ ...server, customOriginConfig: { httpPort: 80, httpsPort: 443, originReadTimeout: 300 } }],
        }),
      ],
    },
    "aws.cloudfront.distribution.origin-ports": {
      type: CLOUDFRONT_DISTRIBUTION,
      each: "origins",
      require: {
        "customOriginConfig.httpPort": { anyOf: [80, 443, { min: 1024, max: 65535 }] },
        "customOriginConfig.httpsPort": { anyOf: [80, 443, { min: 1024, max: 65535 }] },
      },
      must: "The port of an origin is 80, 443 or from 1024 to 65535.",
      source: `${API}/API_CustomOriginConfig.html`,
      accepts: [distribution({ origins: [{ ...server, customOriginConfig: { httpPort: 8080, httpsPort: 443 } }] })],
      rejects: [distribution({ origins: [{ ...server, customOriginConfig: { httpPort: 81, httpsPort: 443 } }] })],
    },
    "aws.cloudfront.distribution.website-origin": {
      type: CLOUDFRONT_DISTRIBUTION,
      each: "origins",
      where: { domainName: { matches: /[.]s3-website[.-]/ } },
      require: { originAccessControlId: { present: false }, s3OriginConfig: { present: false } },
      must: "The website of a bucket is a server, not a bucket: set `customOriginConfig`, or name the bucket itself.",
      source: `${API}/API_Origin.html`,
      awsError: "The parameter Origin DomainName does not refer to a valid S3 bucket",
      accepts: [distribution({ origins: [{ ...server, domainName: "site.s3-website-us-east-1.amazonaws.com" }] })],
      rejects: [distribution({ origins: [{ ...bucket, domainName: "site.s3-website-us-east-1.amazonaws.com" }] })],
    },
    "aws.cloudfront.distribution.origin-shield": {
      type: CLOUDFRONT_DISTRIBUTION,
      each: "origins",
      where: { "originShield.enabled": true },
      require: { "originShield.originShieldRegion": { present: true } },
      must: "A shield requires `originShieldRegion`.",
      source: `${API}/API_OriginShield.html`,
      accepts: [
        distribution({ origins: [{ ...server, originShield: { enabled: true, originShieldRegion: "us-east-1" } }] }),
      ],
      rejects: [distribution({ origins: [{ ...server, originShield: { enabled: true } }] })],
    },
    "aws.cloudfront.distribution.all-headers": {
      type: CLOUDFRONT_DISTRIBUTION,
      when: { "defaultCacheBehavior.forwardedValues.headers": { contains: "*" } },
      require: { "defaultCacheBehavior.minTtl": 0, "defaultCacheBehavior.forwardedValues.headers": { maxItems: 1 } },
      must: "With all headers forwarded nothing is cached: set `minTtl: 0`, and name no header beside the asterisk.",
      source: `${API}/API_DefaultCacheBehavior.html`,
      accepts: [
        distribution({
          defaultCacheBehavior: {
            ...forwarded,
            minTtl: 0,
            forwardedValues: { queryString: true, headers: ["*"], cookies: { forward: "all" } },
          },
        }),
      ],
      rejects: [
        distribution({
          defaultCacheBehavior: {
            ...forwarded,
            minTtl: 60,
            forwardedValues: { queryString: true, headers: ["*"], cookies: { forward: "all" } },
          },
        }),
      ],
    },
    "aws.cloudfront.distribution.group-members": {
      type: CLOUDFRONT_DISTRIBUTION,
      each: "originGroups",
      require: { members: { minItems: 2, maxItems: 2 } },
      must: "A group has two origins.",
      source: `${API}/API_OriginGroupMembers.html`,
      accepts: [
        distribution({
          origins: [bucket, { ...server, originId: "api" }],
          originGroups: [
            {
              originId: "both",
              failoverCriteria: { statusCodes: [500] },
              members: [{ originId: "site" }, { originId: "api" }],
            },
          ],
        }),
      ],
      rejects: [
        distribution({
          origins: [bucket, { ...server, originId: "api" }],
          originGroups: [
            {
              originId: "both",
              failoverCriteria: { statusCodes: [500] },
              members: [{ originId: "site" }, { originId: "api" }, { originId: "api" }],
            },
          ],
        }),
      ],
    },
    "aws.cloudfront.distribution.group-member": {
      type: CLOUDFRONT_DISTRIBUTION,
      each: "originGroups.members",
      require: { "/origins": { some: { originId: { sameAs: "../originId" } } } },
      must: "A member of a group must be the `originId` of one of the origins.",
      source: `${API}/API_OriginGroupMember.html`,
      accepts: [
        distribution({
          origins: [bucket, { ...server, originId: "api" }],
          originGroups: [
            {
              originId: "both",
              failoverCriteria: { statusCodes: [500] },
              members: [{ originId: "site" }, { originId: "api" }],
            },
          ],
        }),
      ],
      rejects: [
        distribution({
          origins: [bucket, { ...server, originId: "api" }],
          originGroups: [
            {
              originId: "both",
              failoverCriteria: { statusCodes: [500] },
              members: [{ originId: "site" }, { originId: "other" }],
            },
          ],
        }),
      ],
    },
    "aws.cloudfront.distribution.log-bucket": {
      type: CLOUDFRONT_DISTRIBUTION,
      require: { "loggingConfig.bucket": { not: { matches: /^[a-z0-9-]+$/ } } },
      must: "The bucket of the logs is named by its domain name, which ends with .s3.amazonaws.com.",
      source: `${API}/API_LoggingConfig.html`,
      accepts: [
        distribution({ loggingConfig: { bucket: "logs.s3.amazonaws.com" } }),
        distribution({ loggingConfig: { bucket: "logs.s3.eu-west-1.amazonaws.com" } }),
      ],
      rejects: [distribution({ loggingConfig: { bucket: "logs" } })],
    },
    "aws.cloudfront.distribution.paths-differ": {
      type: CLOUDFRONT_DISTRIBUTION,
      require: { orderedCacheBehaviors: { uniqueBy: "pathPattern" } },
      must: "Each behavior has a path pattern of its own.",
      source: `${API}/API_CacheBehavior.html`,
      accepts: [
        distribution({
          orderedCacheBehaviors: [
            { ...behavior, pathPattern: "/a/*" },
            { ...behavior, pathPattern: "/b/*" },
          ],
        }),
      ],
      rejects: [
        distribution({
          orderedCacheBehaviors: [
            { ...behavior, pathPattern: "/a/*" },
            { ...behavior, pathPattern: "/a/*" },
          ],
        }),
      ],
    },
    "aws.cloudfront.distribution.one-certificate": {
      type: CLOUDFRONT_DISTRIBUTION,
      require: { atMostOne: ["viewerCertificate.acmCertificateArn", "viewerCertificate.iamCertificateId"] },
      must: "A distribution has one certificate: leave out `acmCertificateArn` or `iamCertificateId`.",
      source: `${API}/API_ViewerCertificate.html`,
      accepts: [distribution()],
      rejects: [
        distribution({
          viewerCertificate: { acmCertificateArn: certificate, iamCertificateId: "x", sslSupportMethod: "sni-only" },
        }),
      ],
    },
    "aws.cloudfront.distribution.shared-name-version": {
      type: CLOUDFRONT_DISTRIBUTION,
      when: { "viewerCertificate.sslSupportMethod": "sni-only" },
      require: { "viewerCertificate.minimumProtocolVersion": { not: "SSLv3" } },
      must: 'A certificate by name requires TLS: set `minimumProtocolVersion: "TLSv1.2_2021"`.',
      source: `${API}/API_ViewerCertificate.html`,
      accepts: [
        distribution({
          viewerCertificate: {
            acmCertificateArn: certificate,
            sslSupportMethod: "sni-only",
            minimumProtocolVersion: "TLSv1.2_2021",
          },
        }),
      ],
      rejects: [
        distribution({
          viewerCertificate: {
            acmCertificateArn: certificate,
            sslSupportMethod: "sni-only",
            minimumProtocolVersion: "SSLv3",
          },
        }),
      ],
    },
    "aws.cloudfront.cache-policy.listed-cookies": {
      type: POLICY,
      when: { "parametersInCacheKeyAndForwardedToOrigin.cookiesConfig.cookieBehavior": "whitelist" },
      require: { "parametersInCacheKeyAndForwardedToOrigin.cookiesConfig.cookies.items": { present: true } },
      must: "The behavior whitelist requires a list: set `cookies.items`.",
      source: `${API}/API_CachePolicyConfig.html`,
      accepts: [
        {
          name: "x",
          parametersInCacheKeyAndForwardedToOrigin: {
            cookiesConfig: { cookieBehavior: "whitelist", cookies: { items: ["x"] } },
            headersConfig: { headerBehavior: "none" },
            queryStringsConfig: { queryStringBehavior: "none" },
          },
        },
      ],
      rejects: [
        {
          name: "x",
          parametersInCacheKeyAndForwardedToOrigin: {
            cookiesConfig: { cookieBehavior: "whitelist" },
            headersConfig: { headerBehavior: "none" },
            queryStringsConfig: { queryStringBehavior: "none" },
          },
        },
      ],
    },
    "aws.cloudfront.cache-policy.no-listed-cookies": {
      type: POLICY,
      when: { "parametersInCacheKeyAndForwardedToOrigin.cookiesConfig.cookieBehavior": "none" },
      require: { "parametersInCacheKeyAndForwardedToOrigin.cookiesConfig.cookies.items": { present: false } },
      must: "The behavior none has no list: leave out `cookies`.",
      source: `${API}/API_CachePolicyConfig.html`,
      accepts: [
        {
          name: "x",
          parametersInCacheKeyAndForwardedToOrigin: {
            cookiesConfig: { cookieBehavior: "none" },
            headersConfig: { headerBehavior: "none" },
            queryStringsConfig: { queryStringBehavior: "none" },
          },
        },
      ],
      rejects: [
        {
          name: "x",
          parametersInCacheKeyAndForwardedToOrigin: {
            cookiesConfig: { cookieBehavior: "none", cookies: { items: ["x"] } },
            headersConfig: { headerBehavior: "none" },
            queryStringsConfig: { queryStringBehavior: "none" },
          },
        },
      ],
    },
    "aws.cloudfront.cache-policy.listed-headers": {
      type: POLICY,
      when: { "parametersInCacheKeyAndForwardedToOrigin.headersConfig.headerBehavior": "whitelist" },
      require: { "parametersInCacheKeyAndForwardedToOrigin.headersConfig.headers.items": { present: true } },
      must: "The behavior whitelist requires a list: set `headers.items`.",
      source: `${API}/API_CachePolicyConfig.html`,
      accepts: [
        {
          name: "x",
          parametersInCacheKeyAndForwardedToOrigin: {
            cookiesConfig: { cookieBehavior: "none" },
            headersConfig: { headerBehavior: "whitelist", headers: { items: ["x"] } },
            queryStringsConfig: { queryStringBehavior: "none" },
          },
        },
      ],
      rejects: [
        {
          name: "x",
          parametersInCacheKeyAndForwardedToOrigin: {
            cookiesConfig: { cookieBehavior: "none" },
            headersConfig: { headerBehavior: "whitelist" },
            queryStringsConfig: { queryStringBehavior: "none" },
          },
        },
      ],
    },
    "aws.cloudfront.cache-policy.no-listed-headers": {
      type: POLICY,
      when: { "parametersInCacheKeyAndForwardedToOrigin.headersConfig.headerBehavior": "none" },
      require: { "parametersInCacheKeyAndForwardedToOrigin.headersConfig.headers.items": { present: false } },
      must: "The behavior none has no list: leave out `headers`.",
      source: `${API}/API_CachePolicyConfig.html`,
      accepts: [
        {
          name: "x",
          parametersInCacheKeyAndForwardedToOrigin: {
            cookiesConfig: { cookieBehavior: "none" },
            headersConfig: { headerBehavior: "none" },
            queryStringsConfig: { queryStringBehavior: "none" },
          },
        },
      ],
      rejects: [
        {
          name: "x",
          parametersInCacheKeyAndForwardedToOrigin: {
            cookiesConfig: { cookieBehavior: "none" },
            headersConfig: { headerBehavior: "none", headers: { items: ["x"] } },
            queryStringsConfig: { queryStringBehavior: "none" },
          },
        },
      ],
    },
    "aws.cloudfront.cache-policy.listed-query-strings": {
      type: POLICY,
      when: { "parametersInCacheKeyAndForwardedToOrigin.queryStringsConfig.queryStringBehavior": "whitelist" },
      require: { "parametersInCacheKeyAndForwardedToOrigin.queryStringsConfig.queryStrings.items": { present: true } },
      must: "The behavior whitelist requires a list: set `queryStrings.items`.",
      source: `${API}/API_CachePolicyConfig.html`,
      accepts: [
        {
          name: "x",
          parametersInCacheKeyAndForwardedToOrigin: {
            cookiesConfig: { cookieBehavior: "none" },
            headersConfig: { headerBehavior: "none" },
            queryStringsConfig: { queryStringBehavior: "whitelist", queryStrings: { items: ["x"] } },
          },
        },
      ],
      rejects: [
        {
          name: "x",
          parametersInCacheKeyAndForwardedToOrigin: {
            cookiesConfig: { cookieBehavior: "none" },
            headersConfig: { headerBehavior: "none" },
            queryStringsConfig: { queryStringBehavior: "whitelist" },
          },
        },
      ],
    },
    "aws.cloudfront.cache-policy.no-listed-query-strings": {
      type: POLICY,
      when: { "parametersInCacheKeyAndForwardedToOrigin.queryStringsConfig.queryStringBehavior": "none" },
      require: { "parametersInCacheKeyAndForwardedToOrigin.queryStringsConfig.queryStrings.items": { present: false } },
      must: "The behavior none has no list: leave out `queryStrings`.",
      source: `${API}/API_CachePolicyConfig.html`,
      accepts: [
        {
          name: "x",
          parametersInCacheKeyAndForwardedToOrigin: {
            cookiesConfig: { cookieBehavior: "none" },
            headersConfig: { headerBehavior: "none" },
            queryStringsConfig: { queryStringBehavior: "none" },
          },
        },
      ],
      rejects: [
        {
          name: "x",
          parametersInCacheKeyAndForwardedToOrigin: {
            cookiesConfig: { cookieBehavior: "none" },
            headersConfig: { headerBehavior: "none" },
            queryStringsConfig: { queryStringBehavior: "none", queryStrings: { items: ["x"] } },
          },
        },
      ],
    },
    "aws.cloudfront.origin-request-policy.listed-cookies": {
      type: ORIGIN_REQUEST_POLICY,
      when: { "cookiesConfig.cookieBehavior": "whitelist" },
      require: { "cookiesConfig.cookies.items": { present: true } },
      must: "The behavior whitelist requires a list: set `cookies.items`.",
      source: `${API}/API_OriginRequestPolicyConfig.html`,
      accepts: [
        {
          name: "x",
          cookiesConfig: { cookieBehavior: "whitelist", cookies: { items: ["x"] } },
          headersConfig: { headerBehavior: "none" },
          queryStringsConfig: { queryStringBehavior: "none" },
        },
      ],
      rejects: [
        {
          name: "x",
          cookiesConfig: { cookieBehavior: "whitelist" },
          headersConfig: { headerBehavior: "none" },
          queryStringsConfig: { queryStringBehavior: "none" },
        },
      ],
    },
    "aws.cloudfront.origin-request-policy.no-listed-cookies": {
      type: ORIGIN_REQUEST_POLICY,
      when: { "cookiesConfig.cookieBehavior": "none" },
      require: { "cookiesConfig.cookies.items": { present: false } },
      must: "The behavior none has no list: leave out `cookies`.",
      source: `${API}/API_OriginRequestPolicyConfig.html`,
      accepts: [
        {
          name: "x",
          cookiesConfig: { cookieBehavior: "none" },
          headersConfig: { headerBehavior: "none" },
          queryStringsConfig: { queryStringBehavior: "none" },
        },
      ],
      rejects: [
        {
          name: "x",
          cookiesConfig: { cookieBehavior: "none", cookies: { items: ["x"] } },
          headersConfig: { headerBehavior: "none" },
          queryStringsConfig: { queryStringBehavior: "none" },
        },
      ],
    },
    "aws.cloudfront.origin-request-policy.listed-headers": {
      type: ORIGIN_REQUEST_POLICY,
      when: { "headersConfig.headerBehavior": "whitelist" },
      require: { "headersConfig.headers.items": { present: true } },
      must: "The behavior whitelist requires a list: set `headers.items`.",
      source: `${API}/API_OriginRequestPolicyConfig.html`,
      accepts: [
        {
          name: "x",
          cookiesConfig: { cookieBehavior: "none" },
          headersConfig: { headerBehavior: "whitelist", headers: { items: ["x"] } },
          queryStringsConfig: { queryStringBehavior: "none" },
        },
      ],
      rejects: [
        {
          name: "x",
          cookiesConfig: { cookieBehavior: "none" },
          headersConfig: { headerBehavior: "whitelist" },
          queryStringsConfig: { queryStringBehavior: "none" },
        },
      ],
    },
    "aws.cloudfront.origin-request-policy.no-listed-headers": {
      type: ORIGIN_REQUEST_POLICY,
      when: { "headersConfig.headerBehavior": "none" },
      require: { "headersConfig.headers.items": { present: false } },
      must: "The behavior none has no list: leave out `headers`.",
      source: `${API}/API_OriginRequestPolicyConfig.html`,
      accepts: [
        {
          name: "x",
          cookiesConfig: { cookieBehavior: "none" },
          headersConfig: { headerBehavior: "none" },
          queryStringsConfig: { queryStringBehavior: "none" },
        },
      ],
      rejects: [
        {
          name: "x",
          cookiesConfig: { cookieBehavior: "none" },
          headersConfig: { headerBehavior: "none", headers: { items: ["x"] } },
          queryStringsConfig: { queryStringBehavior: "none" },
        },
      ],
    },
    "aws.cloudfront.origin-request-policy.listed-query-strings": {
      type: ORIGIN_REQUEST_POLICY,
      when: { "queryStringsConfig.queryStringBehavior": "whitelist" },
      require: { "queryStringsConfig.queryStrings.items": { present: true } },
      must: "The behavior whitelist requires a list: set `queryStrings.items`.",
      source: `${API}/API_OriginRequestPolicyConfig.html`,
      accepts: [
        {
          name: "x",
          cookiesConfig: { cookieBehavior: "none" },
          headersConfig: { headerBehavior: "none" },
          queryStringsConfig: { queryStringBehavior: "whitelist", queryStrings: { items: ["x"] } },
        },
      ],
      rejects: [
        {
          name: "x",
          cookiesConfig: { cookieBehavior: "none" },
          headersConfig: { headerBehavior: "none" },
          queryStringsConfig: { queryStringBehavior: "whitelist" },
        },
      ],
    },
    "aws.cloudfront.origin-request-policy.no-listed-query-strings": {
      type: ORIGIN_REQUEST_POLICY,
      when: { "queryStringsConfig.queryStringBehavior": "none" },
      require: { "queryStringsConfig.queryStrings.items": { present: false } },
      must: "The behavior none has no list: leave out `queryStrings`.",
      source: `${API}/API_OriginRequestPolicyConfig.html`,
      accepts: [
        {
          name: "x",
          cookiesConfig: { cookieBehavior: "none" },
          headersConfig: { headerBehavior: "none" },
          queryStringsConfig: { queryStringBehavior: "none" },
        },
      ],
      rejects: [
        {
          name: "x",
          cookiesConfig: { cookieBehavior: "none" },
          headersConfig: { headerBehavior: "none" },
          queryStringsConfig: { queryStringBehavior: "none", queryStrings: { items: ["x"] } },
        },
      ],
    },
    "aws.cloudfront.cache-policy.nothing-cached": {
      type: POLICY,
      when: { maxTtl: 0 },
      require: {
        "parametersInCacheKeyAndForwardedToOrigin.cookiesConfig.cookieBehavior": "none",
        "parametersInCacheKeyAndForwardedToOrigin.headersConfig.headerBehavior": "none",
        "parametersInCacheKeyAndForwardedToOrigin.queryStringsConfig.queryStringBehavior": "none",
        "parametersInCacheKeyAndForwardedToOrigin.enableAcceptEncodingGzip": false,
        "parametersInCacheKeyAndForwardedToOrigin.enableAcceptEncodingBrotli": false,
      },
      must: "A policy that caches nothing has no keys and no compression: forward with an origin request policy.",
      source: `${API}/API_ParametersInCacheKeyAndForwardedToOrigin.html`,
      accepts: [policy({ minTtl: 0, defaultTtl: 0, maxTtl: 0 })],
      rejects: [
        {
          name: "x",
          minTtl: 0,
          defaultTtl: 0,
          maxTtl: 0,
          parametersInCacheKeyAndForwardedToOrigin: {
            enableAcceptEncodingGzip: true,
            cookiesConfig: { cookieBehavior: "none" },
            headersConfig: { headerBehavior: "none" },
            queryStringsConfig: { queryStringBehavior: "none" },
          },
        },
      ],
    },
    "aws.cloudfront.response-headers-policy.credentials": {
      type: RESPONSE_HEADERS_POLICY,
      when: { "corsConfig.accessControlAllowCredentials": true },
      require: {
        "corsConfig.accessControlAllowHeaders.items": { every: { not: "*" } },
        "corsConfig.accessControlAllowMethods.items": { every: { not: "ALL" } },
      },
      must: "With credentials, headers and methods are named one by one, without an asterisk.",
      source: `${API}/API_ResponseHeadersPolicyCorsConfig.html`,
      accepts: [
        {
          name: "x",
          corsConfig: {
            accessControlAllowCredentials: true,
            originOverride: true,
            accessControlAllowHeaders: { items: ["x-a"] },
            accessControlAllowMethods: { items: ["GET"] },
            accessControlAllowOrigins: { items: ["https://example.com"] },
          },
        },
      ],
      rejects: [
        {
          name: "x",
          corsConfig: {
            accessControlAllowCredentials: true,
            originOverride: true,
            accessControlAllowHeaders: { items: ["*"] },
            accessControlAllowMethods: { items: ["GET"] },
            accessControlAllowOrigins: { items: ["https://example.com"] },
          },
        },
      ],
      level: "advisory",
    },
    "aws.cloudfront.response-headers-policy.report": {
      type: RESPONSE_HEADERS_POLICY,
      when: { "securityHeadersConfig.xssProtection.modeBlock": true },
      require: { "securityHeadersConfig.xssProtection.reportUri": { present: false } },
      must: "A page that is blocked is not reported: leave out `reportUri`.",
      source: `${API}/API_ResponseHeadersPolicyXSSProtection.html`,
      accepts: [
        { name: "x", securityHeadersConfig: { xssProtection: { modeBlock: true, protection: true, override: true } } },
      ],
      rejects: [
        {
          name: "x",
          securityHeadersConfig: {
            xssProtection: { modeBlock: true, protection: true, override: true, reportUri: "https://example.com" },
          },
        },
      ],
    },
    "aws.cloudfront.realtime-log-config.sampling": {
      type: REALTIME_LOG_CONFIG,
      require: { samplingRate: { min: 1, max: 100 }, "endpoint.streamType": "Kinesis" },
      must: "Logs of 1 to 100 percent of the requests go to a stream of the type Kinesis.",
      source: `${API}/API_RealtimeLogConfig.html`,
      accepts: [
        {
          name: "x",
          samplingRate: 50,
          fields: ["timestamp"],
          endpoint: { streamType: "Kinesis", kinesisStreamConfig: { roleArn: "x", streamArn: "x" } },
        },
      ],
      rejects: [
        {
          name: "x",
          samplingRate: 0,
          fields: ["timestamp"],
          endpoint: { streamType: "Kinesis", kinesisStreamConfig: { roleArn: "x", streamArn: "x" } },
        },
      ],
    },
    "aws.cloudfront.distribution.http-version": {
      type: CLOUDFRONT_DISTRIBUTION,
      require: { httpVersion: ["http1.1", "http2", "http2and3", "http3"] },
      must: '`httpVersion` must be "http1.1", "http2", "http2and3" or "http3".',
      source: "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html",
      accepts: [{ ...website, httpVersion: "http1.1" }],
      rejects: [{ ...website, httpVersion: "HTTP/2" }],
    },
    "aws.cloudfront.distribution.price-class": {
      type: CLOUDFRONT_DISTRIBUTION,
      require: { priceClass: ["PriceClass_All", "PriceClass_100", "PriceClass_200", "None"] },
      must: '`priceClass` must be "PriceClass_All", "PriceClass_100", "PriceClass_200" or "None".',
      source: "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html",
      accepts: [{ ...website, priceClass: "PriceClass_All" }],
      rejects: [{ ...website, priceClass: "PriceClass_300" }],
    },
    "aws.cloudfront.distribution.viewer-protocol": {
      type: CLOUDFRONT_DISTRIBUTION,
      require: { "defaultCacheBehavior.viewerProtocolPolicy": ["redirect-to-https", "https-only", "allow-all"] },
      must: '`viewerProtocolPolicy` must be "redirect-to-https", "https-only" or "allow-all".',
      source: "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DefaultCacheBehavior.html",
      accepts: [website],
      rejects: [
        { ...website, defaultCacheBehavior: { ...webBehavior, viewerProtocolPolicy: "redirect-http-to-https" } },
      ],
    },
    "aws.cloudfront.distribution.origin-protocol": {
      type: CLOUDFRONT_DISTRIBUTION,
      each: "origins",
      require: {
        "customOriginConfig.originProtocolPolicy": ["http-only", "match-viewer", "https-only"],
        "customOriginConfig.originSslProtocols": { every: ["SSLv3", "TLSv1", "TLSv1.1", "TLSv1.2"] },
      },
      must: "An origin is reached with http-only, match-viewer or https-only, and with SSLv3, TLSv1, TLSv1.1 or TLSv1.2.",
      source: "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CustomOriginConfig.html",
      accepts: [website],
      rejects: [
        {
          ...website,
          origins: [{ ...webOrigin, customOriginConfig: { ...httpsOnly, originProtocolPolicy: "https" } }],
        },
        {
          ...website,
          origins: [{ ...webOrigin, customOriginConfig: { ...httpsOnly, originSslProtocols: ["TLSv1.3"] } }],
        },
      ],
    },
    "aws.cloudfront.distribution.comment": {
      type: CLOUDFRONT_DISTRIBUTION,
      require: { comment: { maxLength: 128 } },
      must: "The comment has at most 128 characters.",
      source: "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html",
      accepts: [{ ...website, comment: "orders" }],
      rejects: [
        {
          ...website,
          comment:
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        },
      ],
    },
    "aws.cloudfront.distribution.failover-codes": {
      type: CLOUDFRONT_DISTRIBUTION,
      each: "originGroups",
      require: { "failoverCriteria.statusCodes": { every: [400, 403, 404, 416, 429, 500, 502, 503, 504] } },
      must: "A failover is for the codes 400, 403, 404, 416, 429, 500, 502, 503 and 504.",
      source: "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginGroupFailoverCriteria.html",
      accepts: [
        {
          ...website,
          origins: [webOrigin, { ...webOrigin, originId: "b" }],
          originGroups: [
            {
              originId: "g",
              failoverCriteria: { statusCodes: [500, 502] },
              members: [{ originId: "a" }, { originId: "b" }],
            },
          ],
        },
      ],
      rejects: [
        {
          ...website,
          origins: [webOrigin, { ...webOrigin, originId: "b" }],
          originGroups: [
            {
              originId: "g",
              failoverCriteria: { statusCodes: [500, 501] },
              members: [{ originId: "a" }, { originId: "b" }],
            },
          ],
        },
      ],
    },
    "aws.cloudfront.distribution.origin-header": {
      type: CLOUDFRONT_DISTRIBUTION,
      each: "origins.customHeaders",
      require: {
        name: {
          not: {
            matches:
              /^(?:cache-control|connection|content-length|cookie|host|if-(?:match|modified-since|none-match|range|unmodified-since)|max-forwards|pragma|proxy-(?:authenticate|authorization|connection)|range|request-range|te|trailer|transfer-encoding|upgrade|via|x-real-ip|x-amz-.*|x-edge-.*)$/i,
          },
        },
      },
      must: "CloudFront sets this header itself: choose another name for the origin's header.",
      source: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/add-origin-custom-headers.html",
      accepts: [
        { ...website, origins: [{ ...webOrigin, customHeaders: [{ name: "X-Origin-Verify", value: "a" }] }] },
        // So that servers allow CORS whatever the viewer sends.
        { ...website, origins: [{ ...webOrigin, customHeaders: [{ name: "Origin", value: "https://shop.io" }] }] },
        { ...website, origins: [{ ...webOrigin, customHeaders: [{ name: "Proxy-Tenant", value: "a" }] }] },
      ],
      rejects: [
        { ...website, origins: [{ ...webOrigin, customHeaders: [{ name: "Host", value: "a" }] }] },
        { ...website, origins: [{ ...webOrigin, customHeaders: [{ name: "X-Amz-Orders", value: "a" }] }] },
      ],
    },
    "aws.cloudfront.distribution.tls-version": {
      type: CLOUDFRONT_DISTRIBUTION,
      require: {
        "viewerCertificate.minimumProtocolVersion": [
          "SSLv3",
          "TLSv1",
          "TLSv1_2016",
          "TLSv1.1_2016",
          "TLSv1.2_2018",
          "TLSv1.2_2019",
          "TLSv1.2_2021",
          "TLSv1.2_2025",
          "TLSv1.3_2025",
        ],
      },
      must: "The least version must be one that CloudFront has, such as TLSv1.2_2021.",
      source: "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ViewerCertificate.html",
      accepts: [
        {
          ...website,
          viewerCertificate: {
            acmCertificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/x",
            sslSupportMethod: "sni-only",
            minimumProtocolVersion: "TLSv1.2_2021",
          },
        },
      ],
      rejects: [
        {
          ...website,
          viewerCertificate: {
            acmCertificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/x",
            sslSupportMethod: "sni-only",
            minimumProtocolVersion: "TLSv1.2",
          },
        },
      ],
    },
    "aws.cloudfront.cache-policy.comment": {
      type: POLICY,
      require: { comment: { maxLength: 128 } },
      must: "The comment has at most 128 characters.",
      source: "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CachePolicyConfig.html",
      accepts: [{ comment: "orders" }],
      rejects: [
        {
          comment:
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        },
      ],
    },
    "aws.cloudfront.origin-request-policy.comment": {
      type: ORIGIN_REQUEST_POLICY,
      require: { comment: { maxLength: 128 } },
      must: "The comment has at most 128 characters.",
      source: "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginRequestPolicyConfig.html",
      accepts: [{ comment: "orders" }],
      rejects: [
        {
          comment:
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        },
      ],
    },
    "aws.cloudfront.response-headers-policy.comment": {
      type: RESPONSE_HEADERS_POLICY,
      require: { comment: { maxLength: 128 } },
      must: "The comment has at most 128 characters.",
      source: "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ResponseHeadersPolicyConfig.html",
      accepts: [{ comment: "orders" }],
      rejects: [
        {
          comment:
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        },
      ],
    },
    "aws.cloudfront.function.comment": {
      type: FUNCTION,
      require: { comment: { maxLength: 128 } },
      must: "The comment has at most 128 characters.",
      source: "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_FunctionConfig.html",
      accepts: [{ comment: "orders" }],
      rejects: [
        {
          comment:
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        },
      ],
    },
    "aws.cloudfront.function.code-size": {
      type: FUNCTION,
      require: { code: { maxLength: 10240 } },
      must: "A function has at most 10 KB of code.",
      source: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html",
      accepts: [{ runtime: "cloudfront-js-2.0", code: "function handler(e){return e.request}" }],
      rejects: [
        {
          runtime: "cloudfront-js-2.0",
          code: "a".repeat(10241),
        },
      ],
    },
    "aws.cloudfront.function.runtime": {
      type: FUNCTION,
      require: { runtime: ["cloudfront-js-1.0", "cloudfront-js-2.0"] },
      must: "The runtime is cloudfront-js-2.0 or cloudfront-js-1.0.",
      source: "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_FunctionConfig.html",
      accepts: [{ code: "x", runtime: "cloudfront-js-2.0" }],
      rejects: [{ code: "x", runtime: "nodejs22.x" }],
    },
    "aws.cloudfront.origin-access-control.protocol": {
      type: ORIGIN_ACCESS_CONTROL,
      require: { signingProtocol: ["sigv4", "sigv4a"] },
      must: '`signingProtocol` must be "sigv4" or "sigv4a".',
      source: "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginAccessControlConfig.html",
      accepts: [
        { originAccessControlOriginType: "s3", signingBehavior: "always", signingProtocol: "sigv4" },
        { originAccessControlOriginType: "s3", signingBehavior: "always", signingProtocol: "sigv4a" },
      ],
      rejects: [{ originAccessControlOriginType: "s3", signingBehavior: "always", signingProtocol: "sigv2" }],
    },
    "aws.cloudfront.response-headers-policy.referrer": {
      type: RESPONSE_HEADERS_POLICY,
      require: {
        "securityHeadersConfig.referrerPolicy.referrerPolicy": [
          "no-referrer",
          "no-referrer-when-downgrade",
          "origin",
          "origin-when-cross-origin",
          "same-origin",
          "strict-origin",
          "strict-origin-when-cross-origin",
          "unsafe-url",
        ],
      },
      must: "The policy must be one that browsers know, such as same-origin.",
      source: "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ResponseHeadersPolicyReferrerPolicy.html",
      accepts: [{ securityHeadersConfig: { referrerPolicy: { override: true, referrerPolicy: "no-referrer" } } }],
      rejects: [{ securityHeadersConfig: { referrerPolicy: { override: true, referrerPolicy: "none" } } }],
    },
    "aws.cloudfront.response-headers-policy.custom-header": {
      type: RESPONSE_HEADERS_POLICY,
      each: "customHeadersConfig.items",
      require: {
        header: {
          not: {
            matches:
              /^(?:connection|content-encoding|content-length|expect|host|keep-alive|proxy-.*|trailer|transfer-encoding|upgrade|via|warning|x-accel-.*|x-amz-cf-.*|x-cache.*|x-edge-.*|x-forwarded-proto|x-real-ip|strict-transport-security|content-security-policy|x-content-type-options|x-frame-options|x-xss-protection|referrer-policy|access-control-.*)$/i,
          },
        },
      },
      must: "This header is not a custom one: security and CORS headers have settings of their own, and CloudFront sets others itself.",
      source:
        "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html",
      level: "advisory",
      accepts: [
        { customHeadersConfig: { items: [{ header: "Permissions-Policy", value: "camera=()", override: true }] } },
      ],
      rejects: [
        {
          customHeadersConfig: { items: [{ header: "Strict-Transport-Security", value: "max-age=1", override: true }] },
        },
      ],
    },
    "aws.cloudfront.distribution.scope-of-acl": {
      type: CLOUDFRONT_DISTRIBUTION,
      refers: { webAclId: "aws:wafv2/webAcl:WebAcl" },
      require: { "webAclId->scope": "CLOUDFRONT" },
      must: "A distribution has a web ACL of the scope CLOUDFRONT.",
      source: "https://docs.aws.amazon.com/waf/latest/developerguide/cloudfront-features.html",
      accepts: [distribution({ webAclId: { scope: "CLOUDFRONT" } })],
      rejects: [distribution({ webAclId: { scope: "REGIONAL" } })],
    },
    "aws.cloudfront.distribution.ordered-cached-methods": {
      type: CLOUDFRONT_DISTRIBUTION,
      each: "orderedCacheBehaviors",
      require: { cachedMethods: { minItems: 2, contains: "GET", every: ["GET", "HEAD", "OPTIONS"] } },
      must: "A behavior caches at least GET and HEAD, and only these and OPTIONS.",
      source: `${API}/API_CachedMethods.html`,
      accepts: [distribution({ orderedCacheBehaviors: [{ ...behavior, pathPattern: "/a/*" }] })],
      rejects: [
        distribution({ orderedCacheBehaviors: [{ ...behavior, pathPattern: "/a/*", cachedMethods: ["GET"] }] }),
        distribution({
          orderedCacheBehaviors: [{ ...behavior, pathPattern: "/a/*", cachedMethods: ["GET", "HEAD", "POST"] }],
        }),
      ],
    },
    "aws.cloudfront.distribution.country-codes": {
      type: CLOUDFRONT_DISTRIBUTION,
      require: { "restrictions.geoRestriction.locations": { every: { matches: /^[A-Za-z]{2}$/ } } },
      must: 'Countries are named by codes of two letters, such as "DE".',
      source: `${API}/API_GeoRestriction.html`,
      accepts: [geoRestricted("DE", "US")],
      rejects: [geoRestricted("DE", "USA"), geoRestricted("Germany")],
    },
    "aws.cloudfront.distribution.error-page-path": {
      type: CLOUDFRONT_DISTRIBUTION,
      each: "customErrorResponses",
      require: { responsePagePath: { startsWith: "/" } },
      must: "The path of an error page begins with a slash.",
      source: `${API}/API_CustomErrorResponse.html`,
      level: "advisory",
      accepts: [errorPage("/index.html")],
      rejects: [errorPage("index.html")],
    },
    "aws.cloudfront.distribution.viewer-functions": {
      type: CLOUDFRONT_DISTRIBUTION,
      when: { "defaultCacheBehavior.functionAssociations": { present: true } },
      require: { "defaultCacheBehavior.lambdaFunctionAssociations": NO_VIEWER_EVENT },
      must: "A behavior has CloudFront functions or Lambda functions for the events of viewers, not both.",
      source: EDGE_FUNCTIONS,
      accepts: [distribution({ defaultCacheBehavior: edgeBehavior("origin-request") })],
      rejects: [
        distribution({ defaultCacheBehavior: edgeBehavior("viewer-response") }),
        distribution({ defaultCacheBehavior: edgeBehavior("viewer-request") }),
      ],
    },
    "aws.cloudfront.distribution.ordered-viewer-functions": {
      type: CLOUDFRONT_DISTRIBUTION,
      each: "orderedCacheBehaviors",
      where: { functionAssociations: { present: true } },
      require: { lambdaFunctionAssociations: NO_VIEWER_EVENT },
      must: "A behavior has CloudFront functions or Lambda functions for the events of viewers, not both.",
      source: EDGE_FUNCTIONS,
      accepts: [distribution({ orderedCacheBehaviors: [{ ...edgeBehavior("origin-request"), pathPattern: "/a/*" }] })],
      rejects: [distribution({ orderedCacheBehaviors: [{ ...edgeBehavior("viewer-response"), pathPattern: "/a/*" }] })],
    },
    "aws.cloudfront.distribution.ordered-function-event-kind": {
      type: CLOUDFRONT_DISTRIBUTION,
      each: "orderedCacheBehaviors.functionAssociations",
      require: { eventType: ["viewer-request", "viewer-response"] },
      must: "CloudFront functions must be for viewer requests and viewer responses.",
      source: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-functions-choosing.html",
      accepts: [distribution({ orderedCacheBehaviors: [{ ...edgeBehavior("origin-request"), pathPattern: "/a/*" }] })],
      rejects: [
        distribution({
          orderedCacheBehaviors: [
            {
              ...behavior,
              pathPattern: "/a/*",
              functionAssociations: [{ eventType: "origin-request", functionArn: "x" }],
            },
          ],
        }),
      ],
    },
    "aws.cloudfront.distribution.group-methods": {
      type: CLOUDFRONT_DISTRIBUTION,
      when: {
        originGroups: { present: true, some: { originId: { sameAs: "/defaultCacheBehavior.targetOriginId" } } },
      },
      require: { "defaultCacheBehavior.allowedMethods": { every: ["GET", "HEAD", "OPTIONS"] } },
      must: "A behavior with a group of origins allows only GET, HEAD and OPTIONS: send other methods to one origin, with a behavior of their own.",
      awsError:
        "The parameter AllowedMethods cannot include POST, PUT, PATCH, or DELETE for a cached behavior associated with an origin group",
      source: ORIGIN_FAILOVER,
      accepts: [
        grouped({ defaultCacheBehavior: { ...behavior, targetOriginId: "both" } }),
        grouped({ defaultCacheBehavior: { ...behavior, allowedMethods: ALL_METHODS } }),
      ],
      rejects: [
        grouped({ defaultCacheBehavior: { ...behavior, targetOriginId: "both", allowedMethods: ALL_METHODS } }),
      ],
    },
    "aws.cloudfront.distribution.ordered-group-methods": {
      type: CLOUDFRONT_DISTRIBUTION,
      each: "orderedCacheBehaviors",
      where: { "/originGroups": { present: true, some: { originId: { sameAs: "../targetOriginId" } } } },
      require: { allowedMethods: { every: ["GET", "HEAD", "OPTIONS"] } },
      must: "A behavior with a group of origins allows only GET, HEAD and OPTIONS: send other methods to one origin, with a behavior of their own.",
      awsError:
        "The parameter AllowedMethods cannot include POST, PUT, PATCH, or DELETE for a cached behavior associated with an origin group",
      source: ORIGIN_FAILOVER,
      accepts: [
        grouped({ orderedCacheBehaviors: [{ ...behavior, targetOriginId: "both", pathPattern: "/a/*" }] }),
        grouped({ orderedCacheBehaviors: [{ ...behavior, allowedMethods: ALL_METHODS, pathPattern: "/a/*" }] }),
      ],
      rejects: [
        grouped({
          orderedCacheBehaviors: [
            { ...behavior, targetOriginId: "both", allowedMethods: ALL_METHODS, pathPattern: "/a/*" },
          ],
        }),
      ],
    },
    "aws.cloudfront.distribution.completion-timeout": {
      type: CLOUDFRONT_DISTRIBUTION,
      each: "origins",
      where: { responseCompletionTimeout: { min: 1 } },
      require: { responseCompletionTimeout: { min: { property: "customOriginConfig.originReadTimeout" } } },
      must: "A complete response takes at least as long as `originReadTimeout` allows for its beginning.",
      source: `${API}/API_Origin.html`,
      accepts: [completedIn(60), completedIn(45), completedIn(0)],
      rejects: [completedIn(30)],
    },
    "aws.cloudfront.origin-access-control.both-headers": {
      type: ORIGIN_ACCESS_CONTROL,
      when: { signingBehavior: "always-amz-auth" },
      require: { originAccessControlOriginType: "lambda" },
      must: 'Only origins of the type "lambda" have the signing behavior "always-amz-auth".',
      source: `${API}/API_OriginAccessControlConfig.html`,
      accepts: [
        { originAccessControlOriginType: "lambda", signingBehavior: "always-amz-auth", signingProtocol: "sigv4" },
        { originAccessControlOriginType: "s3", signingBehavior: "always", signingProtocol: "sigv4" },
      ],
      rejects: [{ originAccessControlOriginType: "s3", signingBehavior: "always-amz-auth", signingProtocol: "sigv4" }],
    },
    "aws.cloudfront.cache-policy.ttl-order": {
      type: POLICY,
      // The provider sends these.
      defaults: { minTtl: 0, defaultTtl: 86400, maxTtl: 31536000 },
      require: { defaultTtl: { min: { property: "minTtl" }, max: { property: "maxTtl" } } },
      must: "The times to live must be in order: the minimum (0 where it is not set), the default (86400), the maximum (31536000).",
      awsError: "MinTTL, MaxTTL and DefaultTTL should follow order MinTTL less than or equal to DefaultTTL",
      source: `${API}/API_CachePolicyConfig.html`,
      accepts: [policy({}), policy({ minTtl: 1, defaultTtl: 60, maxTtl: 600 }), policy({ defaultTtl: 60, maxTtl: 60 })],
      rejects: [
        policy({ minTtl: 100, defaultTtl: 60, maxTtl: 600 }),
        policy({ maxTtl: 3600 }),
        policy({ minTtl: 604800 }),
      ],
    },
    "aws.cloudfront.distribution.alias-names": {
      type: CLOUDFRONT_DISTRIBUTION,
      require: { aliases: { every: { not: { matches: /[/:\s]/ } } } },
      must: "An alias is a domain name, without a protocol, port or path.",
      source: `${API}/API_Aliases.html`,
      accepts: [aliased("www.example.com"), aliased("*.example.com")],
      rejects: [aliased("https://www.example.com"), aliased("www.example.com/shop")],
    },
    "aws.cloudfront.origin-request-policy.reserved-headers": {
      type: ORIGIN_REQUEST_POLICY,
      when: { "headersConfig.headerBehavior": ["whitelist", "allViewerAndWhitelistCloudFront"] },
      require: {
        "headersConfig.headers.items": { every: { not: { matches: /^(?:authorization|accept-encoding)$/i } } },
      },
      must: "CloudFront sends this header with a cache policy that has it, or with all headers of the viewer: set it in the cache policy.",
      source: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/add-origin-custom-headers.html",
      accepts: [sending("X-Tenant"), sending("X-Shop-Authorization")],
      rejects: [sending("X-Tenant", "Authorization"), sending("accept-encoding")],
    },
  },
} satisfies ServiceConstraints;
