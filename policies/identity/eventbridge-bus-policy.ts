import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "eventbridge-bus-policy",
  category: "identity",
  description: "Custom event buses must have a policy of their own",
  severity: "low",
  level: "only-if-required",
  why:
    "Without a policy, any principal of the account whose own policy allows it can put events on the bus. A policy " +
    "on the bus states who may.",
  limits: "Policies that another stack sets on the bus.",
  references: ["https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html"],
  requirement: {
    types: ["aws:cloudwatch/eventBus:EventBus"],
    when: [{ property: "name", must: { isNot: "default" } }],
    companions: [
      { types: ["aws:cloudwatch/eventPermission:EventPermission"], by: "eventBusName" },
      { types: ["aws:cloudwatch/eventBusPolicy:EventBusPolicy"], by: "eventBusName" },
    ],
    consequence: "The event bus has no policy that states who may send events to it.",
    instead: "Add an aws.cloudwatch.EventBusPolicy for it.",
    companionExample: { principal: "464738291005", statementId: "orders" },
  },
});
