import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "ebs-encryption-by-default",
  category: "encryption",
  description: "Encryption of new EBS volumes by default must be on",
  severity: "medium",
  level: "advisory-unless-required",
  why: "The setting encrypts every volume that is created in the account and region, also those that no program declares.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html"],
  requirement: {
    types: ["aws:ebs/encryptionByDefault:EncryptionByDefault"],
    property: "enabled",
    must: { equals: true },
    whenAbsent: true,
    consequence: "New volumes and snapshots of this account are not encrypted unless each requires it.",
    fix: true,
  },
});
