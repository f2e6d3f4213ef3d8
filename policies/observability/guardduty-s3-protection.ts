import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "guardduty-s3-protection",
  category: "observability",
  description: "GuardDuty must watch the objects of S3",
  severity: "high",
  level: "advisory-unless-required",
  why: "GuardDuty finds attacks on what it watches only. A detector for which this part is switched off does not see the objects of S3.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/guardduty-controls.html"],
  requirement: [
    {
      types: ["aws:guardduty/detectorFeature:DetectorFeature"],
      property: "status",
      must: { equals: "ENABLED" },
      when: [{ property: "name", must: { equals: "S3_DATA_EVENTS" } }],
      consequence: "GuardDuty does not watch the objects of S3.",
      fix: "ENABLED",
      example: { detectorId: "12abc34d567e8fa901bc2d34e56789f0" },
    },
    {
      types: ["aws:guardduty/detector:Detector"],
      property: "datasources.s3Logs.enable",
      must: { equals: true },
      whenAbsent: true,
      consequence: "GuardDuty does not watch the objects of S3.",
      fix: true,
    },
  ],
});
