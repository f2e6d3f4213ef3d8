import { grantingPolicies, INLINE_POLICY_OWNERS, policiesIn } from "../aws/identity/identity-policies";
import type { Statement } from "../aws/identity/iam";
import type { Resource } from "../graph/resource";
import { UNKNOWN } from "../graph/value";
import type { Context, Rule } from "./rule";

/**
 * The checks of a rule on the statements of identity policies: inline ones with the resource that holds them,
 * customer-managed policies with the stack, since only the graph shows which of them are boundaries.
 */
export function statementChecks(
  checkStatement: (statement: Statement, context: Context) => void,
): Pick<Rule, "resource" | "stack"> {
  const check = (owner: Resource, context: Context): void => {
    for (const { view, statements } of policiesIn(owner)) {
      if (statements === UNKNOWN) {
        context.undecided(view);
        continue;
      }
      for (const statement of statements) {
        if (statement.view.isUnknown) {
          context.undecided(statement.view);
        } else {
          checkStatement(statement, context);
        }
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
