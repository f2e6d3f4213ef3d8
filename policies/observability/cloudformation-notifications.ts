import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "cloudformation-notifications",
  category: "observability",
  description: "CloudFormation stacks must send notifications to a topic",
  severity: "low",
  level: "only-if-required",
  why: "Without a topic, a failed or unexpected change of the stack is seen only in the console.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/cloudformation-controls.html"],
  requirement: {
    types: ["aws:cloudformation/stack:Stack"],
    property: "notificationArns",
    must: { isSet: true },
    consequence: "No subscriber is notified of its events.",
    instead: "Set `notificationArns` to the ARN of a topic.",
    correct: ["${topic.arn}"],
    example: { templateBody: "Resources: {}" },
  },
});
