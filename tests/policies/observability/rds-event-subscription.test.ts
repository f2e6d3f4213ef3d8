import rule from "../../../policies/observability/rds-event-subscription";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";
import { underContract } from "../../kit/under-contract";

const subscription = (sourceType?: Input, eventCategories?: Input): BuiltResource =>
  resource("aws:rds/eventSubscription:EventSubscription", "alerts", { sourceType, eventCategories });
const at = { resource: "alerts", path: "eventCategories" };

ruleTest(
  rule,
  underContract(
    { frameworks: ["AWS FSBP"] },
    {
      valid: [
        { name: "all events of a source", stack: [subscription("db-cluster")] },
        { name: "some events of all sources", stack: [subscription(undefined, ["failover"])] },
        { name: "the critical events", stack: [subscription("db-cluster", ["failover", "failure", "maintenance"])] },
        { name: "a source without critical events", stack: [subscription("db-snapshot", ["creation"])] },
      ],
      invalid: [
        {
          name: "two events are missing",
          stack: [subscription("db-instance", ["failure"])],
          findings: [{ ...at, message: /leaves out "maintenance" and "configuration change". Add them/ }],
        },
        {
          name: "one event is missing",
          stack: [subscription("db-security-group", ["failure"])],
          findings: [{ ...at, message: /leaves out "configuration change". Add it/ }],
        },
      ],
      undecided: [
        { name: "the source", stack: [subscription(unknown, ["failure"])], at: ["alerts.sourceType"] },
        { name: "the events", stack: [subscription("db-cluster", unknown)], at: ["alerts.eventCategories"] },
        {
          name: "one event",
          stack: [subscription("db-cluster", ["failure", unknown])],
          at: ["alerts.eventCategories"],
        },
      ],
    },
  ),
);
