import type { RuleExamples } from "../../src/rules/examples";

export default {
  config: { "aws:region": "eu-west-1" },
  incorrect: `
const certificate = new aws.acm.Certificate("shop", { domainName: "shop.io", validationMethod: "DNS" });
const domain = new aws.cognito.UserPoolDomain("login", {
  domain: "login.shop.io",
  userPoolId: "eu-west-1_Ab12Cd34E",
  certificateArn: certificate.arn,
});
`,
  correct: `
const edge = { region: "us-east-1" };
const certificate = new aws.acm.Certificate("shop", { domainName: "shop.io", validationMethod: "DNS", ...edge });
const [option] = [certificate.domainValidationOptions[0]];
const record = new aws.route53.Record("shop", {
  zoneId: "Z0462918SHOPIO", name: option.resourceRecordName, type: "CNAME", ttl: 60, records: [option.resourceRecordValue],
});
const validation = new aws.acm.CertificateValidation("shop", {
  certificateArn: certificate.arn, validationRecordFqdns: [record.fqdn], ...edge,
});
const domain = new aws.cognito.UserPoolDomain("login", {
  domain: "login.shop.io", userPoolId: "eu-west-1_Ab12Cd34E", certificateArn: validation.certificateArn,
});
`,
} satisfies RuleExamples;
