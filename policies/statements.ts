import { grantingPolicies, INLINE_POLICY_OWNERS, policiesIn } from "../stack/identity-policies";
import type { Statement } from "../stack/iam";
import type { Resource } from "../stack/resource";
import { UNKNOWN } from "../stack/value";
import type { Context, Rule } from "./rule";

/**
 * The checks of a rule on the statements of identity policies: inline ones with the resource that holds them, policies
 * of their own with the stack, since only the graph tells which of them are boundaries.
 */
export function statementChecks(
  judge: (statement: Statement, context: Context) => void,
): Pick<Rule, "resource" | "stack"> {
  const check = (owner: Resource, context: Context): void => {
    for (const { view, statements } of policiesIn(owner)) {
      if (statements === UNKNOWN) {
        context.undecided(view);
        continue;
      }
      for (const statement of statements) {
        judge(statement, context);
      }
    }
  };
  return {
    resource: { types: INLINE_POLICY_OWNERS, check },
    stack: (stack, context) => {
      for (const policy of grantingPolicies(stack)) {
        check(policy, context);
      }
    },
  };
}
