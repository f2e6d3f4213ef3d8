import type { ServiceConstraints } from "../form";

const WORKGROUP = "aws:athena/workgroup:Workgroup";
const DATABASE = "aws:athena/database:Database";
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
    "aws.athena.workgroup.managed-results": {
      type: WORKGROUP,
      when: { "configuration.managedQueryResultsConfiguration.enabled": true },
      require: { "configuration.resultConfiguration.outputLocation": { present: false } },
      must: "Managed results are kept by Athena: leave out `resultConfiguration.outputLocation`.",
      source: "https://docs.aws.amazon.com/athena/latest/APIReference/API_ManagedQueryResultsConfiguration.html",
      accepts: [{ name: "x", configuration: { managedQueryResultsConfiguration: { enabled: true } } }],
      rejects: [
        {
          name: "x",
          configuration: {
            managedQueryResultsConfiguration: { enabled: true },
            resultConfiguration: { outputLocation: "s3://x/" },
          },
        },
      ],
    },
    "aws.athena.workgroup.location": {
      type: WORKGROUP,
      require: { "configuration.resultConfiguration.outputLocation": { startsWith: "s3://" } },
      must: "Results are at a location that begins with s3://.",
      source: "https://docs.aws.amazon.com/athena/latest/APIReference/API_WorkGroupConfiguration.html",
      accepts: [
        {
          name: "x",
          configuration: { bytesScannedCutoffPerQuery: 10485760, resultConfiguration: { outputLocation: "s3://x/" } },
        },
      ],
      rejects: [{ name: "x", configuration: { resultConfiguration: { outputLocation: "x/results" } } }],
    },
    "aws.athena.database.name": {
      type: DATABASE,
      require: { name: { matches: /^[a-z0-9_]+$/ } },
      must: "The name of a database has small letters, digits and underscores.",
      source: "https://docs.aws.amazon.com/athena/latest/ug/tables-databases-columns-names.html",
      accepts: [{ name: "orders_raw", bucket: "x" }],
      rejects: [{ name: "orders-raw", bucket: "x" }],
    },
  },
} satisfies ServiceConstraints;
