import { rules } from "../../policies";

const BASES = ["aws-rejects", "cannot-work", "public", "credential"];

/** The promise of the README: without a contract only these four stop an operation. */
it.each(rules.map((rule) => [rule.id, rule] as const))(
  "%s is mandatory without a contract for a reason only",
  (_id, rule) => {
    expect([...BASES, undefined]).toContain(rule.basis);
    if (rule.level === "mandatory") {
      expect(rule.basis).toBeDefined();
    }
  },
);
