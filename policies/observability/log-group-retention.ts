import { tableOf } from "../../src/contract/facts";
import { known, UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

const DEFAULT_DAYS = 30;

/** The shortest time that CloudWatch offers that is as long as another or longer. */
const nextOf = (offers: readonly number[], days: number): number =>
  offers.find((offered) => offered >= days) ?? Math.max(...offers);

export default defineRule({
  id: "log-group-retention",
  category: "observability",
  description: "Log groups must keep logs as long as required, and no longer",
  severity: "low",
  level: "mandatory",
  basis: "aws-rejects",
  contractKeys: ["logRetention", "logRetentionDays"],
  failures: ["F17"],
  why:
    "By default CloudWatch keeps logs forever: the bill grows each month, and personal data stays longer than any purpose " +
    "requires.",
  fix: { typescript: `retentionInDays: 30,`, python: `retention_in_days=30,`, yaml: `retentionInDays: 30` },
  limits:
    "Whether the time is long enough for an audit, unless the contract sets `logRetentionDays`. Log groups of the class DELIVERY, whose retention AWS sets; log groups " +
    "that AWS services create themselves. Logs that are kept forever are advisory without a contract.",
  references: ["https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html"],
  resource: {
    types: ["aws:cloudwatch/logGroup:LogGroup"],
    check(group, { contract, report, undecided }) {
      const offers: readonly number[] = tableOf(contract, "log-retention").days;
      const days = group.num("retentionInDays");
      const logClass = group.str("logGroupClass");
      const required = contract.logRetentionDays ?? 0;
      const isOffered = days !== undefined && offers.some((offered) => offered === days);
      if (logClass === "DELIVERY" || (isOffered && known(days) && days >= required)) {
        return;
      }
      if (days === UNKNOWN || logClass === UNKNOWN) {
        undecided(group, days === UNKNOWN ? "retentionInDays" : "logGroupClass");
      } else if (days === undefined || days === 0) {
        const usual = required > 0 ? nextOf(offers, required) : DEFAULT_DAYS;
        report({
          at: group,
          property: "retentionInDays",
          ...(contract.logRetention !== true && { level: "advisory" }),
          // An existing group would lose older logs.
          fixWhenNew: { retentionInDays: usual },
          message: `The logs are kept forever. Set \`retentionInDays: ${String(usual)}\`${required > 0 ? "" : ", or 365 where an audit requires them"}.`,
        });
      } else if (isOffered) {
        const long = nextOf(offers, required);
        report({
          at: group,
          property: "retentionInDays",
          fix: { retentionInDays: long },
          message:
            `The logs are kept for ${String(days)} days, and the contract requires ${String(required)}. ` +
            `Set \`retentionInDays: ${String(long)}\`.`,
        });
      } else {
        const next = nextOf(offers, Math.max(days + 1, required));
        report({
          at: group,
          property: "retentionInDays",
          ...(days > 0 && next > days && { fix: { retentionInDays: next } }),
          message: `CloudWatch does not offer a retention of ${String(days)} days. Set \`retentionInDays: ${String(next)}\`.`,
        });
      }
    },
  },
  remediation: {
    does: "sets `retentionInDays` to the next longer time that CloudWatch offers, where it does not offer what is set",
    doesWhenNew: `sets \`retentionInDays: ${String(DEFAULT_DAYS)}\`, or the time that the contract requires, where it is absent`,
  },
});
