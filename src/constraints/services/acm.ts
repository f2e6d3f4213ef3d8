import { ACM_CERTIFICATE } from "../../aws/type-tokens";
import type { ServiceConstraints } from "../form";

const REQUEST = "https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html";
/** A certificate that is validated by mail to this domain. */
const mailed = (validationDomain: string): Record<string, unknown> => ({
  domainName: "orders.shop.io",
  validationMethod: "EMAIL",
  validationOptions: [{ domainName: "orders.shop.io", validationDomain }],
});

export default {
  date: "2026-11-30",
  constraints: {
    "aws.acm.certificate.domain-length": {
      type: ACM_CERTIFICATE,
      require: { domainName: { maxLength: 64 } },
      must: "The first name of a certificate must have at most 64 characters.",
      source: REQUEST,
      accepts: [{ domainName: "orders.shop.io", validationMethod: "DNS" }],
      rejects: [{ domainName: "orders".repeat(12), validationMethod: "DNS" }],
    },
    "aws.acm.certificate.wildcard": {
      type: ACM_CERTIFICATE,
      require: { domainName: { matches: /^(?:\*\.)?[^*]+$/ } },
      must: "An asterisk must be the whole first part of a name.",
      source: REQUEST,
      accepts: [{ domainName: "*.shop.io", validationMethod: "DNS" }],
      rejects: [
        { domainName: "orders.*.shop.io", validationMethod: "DNS" },
        { domainName: "orders*.shop.io", validationMethod: "DNS" },
        { domainName: "*.*.shop.io", validationMethod: "DNS" },
      ],
    },
    "aws.acm.certificate.scheme": {
      type: ACM_CERTIFICATE,
      require: { domainName: { not: { matches: /[/:]/ } } },
      must: "A name must have no scheme, path or port.",
      source: REQUEST,
      accepts: [{ domainName: "shop.io", validationMethod: "DNS" }],
      rejects: [{ domainName: "https://shop.io", validationMethod: "DNS" }],
    },
    "aws.acm.certificate.name-count": {
      type: ACM_CERTIFICATE,
      require: { subjectAlternativeNames: { maxItems: 100 } },
      must: "A certificate must have at most 100 further names.",
      source: "https://docs.aws.amazon.com/acm/latest/userguide/acm-limits.html",
      accepts: [{ domainName: "shop.io", subjectAlternativeNames: ["www.shop.io"], validationMethod: "DNS" }],
      rejects: [{ subjectAlternativeNames: Array.from({ length: 101 }, (_, index) => `n${String(index)}.shop.io`) }],
    },
    "aws.acm.certificate.validation": {
      type: ACM_CERTIFICATE,
      when: { certificateAuthorityArn: { present: true } },
      require: { validationMethod: { present: false } },
      must: "A private certificate is not validated: leave out `validationMethod`.",
      source: "https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html",
      accepts: [{ domainName: "a.example.com", certificateAuthorityArn: "x" }],
      rejects: [{ domainName: "a.example.com", certificateAuthorityArn: "x", validationMethod: "DNS" }],
      level: "advisory",
    },
    "aws.acm.certificate.imported-or-requested": {
      type: ACM_CERTIFICATE,
      require: { atMostOne: ["privateKey", "domainName"] },
      must: "A certificate is imported or requested: leave out `privateKey` or `domainName`.",
      source: "https://docs.aws.amazon.com/acm/latest/APIReference/API_ImportCertificate.html",
      accepts: [{ domainName: "a.example.com", validationMethod: "DNS" }],
      rejects: [{ domainName: "a.example.com", privateKey: "x", certificateBody: "x" }],
    },
    "aws.acm.certificate.key-algorithm": {
      type: ACM_CERTIFICATE,
      when: { domainName: { present: true }, certificateAuthorityArn: { present: false } },
      require: { keyAlgorithm: ["RSA_2048", "EC_prime256v1", "EC_secp384r1"] },
      must: "ACM issues certificates with keys of the kinds RSA_2048, EC_prime256v1 and EC_secp384r1.",
      source: REQUEST,
      accepts: [
        { domainName: "shop.io", validationMethod: "DNS", keyAlgorithm: "EC_prime256v1" },
        { domainName: "shop.io", certificateAuthorityArn: "x", keyAlgorithm: "RSA_4096" },
      ],
      rejects: [
        { domainName: "shop.io", validationMethod: "DNS", keyAlgorithm: "RSA_4096" },
        { domainName: "shop.io", validationMethod: "DNS", keyAlgorithm: "EC_secp521r1" },
      ],
    },
    "aws.acm.certificate.validation-domain": {
      type: ACM_CERTIFICATE,
      each: "validationOptions",
      require: { domainName: { anyOf: [{ sameAs: "validationDomain" }, { subdomainOf: "validationDomain" }] } },
      must: "`validationDomain` must be the domain name itself, or a domain above it.",
      source: "https://docs.aws.amazon.com/acm/latest/APIReference/API_DomainValidationOption.html",
      accepts: [mailed("shop.io"), mailed("orders.shop.io"), mailed("io")],
      rejects: [mailed("example.com"), mailed("www.orders.shop.io")],
    },
  },
} satisfies ServiceConstraints;
