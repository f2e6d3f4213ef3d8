import type { ServiceConstraints } from "../form";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.athena.workgroup.kms-key": {
      type: "aws:athena/workgroup:Workgroup",
      when: { "configuration.resultConfiguration.encryptionConfiguration.encryptionOption": ["SSE_KMS", "CSE_KMS"] },
      require: { "configuration.resultConfiguration.encryptionConfiguration.kmsKeyArn": { present: true } },
      must: "Encryption with KMS requires `configuration.resultConfiguration.encryptionConfiguration.kmsKeyArn`.",
      source: "https://docs.aws.amazon.com/athena/latest/APIReference/API_EncryptionConfiguration.html",
      accepts: [
        {
          configuration: {
            resultConfiguration: { encryptionConfiguration: { encryptionOption: "SSE_KMS", kmsKeyArn: "x" } },
          },
        },
        { configuration: { resultConfiguration: { encryptionConfiguration: { encryptionOption: "SSE_S3" } } } },
      ],
      rejects: [
        { configuration: { resultConfiguration: { encryptionConfiguration: { encryptionOption: "SSE_KMS" } } } },
        { configuration: { resultConfiguration: { encryptionConfiguration: { encryptionOption: "CSE_KMS" } } } },
      ],
    },
  },
} satisfies ServiceConstraints;
