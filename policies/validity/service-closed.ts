import { tableOf } from "../../src/contract/facts";
import { defineRule } from "../../src/rules/rule";

interface Closed {
  readonly service: string;
  readonly closed: string;
  readonly ended: boolean;
  readonly instead: string;
}

export default defineRule({
  id: "service-closed",
  category: "validity",
  description: "Services must be open to new customers of AWS",
  severity: "medium",
  level: "advisory",
  why:
    "AWS closes services: first to accounts that have not used them before, later to all. A stack that works in an old " +
    "account then fails in a new one, and has to be moved one day.",
  fix: {
    typescript: `new aws.timestreaminfluxdb.DbInstance("metrics", { /* … */ }); // not aws.timestreamwrite.Database`,
    python: `aws.timestreaminfluxdb.DbInstance("metrics", ...)  # not aws.timestreamwrite.Database`,
    yaml: `resources:
  metrics: # not aws:timestreamwrite:Database
    type: aws:timestreaminfluxdb:DbInstance`,
  },
  limits: "Whether this account used the service before and may go on.",
  resource: {
    check(resource, { contract, day, report }) {
      const types: Readonly<Record<string, Closed>> = tableOf(contract, "closed-services").types;
      const { type } = resource;
      const keys = [type, type.slice(0, type.indexOf("/") + 1)];
      const row = keys.filter((key) => Object.hasOwn(types, key)).map((key) => types[key])[0];
      if (row && row.closed <= day) {
        report({
          at: resource,
          message: row.ended
            ? `AWS ended ${row.service} on ${row.closed}. Use ${row.instead} instead.`
            : `AWS closed ${row.service} to new customers on ${row.closed}, and rejects it in accounts that did not use it ` +
              `before. Consider ${row.instead}.`,
        });
      }
    },
  },
});
