import rule from "../../../policies/validity/acm-validation-zone";
import { resource, ruleTest, unknown, type BuiltResource, type Input } from "../../../src/testing";

const zone = (name: Input, more: Record<string, Input> = {}): BuiltResource =>
  resource("aws:route53/zone:Zone", "zone", { name, ...more });
const shop = zone("shop.io");
const certificate = (domainName: Input, more: Record<string, Input> = {}): BuiltResource =>
  resource("aws:acm/certificate:Certificate", "shop", { domainName, validationMethod: "DNS", ...more });
const record = (of: BuiltResource, zoneId: Input): BuiltResource =>
  resource("aws:route53/record:Record", "proof", {
    zoneId,
    name: of.domainValidationOptions,
    type: "CNAME",
    ttl: 300,
    records: [of.domainValidationOptions],
  });
const validation = (of: BuiltResource): BuiltResource =>
  resource("aws:acm/certificateValidation:CertificateValidation", "shop", { certificateArn: of.arn });
const validated = (of: BuiltResource, inZone: BuiltResource): BuiltResource[] => [
  inZone,
  of,
  record(of, inZone.zoneId),
  validation(of),
];

ruleTest(rule, {
  valid: [
    { name: "the zone of the domain", shape: "preview", stack: validated(certificate("shop.io"), shop) },
    { name: "a name in the zone", shape: "preview", stack: validated(certificate("www.Shop.io"), zone("shop.io.")) },
    { name: "all names in the zone", shape: "preview", stack: validated(certificate("*.shop.io"), shop) },
    {
      name: "one of two names",
      shape: "preview",
      stack: validated(certificate("www.shop.dev", { subjectAlternativeNames: ["www.shop.io"] }), shop),
    },
    {
      name: "a zone of another stack",
      shape: "preview",
      stack: [certificate("shop.dev"), record(certificate("shop.dev"), "Z0"), validation(certificate("shop.dev"))],
    },
    { name: "a name that is not known yet", shape: "preview", stack: validated(certificate(unknown), shop) },
    {
      name: "a certificate that nothing waits for",
      shape: "preview",
      stack: [shop, certificate("shop.dev"), record(certificate("shop.dev"), shop.zoneId)],
    },
  ],
  invalid: [
    {
      name: "a zone of another domain",
      shape: "preview",
      stack: validated(certificate("www.myshop.io"), shop),
      findings: [{ resource: "proof", path: "zoneId", message: /"shop\.io" does not contain www\.myshop\.io/ }],
    },
    {
      name: "a private zone",
      shape: "preview",
      stack: validated(certificate("www.shop.io"), zone("shop.io", { vpcs: [{ vpcId: "vpc-0a" }] })),
      findings: [{ resource: "proof", path: "zoneId", message: /"shop\.io" is private/ }],
    },
  ],
});
