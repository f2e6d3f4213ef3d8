import type { ControlCase } from "./case";

const DISTRIBUTION = "aws:cloudfront/distribution:Distribution";
const behavior = {
  targetOriginId: "files",
  viewerProtocolPolicy: "redirect-to-https",
  allowedMethods: ["GET"],
  cachedMethods: ["GET"],
};
const files = { originId: "files", domainName: "files.s3.us-east-1.amazonaws.com" };
const api = {
  originId: "files",
  domainName: "api.example.com",
  customOriginConfig: {
    httpPort: 80,
    httpsPort: 443,
    originProtocolPolicy: "https-only",
    originSslProtocols: ["TLSv1.2"],
  },
};
const base = { enabled: true, origins: [files], defaultCacheBehavior: behavior };
const certificate = {
  acmCertificateArn: "arn:aws:acm:us-east-1:464738291005:certificate/0a1b",
  minimumProtocolVersion: "TLSv1.2_2021",
};

export default [
  {
    control: "CloudFront.1",
    rule: "cloudfront-default-root-object",
    type: DISTRIBUTION,
    violating: base,
    compliant: { ...base, defaultRootObject: "index.html" },
  },
  {
    control: "CloudFront.1",
    rule: "cloudfront-default-root-object",
    type: DISTRIBUTION,
    violating: base,
    compliant: { ...base, origins: [api] },
    about: "an origin that is not a bucket",
  },
  {
    control: "CloudFront.3",
    rule: "cloudfront-tls",
    type: DISTRIBUTION,
    violating: { ...base, defaultCacheBehavior: { ...behavior, viewerProtocolPolicy: "allow-all" } },
    compliant: base,
  },
  {
    control: "CloudFront.4",
    rule: "cloudfront-origin-failover",
    type: DISTRIBUTION,
    violating: base,
    compliant: {
      ...base,
      originGroups: [
        {
          originId: "both",
          failoverCriteria: { statusCodes: [503] },
          members: [{ originId: "files" }, { originId: "copy" }],
        },
      ],
    },
  },
  {
    control: "CloudFront.5",
    rule: "cloudfront-access-logging",
    type: DISTRIBUTION,
    violating: base,
    compliant: { ...base, loggingConfig: { bucket: "logs.s3.amazonaws.com" } },
  },
  {
    control: "CloudFront.5",
    rule: "cloudfront-access-logging",
    type: DISTRIBUTION,
    violating: base,
    compliant: base,
    othersOfCompliant: [
      {
        type: "aws:cloudwatch/logDeliverySource:LogDeliverySource",
        name: "source",
        inputs: { name: "source", logType: "ACCESS_LOGS", resourceArn: "${it.arn}" },
      },
    ],
    about: "logs by CloudWatch",
  },
  {
    control: "CloudFront.7",
    rule: "cloudfront-custom-certificate",
    type: DISTRIBUTION,
    violating: { ...base, viewerCertificate: { cloudfrontDefaultCertificate: true } },
    compliant: { ...base, viewerCertificate: { ...certificate, sslSupportMethod: "sni-only" } },
  },
  {
    control: "CloudFront.8",
    rule: "cloudfront-sni",
    type: DISTRIBUTION,
    violating: { ...base, viewerCertificate: { ...certificate, sslSupportMethod: "vip" } },
    compliant: { ...base, viewerCertificate: { ...certificate, sslSupportMethod: "sni-only" } },
  },
  {
    control: "CloudFront.9",
    rule: "cloudfront-tls",
    type: DISTRIBUTION,
    violating: {
      ...base,
      origins: [{ ...api, customOriginConfig: { ...api.customOriginConfig, originProtocolPolicy: "match-viewer" } }],
      defaultCacheBehavior: { ...behavior, viewerProtocolPolicy: "allow-all" },
    },
    compliant: { ...base, origins: [api] },
  },
  {
    control: "CloudFront.10",
    rule: "cloudfront-tls",
    type: DISTRIBUTION,
    violating: {
      ...base,
      origins: [{ ...api, customOriginConfig: { ...api.customOriginConfig, originSslProtocols: ["SSLv3"] } }],
    },
    compliant: { ...base, origins: [api] },
  },
  {
    control: "CloudFront.13",
    rule: "cloudfront-origin-access-control",
    type: DISTRIBUTION,
    violating: base,
    compliant: { ...base, origins: [{ ...files, originAccessControlId: "E1A2" }] },
  },
  {
    control: "CloudFront.13",
    rule: "cloudfront-origin-access-control",
    type: DISTRIBUTION,
    violating: {
      ...base,
      origins: [{ ...files, s3OriginConfig: { originAccessIdentity: "origin-access-identity/cloudfront/E1" } }],
    },
    compliant: { ...base, origins: [api] },
  },
  {
    control: "CloudFront.15",
    rule: "cloudfront-tls",
    type: DISTRIBUTION,
    violating: {
      ...base,
      viewerCertificate: { ...certificate, sslSupportMethod: "sni-only", minimumProtocolVersion: "TLSv1" },
    },
    compliant: { ...base, viewerCertificate: { ...certificate, sslSupportMethod: "sni-only" } },
  },
  {
    control: "CloudFront.16",
    rule: "cloudfront-origin-access-control",
    type: DISTRIBUTION,
    violating: { ...base, origins: [{ ...api, domainName: "a1b2.lambda-url.us-east-1.on.aws" }] },
    compliant: {
      ...base,
      origins: [{ ...api, domainName: "a1b2.lambda-url.us-east-1.on.aws", originAccessControlId: "E1A2" }],
    },
  },
  {
    control: "CloudFront.17",
    rule: "cloudfront-trusted-key-groups",
    type: DISTRIBUTION,
    violating: { ...base, orderedCacheBehaviors: [{ ...behavior, pathPattern: "/a", trustedSigners: ["self"] }] },
    compliant: { ...base, orderedCacheBehaviors: [{ ...behavior, pathPattern: "/a", trustedKeyGroups: ["k1"] }] },
  },
] satisfies ControlCase[];
