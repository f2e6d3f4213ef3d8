import { defineRequirement } from "../../src/rules/requirement";

// One of the roles is enough: it is set for the protocols that a topic uses.
const OTHERS = ["application", "firehose", "http", "lambda", "sqs"].flatMap((protocol) =>
  ["Success", "Failure"].map((outcome) => `${protocol}${outcome}FeedbackRoleArn`),
);

export default defineRequirement({
  id: "sns-delivery-status-logging",
  category: "observability",
  description: "SNS topics must log the delivery of their messages",
  severity: "medium",
  level: "only-if-required",
  why: "The delivery log shows which messages reached their endpoint, and why others did not. Without it a lost notification leaves no trace.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/sns-controls.html"],
  requirement: {
    types: ["aws:sns/topic:Topic"],
    property: "sqsFailureFeedbackRoleArn",
    must: { isSet: true },
    orElse: OTHERS.map((property) => ({ property, must: { isSet: true } })),
    consequence: "Deliveries of the topic leave no trace.",
    instead:
      "Set a feedback role for the endpoints that it has, such as `sqsFailureFeedbackRoleArn: role.arn` and " +
      "`sqsSuccessFeedbackRoleArn: role.arn`.",
    correct: "${role.arn}",
  },
});
