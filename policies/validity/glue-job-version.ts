import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "glue-job-version",
  category: "validity",
  description: "Spark jobs must run on a version of Glue that AWS supports",
  severity: "medium",
  level: "only-if-required",
  why:
    "Old versions of Glue run old Spark and Python, without fixes. A job that names no version gets one that AWS " +
    "chooses.",
  limits: "Python shell and Ray jobs.",
  references: [
    "https://docs.aws.amazon.com/glue/latest/dg/release-notes.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/glue-controls.html",
  ],
  requirement: {
    types: ["aws:glue/job:Job"],
    when: [{ property: "command.name", must: { isOneOf: ["glueetl", "gluestreaming"] }, whenAbsent: "glueetl" }],
    property: "glueVersion",
    must: { atLeast: 3 },
    consequence: "The job may run on a version without support.",
    correct: "5.0",
    incorrect: "2.0",
    example: { command: { scriptLocation: "s3://scripts-464738291005/orders.py" }, roleArn: "${role.arn}" },
  },
});
