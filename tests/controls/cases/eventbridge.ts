import type { ControlCase } from "./case";

export default [
  {
    control: "EventBridge.3",
    rule: "eventbridge-bus-policy",
    type: "aws:cloudwatch/eventBus:EventBus",
    violating: { name: "orders" },
    compliant: { name: "orders" },
    othersOfCompliant: [
      {
        type: "aws:cloudwatch/eventBusPolicy:EventBusPolicy",
        name: "policy",
        inputs: { eventBusName: "${it.name}", policy: "{}" },
      },
    ],
  },
  {
    control: "EventBridge.3",
    rule: "eventbridge-bus-policy",
    type: "aws:cloudwatch/eventBus:EventBus",
    violating: { name: "orders" },
    compliant: { name: "orders" },
    about: "by a permission",
    othersOfCompliant: [
      {
        type: "aws:cloudwatch/eventPermission:EventPermission",
        name: "permission",
        inputs: { eventBusName: "${it.name}", principal: "464738291005", statementId: "orders" },
      },
    ],
  },
] satisfies ControlCase[];
