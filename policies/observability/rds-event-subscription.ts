import { UNKNOWN } from "../../src/graph/value";
import { joinNames } from "../../src/graph/words";
import { defineRule } from "../../src/rules/rule";

/** The categories of events that a subscription must have, by the type of their source. */
const CRITICAL: ReadonlyMap<string, readonly string[]> = new Map([
  ["db-cluster", ["maintenance", "failure"]],
  ["db-instance", ["maintenance", "configuration change", "failure"]],
  ["db-parameter-group", ["configuration change"]],
  ["db-security-group", ["configuration change", "failure"]],
]);

export default defineRule({
  id: "rds-event-subscription",
  category: "observability",
  description: "RDS event subscriptions must include the critical events of their sources",
  severity: "low",
  level: "only-if-required",
  why:
    "A subscription that leaves out failures or maintenance looks like one that covers the database, and stays silent when " +
    "it matters. Without `eventCategories` it has all events of its source.",
  fix: {
    typescript: `eventCategories: ["maintenance", "configuration change", "failure"],`,
    python: `event_categories=["maintenance", "configuration change", "failure"],`,
    yaml: `eventCategories: [maintenance, configuration change, failure]`,
  },
  limits:
    "Whether there is a subscription at all; sources other than instances, clusters, parameter groups and security groups.",
  references: [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html",
  ],
  resource: {
    types: ["aws:rds/eventSubscription:EventSubscription"],
    check(subscription, { report, undecided }) {
      if (subscription.bool("enabled") === false) {
        report({
          at: subscription,
          property: "enabled",
          fix: { enabled: true },
          message: "The subscription is switched off and sends nothing. Set `enabled: true`.",
        });
        return;
      }
      const source = subscription.str("sourceType");
      const categories = subscription.list("eventCategories") ?? [];
      if (source === UNKNOWN || categories === UNKNOWN) {
        undecided(subscription, source === UNKNOWN ? "sourceType" : "eventCategories");
        return;
      }
      const chosen = categories.map((category) => category.str());
      const missing = (CRITICAL.get(source ?? "") ?? []).filter((category) => !chosen.includes(category));
      if (chosen.length === 0 || missing.length === 0) {
        return;
      }
      if (chosen.includes(UNKNOWN)) {
        undecided(subscription, "eventCategories");
        return;
      }
      report({
        at: subscription,
        property: "eventCategories",
        message:
          `The subscription leaves out ${joinNames(missing.map((category) => `"${category}"`))}. Add ` +
          `${missing.length === 1 ? "it" : "them"} to \`eventCategories\`, or remove \`eventCategories\` for all events.`,
      });
    },
  },
});
