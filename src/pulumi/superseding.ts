import type { Rule } from "../rules/rule";
import type { Result } from "../rules/run";
import { supersedingRules, withoutSuperseded } from "../rules/superseding";

/**
 * Drops findings that another rule's findings supersede. The engine evaluates each rule apart, so the superseding rule
 * is evaluated here as well: once a resource or stack, and only where there is a finding that it may replace.
 */
export class Superseding {
  private readonly byId: ReadonlyMap<string, readonly Rule[]>;
  private readonly found = new WeakMap<object, Map<Rule, readonly Result[]>>();

  constructor(
    rules: readonly Rule[],
    /** True for a rule that the user has disabled, which replaces nothing. */
    private readonly isDisabled: (ruleId: string) => boolean,
  ) {
    this.byId = supersedingRules(rules);
  }

  /** The findings of one rule on a resource or stack that stay. */
  remaining(
    rule: Rule,
    results: Result[],
    subject: object,
    evaluate: (superseding: Rule) => readonly Result[],
  ): Result[] {
    const superseding = (this.byId.get(rule.id) ?? []).filter(({ id }) => !this.isDisabled(id));
    if (results.length === 0 || superseding.length === 0) {
      return results;
    }
    const known = this.found.get(subject) ?? new Map<Rule, readonly Result[]>();
    this.found.set(subject, known);
    const others = superseding.flatMap((other) => {
      const found = known.get(other) ?? evaluate(other);
      known.set(other, found);
      return found;
    });
    return withoutSuperseded(results, others);
  }
}
