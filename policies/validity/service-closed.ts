import { tableOf } from "../../contract/facts";
import { defineRule } from "../rule";

interface Closed {
  readonly service: string;
  readonly closed: string;
  readonly ended: boolean;
  readonly instead: string;
}

export default defineRule({
  id: "service-closed",
  category: "validity",
  description: "AWS still takes new customers for the service",
  severity: "medium",
  level: "advisory",
  failures: [],
  why:
    "AWS closes services: first to accounts that have not used them before, later to all. A stack that works in an old " +
    "account then fails in a new one, and what it is built on ends one day.",
  fix: {
    typescript: 'new aws.timestreaminfluxdb.DbInstance("metrics", { /* … */ }); // not aws.timestreamwrite.Database',
    python: 'aws.timestreaminfluxdb.DbInstance("metrics", ...)  # not aws.timestreamwrite.Database',
    yaml: "resources:\n  metrics: # not aws:timestreamwrite:Database\n    type: aws:timestreaminfluxdb:DbInstance",
  },
  limits: "An account that used the service before may go on; whether this one did is not seen.",
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
            ? `AWS ended ${row.service} on ${row.closed}; use ${row.instead} instead.`
            : `AWS closed ${row.service} to new customers on ${row.closed}, so that this is refused in an account that did ` +
              `not use it before; think of ${row.instead}.`,
        });
      }
    },
  },
});
