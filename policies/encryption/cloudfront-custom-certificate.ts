import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "cloudfront-custom-certificate",
  category: "encryption",
  description: "Distributions must use a certificate of their own",
  severity: "low",
  level: "only-if-required",
  why: "With a certificate of its own, a distribution has your domain and a choice of TLS versions.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html"],
  requirement: {
    types: ["aws:cloudfront/distribution:Distribution"],
    property: "viewerCertificate.acmCertificateArn",
    must: { isSet: true },
    orElse: [{ property: "viewerCertificate.iamCertificateId", must: { isSet: true } }],
    correct: "${certificate.arn}",
    consequence: "Viewers reach the distribution by the domain of CloudFront only.",
    instead: "Set `viewerCertificate.acmCertificateArn`.",
    example: { enabled: true, viewerCertificate: { sslSupportMethod: "sni-only" } },
  },
});
