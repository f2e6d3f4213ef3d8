import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "stepfunctions-logging",
  category: "observability",
  description: "Step Functions state machines must log what they do",
  severity: "medium",
  level: "only-if-required",
  why: "The log of a state machine shows with which input which state failed. Executions of express workflows leave no other trace.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/stepfunctions-controls.html"],
  requirement: {
    types: ["aws:sfn/stateMachine:StateMachine"],
    property: "loggingConfiguration.level",
    must: { isNot: "OFF" },
    whenAbsent: "OFF",
    consequence: "Executions leave no log.",
    instead: 'Set `loggingConfiguration: { level: "ERROR" }` with a `logDestination`.',
    correct: "ERROR",
    example: { roleArn: "${role.arn}" },
  },
});
