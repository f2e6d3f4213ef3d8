import type { ServiceConstraints } from "../form";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.acmpca.certificate-authority.crl-bucket": {
      type: "aws:acmpca/certificateAuthority:CertificateAuthority",
      when: { "revocationConfiguration.crlConfiguration.enabled": true },
      require: { "revocationConfiguration.crlConfiguration.s3BucketName": { present: true } },
      must: "A revocation list requires `s3BucketName`.",
      source: "https://docs.aws.amazon.com/privateca/latest/APIReference/API_CrlConfiguration.html",
      accepts: [
        { revocationConfiguration: { crlConfiguration: { enabled: true, expirationInDays: 7, s3BucketName: "x" } } },
        { revocationConfiguration: { crlConfiguration: { enabled: false } } },
      ],
      rejects: [{ revocationConfiguration: { crlConfiguration: { enabled: true, expirationInDays: 7 } } }],
    },
    "aws.acmpca.certificate-authority.crl-days": {
      type: "aws:acmpca/certificateAuthority:CertificateAuthority",
      when: { "revocationConfiguration.crlConfiguration.enabled": true },
      require: { "revocationConfiguration.crlConfiguration.expirationInDays": { present: true } },
      must: "A revocation list requires `expirationInDays`.",
      source: "https://docs.aws.amazon.com/privateca/latest/APIReference/API_CrlConfiguration.html",
      accepts: [
        { revocationConfiguration: { crlConfiguration: { enabled: true, expirationInDays: 7, s3BucketName: "x" } } },
      ],
      rejects: [{ revocationConfiguration: { crlConfiguration: { enabled: true, s3BucketName: "x" } } }],
    },
  },
} satisfies ServiceConstraints;
