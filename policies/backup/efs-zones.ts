import { EFS_FILE_SYSTEM } from "../../src/aws/type-tokens";
import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "efs-zones",
  category: "backup",
  description: "EFS file systems must be stored in several availability zones",
  severity: "medium",
  level: "only-if-required",
  contractKeys: ["availabilityZones"],
  why: "A One Zone file system is gone while its zone is, and its data with it if the zone is lost. The type cannot be changed later.",
  references: ["https://docs.aws.amazon.com/efs/latest/ug/features.html"],
  requirement: {
    types: [EFS_FILE_SYSTEM],
    property: "availabilityZoneName",
    must: { isAbsent: true },
    incorrect: "us-east-1a",
    consequence: "The file system fails with this zone.",
    instead: "Remove `availabilityZoneName`, which replaces the file system.",
    example: { encrypted: true },
  },
});
