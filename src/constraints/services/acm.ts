import { ACM_CERTIFICATE } from "../../aws/type-tokens";
import type { ServiceConstraints } from "../form";

const REQUEST = "https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html";

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
  },
} satisfies ServiceConstraints;
