import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "guardduty-eks-audit-logs-protection",
  category: "observability",
  description: "GuardDuty must watch EKS audit logs",
  severity: "high",
  level: "advisory-unless-required",
  why: "GuardDuty finds attacks on what it watches only. A detector for which this part is switched off does not see EKS audit logs.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/guardduty-controls.html"],
  requirement: [
    {
      types: ["aws:guardduty/detectorFeature:DetectorFeature"],
      property: "status",
      must: { equals: "ENABLED" },
      when: [{ property: "name", must: { equals: "EKS_AUDIT_LOGS" } }],
      consequence: "GuardDuty does not watch EKS audit logs.",
      fix: "ENABLED",
      example: { detectorId: "12abc34d567e8fa901bc2d34e56789f0" },
    },
    {
      types: ["aws:guardduty/detector:Detector"],
      property: "datasources.kubernetes.auditLogs.enable",
      must: { equals: true },
      whenAbsent: true,
      consequence: "GuardDuty does not watch EKS audit logs.",
      fix: true,
    },
  ],
});
