import { defineRequirement } from "../../src/rules/requirement";

const CONSEQUENCE = "The file system fails with its zone, and the type cannot be changed later.";

export default defineRequirement({
  id: "fsx-multi-az",
  category: "backup",
  description: "FSx file systems must be deployed in two availability zones",
  severity: "medium",
  level: "only-if-required",
  why:
    "A file system in one zone is gone while the zone is, and its clients with it. A deployment in two zones fails " +
    "over within a minute. The type cannot be changed later.",
  references: ["https://docs.aws.amazon.com/fsx/latest/WindowsGuide/high-availability-multiAZ.html"],
  requirement: [
    {
      types: ["aws:fsx/openZfsFileSystem:OpenZfsFileSystem"],
      property: "deploymentType",
      must: { isOneOf: ["MULTI_AZ_1"] },
      consequence: CONSEQUENCE,
      incorrect: "SINGLE_AZ_HA_2",
      example: {
        storageCapacity: 64,
        throughputCapacity: 160,
        subnetIds: ["${subnet.id}"],
        preferredSubnetId: "${subnet.id}",
      },
    },
    {
      types: ["aws:fsx/ontapFileSystem:OntapFileSystem"],
      property: "deploymentType",
      must: { isOneOf: ["MULTI_AZ_1", "MULTI_AZ_2"] },
      consequence: CONSEQUENCE,
      incorrect: "SINGLE_AZ_1",
      example: {
        storageCapacity: 1024,
        throughputCapacity: 128,
        subnetIds: ["${subnet.id}"],
        preferredSubnetId: "${subnet.id}",
      },
    },
    {
      types: ["aws:fsx/windowsFileSystem:WindowsFileSystem"],
      property: "deploymentType",
      must: { equals: "MULTI_AZ_1" },
      whenAbsent: "SINGLE_AZ_1",
      consequence: CONSEQUENCE,
      incorrect: "SINGLE_AZ_1",
      example: {
        storageCapacity: 64,
        throughputCapacity: 32,
        subnetIds: ["${subnet.id}"],
        preferredSubnetId: "${subnet.id}",
      },
    },
  ],
});
