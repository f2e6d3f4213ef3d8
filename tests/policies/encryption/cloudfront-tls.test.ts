import rule from "../../../policies/encryption/cloudfront-tls";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const CERTIFICATE = "arn:aws:acm:us-east-1:464738291005:certificate/1";
const site = (inputs: Record<string, Input> = {}): BuiltResource =>
  resource("aws:cloudfront/distribution:Distribution", "site", {
    enabled: true,
    defaultCacheBehavior: { targetOriginId: "api", viewerProtocolPolicy: "redirect-to-https" },
    viewerCertificate: { cloudfrontDefaultCertificate: true },
    ...inputs,
  });
const origin = (originProtocolPolicy: Input, originSslProtocols: Input): Input => [
  { originId: "api", domainName: "api.shop.io", customOriginConfig: { originProtocolPolicy, originSslProtocols } },
];

ruleTest(rule, {
  valid: [
    { name: "CloudFront's own certificate", stack: [site()] },
    {
      name: "newer policies",
      stack: [
        site({ viewerCertificate: { acmCertificateArn: CERTIFICATE, minimumProtocolVersion: "TLSv1.3_2025" } }),
        site({ viewerCertificate: { iamCertificateId: "1", minimumProtocolVersion: "TLSv1.2_2018" } }),
      ],
    },
    { name: "TLS 1.2 to the origin", stack: [site({ origins: origin("https-only", ["TLSv1.2"]) })] },
    { name: "a website of S3 as origin", stack: [site({ origins: origin("http-only", ["TLSv1", "TLSv1.2"]) })] },
    { name: "a bucket as origin", stack: [site({ origins: [{ originId: "b", domainName: "b.s3.amazonaws.com" }] })] },
    {
      name: "settings that are not known yet",
      stack: [site({ origins: unknown, orderedCacheBehaviors: unknown, viewerCertificate: unknown })],
      shape: "preview",
    },
    { name: "protocols that are not known yet", stack: [site({ origins: origin("https-only", [unknown]) })] },
  ],
  invalid: [
    {
      name: "plain HTTP",
      stack: [
        site({
          defaultCacheBehavior: { targetOriginId: "api", viewerProtocolPolicy: "allow-all" },
          orderedCacheBehaviors: [
            { pathPattern: "/a", viewerProtocolPolicy: "https-only" },
            { pathPattern: "/b", viewerProtocolPolicy: "allow-all" },
          ],
        }),
      ],
      findings: [
        { resource: "site", path: "defaultCacheBehavior.viewerProtocolPolicy" },
        { resource: "site", path: "orderedCacheBehaviors[1].viewerProtocolPolicy" },
      ],
      fixed: {
        site: {
          defaultCacheBehavior: { targetOriginId: "api", viewerProtocolPolicy: "redirect-to-https" },
          orderedCacheBehaviors: [
            { pathPattern: "/a", viewerProtocolPolicy: "https-only" },
            { pathPattern: "/b", viewerProtocolPolicy: "redirect-to-https" },
          ],
        },
      },
    },
    {
      name: "an old policy for a certificate that is served by name",
      stack: [
        site({
          viewerCertificate: [
            { acmCertificateArn: CERTIFICATE, sslSupportMethod: "sni-only", minimumProtocolVersion: "TLSv1" },
          ],
        }),
      ],
      findings: [{ resource: "site", path: "viewerCertificate[0].minimumProtocolVersion" }],
      fixed: {
        site: {
          viewerCertificate: [
            { acmCertificateArn: CERTIFICATE, sslSupportMethod: "sni-only", minimumProtocolVersion: "TLSv1.2_2021" },
          ],
        },
      },
    },
    {
      name: "an old policy",
      stack: [site({ viewerCertificate: { acmCertificateArn: CERTIFICATE, minimumProtocolVersion: "TLSv1.1_2016" } })],
      findings: [
        { resource: "site", path: "viewerCertificate.minimumProtocolVersion", stays: true, message: /TLSv1\.1_2016/ },
      ],
    },
    {
      name: "no policy",
      stack: [site({ viewerCertificate: { acmCertificateArn: CERTIFICATE } })],
      findings: [
        {
          resource: "site",
          path: "viewerCertificate.minimumProtocolVersion",
          stays: true,
          message: /the default is "TLSv1"/,
        },
      ],
    },
    {
      name: "old versions to the origin",
      stack: [site({ origins: origin("match-viewer", ["SSLv3", "TLSv1.1", "TLSv1.2"]) })],
      findings: [
        {
          resource: "site",
          path: "origins[0].customOriginConfig.originSslProtocols",
          stays: true,
          message: /"SSLv3", "TLSv1\.1" with/,
        },
      ],
    },
  ],
  undecided: [
    {
      name: "policies that are not known yet",
      stack: [
        site({
          defaultCacheBehavior: { viewerProtocolPolicy: unknown },
          viewerCertificate: { acmCertificateArn: CERTIFICATE, minimumProtocolVersion: unknown },
        }),
      ],
      at: ["site.defaultCacheBehavior.viewerProtocolPolicy", "site.viewerCertificate.minimumProtocolVersion"],
    },
  ],
});
