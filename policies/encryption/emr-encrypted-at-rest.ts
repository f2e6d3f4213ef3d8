import { defineEmrEncryptionRule } from "../../src/rules/emr-encryption";

export default defineEmrEncryptionRule({
  id: "emr-encrypted-at-rest",
  description: "EMR security configurations must encrypt data at rest",
  why: "A cluster keeps what it computes on its disks and in S3, and the copies outlive the job.",
  scope: "AtRest",
  consequence: "Clusters with this configuration store data in plain text",
});
