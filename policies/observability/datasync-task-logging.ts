import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "datasync-task-logging",
  category: "observability",
  description: "DataSync tasks must write logs",
  severity: "medium",
  level: "only-if-required",
  why: "The logs show which files were not transferred, and why.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/datasync-controls.html"],
  requirement: [
    {
      types: ["aws:datasync/task:Task"],
      property: "cloudwatchLogGroupArn",
      must: { isSet: true },
      correct: "${logs.arn}",
      consequence: "Files that were not transferred leave no trace.",
      instead: 'Set `cloudwatchLogGroupArn` and `options: { logLevel: "BASIC" }`.',
      example: {
        sourceLocationArn: "arn:aws:datasync:us-east-1:464738291005:location/loc-0a1b2c3d",
        destinationLocationArn: "arn:aws:datasync:us-east-1:464738291005:location/loc-1b2c3d4e",
      },
    },
    {
      types: ["aws:datasync/task:Task"],
      property: "options.logLevel",
      must: { isNot: "OFF" },
      correct: "BASIC",
      consequence: "Files that were not transferred leave no trace.",
      instead: 'Set `options: { logLevel: "BASIC" }`.',
      example: { cloudwatchLogGroupArn: "${logs.arn}" },
    },
  ],
});
