import type { Contract } from "../contract/contract";

/**
 * Two programs that a rule's page shows and the tests run: the rule reports something in the first and nothing in the
 * second. They are TypeScript without imports: `aws`, `pulumi` and `random` are there. A rule on a project's files has
 * files by path instead.
 */
export interface RuleExamples {
  incorrect: string | Record<string, string>;
  correct: string | Record<string, string>;
  /** What the stack promises in both. */
  contract?: Contract;
  /** The configuration in force in both, by full key such as `aws:region`. */
  config?: Record<string, string>;
  /** Where the incorrect program shows itself only on something deployed. */
  exists?: true;
}
