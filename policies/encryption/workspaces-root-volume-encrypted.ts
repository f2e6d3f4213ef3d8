import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "workspaces-root-volume-encrypted",
  category: "encryption",
  description: "The root volumes of WorkSpaces must be encrypted",
  severity: "medium",
  level: "only-if-required",
  why: "A desktop keeps documents, caches and credentials on its volumes. The root volume and its snapshots are readable to everyone who gets them unless it is encrypted, and it cannot be encrypted later.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/workspaces-controls.html"],
  requirement: {
    types: ["aws:workspaces/workspace:Workspace"],
    property: "rootVolumeEncryptionEnabled",
    must: { equals: true },
    whenAbsent: false,
    consequence: "The root volume and its snapshots are not encrypted.",
    instead: "Set `rootVolumeEncryptionEnabled: true` with a `volumeEncryptionKey`.",
    example: { bundleId: "wsb-bh8rsxt14", directoryId: "d-9067ef6ac1", userName: "ada" },
  },
});
