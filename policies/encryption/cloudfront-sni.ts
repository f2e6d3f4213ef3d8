import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "cloudfront-sni",
  category: "encryption",
  description: "Distributions must serve HTTPS by server name (SNI)",
  severity: "low",
  level: "only-if-required",
  why: "Dedicated addresses cost 600 US dollars a month, for clients of before 2010.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html"],
  requirement: {
    types: ["aws:cloudfront/distribution:Distribution"],
    property: "viewerCertificate.sslSupportMethod",
    must: { isNotOneOf: ["vip", "static-ip"] },
    fix: "sni-only",
    consequence: "The distribution pays for dedicated addresses.",
    example: { enabled: true, viewerCertificate: { acmCertificateArn: "${certificate.arn}" } },
  },
});
