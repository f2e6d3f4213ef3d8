import { elementOf, statementsOf, type Statement } from "../../src/aws/identity/iam";
import { publicAccessOf } from "../../src/aws/identity/public-access";
import { known } from "../../src/graph/value";
import { joinNames } from "../../src/graph/words";
import type { View } from "../../src/graph/view";
import type { Context, Finding } from "../../src/rules/rule";

/** How to allow less, as the last sentence of a message. */
export const NARROWER =
  'Name accounts or roles in "Principal", or add a condition on "aws:SourceArn", "aws:PrincipalOrgID" or "aws:SourceVpce".';

/** Reports the statements of a resource's policy that allow everyone. */
export function checkDocument(
  document: View,
  noun: string,
  { report, undecided }: Context,
  more: Pick<Finding, "level"> = {},
): void {
  if (document.isAbsent || document.value === "") {
    return;
  }
  const { statements, isUnclear } = publicAccessOf(statementsOf(document));
  for (const statement of statements) {
    report({
      at: statement.view,
      property: elementOf(statement.view, "Principal").isAbsent ? "NotPrincipal" : "Principal",
      message: describe(statement, noun),
      restsOnComputedText: statement.isComputed,
      ...more,
    });
  }
  if (statements.length === 0 && isUnclear) {
    undecided(document);
  }
}

function describe({ view, actions, hasCondition }: Statement, noun: string): string {
  const named = actions.patterns.filter(known).map((action) => `"${action}"`);
  const what = actions.except
    ? `call all actions except ${joinNames(named)}`
    : named.length > 0
      ? `call ${joinNames(named)}`
      : "use it";
  const who = elementOf(view, "Principal").isAbsent ? "everyone but a few" : "everyone, in any AWS account,";
  const condition = hasCondition ? " Its condition does not limit who that is." : "";
  return `This statement lets ${who} ${what} on the ${noun}.${condition} ${NARROWER}`;
}
