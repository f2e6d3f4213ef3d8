import { tableOf } from "../../contract/facts";
import { UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

export default defineRule({
  id: "log-group-retention",
  category: "observability",
  description: "Log groups say how long they keep logs",
  severity: "low",
  level: "raised-by-contract",
  contractKeys: ["logRetention"],
  failures: ["F17"],
  why:
    "CloudWatch keeps logs for ever unless told otherwise: the bill grows each month, and personal data stays " +
    "longer than any purpose asks for.",
  fix: { typescript: "retentionInDays: 30,", python: "retention_in_days=30,", yaml: "retentionInDays: 30" },
  limits:
    "Whether the time is long enough for an audit. Log groups of the class DELIVERY, whose retention AWS sets; " +
    "log groups that AWS services make for themselves.",
  resource: {
    types: ["aws:cloudwatch/logGroup:LogGroup"],
    check(group, { contract, report, undecided }) {
      const offers: readonly number[] = tableOf(contract, "log-retention").days;
      const days = group.num("retentionInDays");
      const logClass = group.str("logGroupClass");
      if (logClass === "DELIVERY" || (days !== undefined && offers.some((offered) => offered === days))) {
        return;
      }
      if (days === UNKNOWN || logClass === UNKNOWN) {
        undecided(group, days === UNKNOWN ? "retentionInDays" : "logGroupClass");
      } else if (days === undefined || days === 0) {
        report({
          at: group,
          property: "retentionInDays",
          message: "the logs are kept for ever; set retentionInDays, such as 30 (or 365 where an audit asks for them).",
        });
      } else {
        const next = offers.find((offered) => offered > days) ?? Math.max(...offers);
        report({
          at: group,
          property: "retentionInDays",
          level: "mandatory",
          message: `CloudWatch does not offer a retention of ${String(days)} days; set retentionInDays: ${String(next)}.`,
        });
      }
    },
  },
});
