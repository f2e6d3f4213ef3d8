import type { ControlCase } from "./case";

export default [
  {
    control: "ACM.2",
    rule: "acm-rsa-key-length",
    type: "aws:acm/certificate:Certificate",
    violating: { domainName: "shop.example.com", keyAlgorithm: "RSA_1024" },
    compliant: { domainName: "shop.example.com", keyAlgorithm: "EC_prime256v1" },
  },
] satisfies ControlCase[];
