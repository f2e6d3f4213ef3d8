import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "efs-access-point-user",
  category: "identity",
  description: "EFS access points must set the user of their clients",
  severity: "medium",
  level: "only-if-required",
  why: "Without a user of the access point, each client chooses the user that it reads and writes as, root included.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/efs-controls.html",
    "https://docs.aws.amazon.com/efs/latest/ug/enforce-identity-access-points.html",
  ],
  requirement: {
    types: ["aws:efs/accessPoint:AccessPoint"],
    property: "posixUser.uid",
    must: { isSet: true },
    consequence: "Each client chooses the user that it reads and writes as.",
    instead: "Set the ids of a user in `posixUser`, such as `posixUser: { uid: 1000, gid: 1000 }`.",
    correct: 1000,
    example: { fileSystemId: "fs-0123456789abcdef0" },
  },
});
