import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const detector = new aws.guardduty.Detector("threats");
const secondDetector = new aws.guardduty.Detector("more-threats");
`,
  correct: `
const detector = aws.guardduty.getDetectorOutput();
const filter = new aws.guardduty.Filter("low-severity", {
  detectorId: detector.id,
  action: "ARCHIVE",
  rank: 1,
  findingCriteria: { criterions: [{ field: "severity", lessThan: "4" }] },
});
`,
} satisfies RuleExamples;
