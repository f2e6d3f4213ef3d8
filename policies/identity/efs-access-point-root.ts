import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "efs-access-point-root",
  category: "identity",
  description: "EFS access points must have a root directory of their own",
  severity: "medium",
  level: "only-if-required",
  why: "An access point for the whole file system gives its clients the files of all others.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/efs-controls.html",
    "https://docs.aws.amazon.com/efs/latest/ug/efs-access-points.html",
  ],
  requirement: {
    types: ["aws:efs/accessPoint:AccessPoint"],
    property: "rootDirectory.path",
    must: { isNot: "/" },
    whenAbsent: "/",
    consequence: "Its clients see the whole file system.",
    instead: "Set a directory of their own in `rootDirectory.path`.",
    correct: "/orders",
    example: { fileSystemId: "fs-0123456789abcdef0" },
  },
});
