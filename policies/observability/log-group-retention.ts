import { tableOf } from "../../contract/facts";
import { UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

const DEFAULT_DAYS = 30;

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
          // An existing group would lose what is older.
          mendWhenNew: { retentionInDays: DEFAULT_DAYS },
          message: `the logs are kept for ever; set retentionInDays, such as ${String(DEFAULT_DAYS)} (or 365 where an audit asks for them).`,
        });
      } else {
        const next = offers.find((offered) => offered > days) ?? Math.max(...offers);
        report({
          at: group,
          property: "retentionInDays",
          level: "mandatory",
          ...(days > 0 && next > days && { mend: { retentionInDays: next } }),
          message: `CloudWatch does not offer a retention of ${String(days)} days; set retentionInDays: ${String(next)}.`,
        });
      }
    },
  },
  remediation: {
    does: "sets `retentionInDays` to the next longer time that CloudWatch offers, where it does not offer what is set",
    doesWhenNew: `sets \`retentionInDays: ${String(DEFAULT_DAYS)}\` where nothing is set`,
  },
});
