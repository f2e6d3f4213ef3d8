import type { RuleExamples } from "../../src/rules/examples";

const program = (domainName: string): string => `
const zone = new aws.route53.Zone("shop", { name: "shop.io" });
const certificate = new aws.acm.Certificate("shop", { domainName: "${domainName}", validationMethod: "DNS" });
const option = certificate.domainValidationOptions[0];
new aws.route53.Record("proof", {
  zoneId: zone.zoneId,
  name: option.resourceRecordName,
  type: "CNAME",
  records: [option.resourceRecordValue],
  ttl: 300,
});
new aws.acm.CertificateValidation("shop", { certificateArn: certificate.arn });
`;

export default { incorrect: program("www.shop.dev"), correct: program("www.shop.io") } satisfies RuleExamples;
