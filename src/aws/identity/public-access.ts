import { allOf, anyOf, not, type Certainty } from "../../graph/certainty";
import { known, UNKNOWN, type Unknown } from "../../graph/value";
import { deniesOthers, limitsCallers } from "./conditions";
import { elementOf, namesAction, type Principal, type Statement } from "./iam";

/** Whether a principal is everyone: `"*"`, `{ "AWS": "*" }`, every service, every identity provider. */
function isEveryone({ type, id }: Principal): Certainty {
  return id === UNKNOWN ? type === "AWS" && UNKNOWN : id === "*";
}

/** Whether a statement is for everyone, whatever its condition; a list of exceptions is for everyone else. */
function isForEveryone({ principals, view }: Statement): Certainty {
  if (principals === UNKNOWN) {
    return elementOf(view, "Principal").isAbsent && !elementOf(view, "NotPrincipal").isAbsent ? true : UNKNOWN;
  }
  return anyOf(principals.map(isEveryone));
}

/** True where a statement that denies covers every action of the other. */
function coversActions(denying: Statement, { actions }: Statement): Certainty {
  return actions.except
    ? denying.actions.patterns.includes("*")
    : allOf(actions.patterns.map((action) => (action === UNKNOWN ? UNKNOWN : namesAction(denying, action))));
}

/** True where a statement that denies covers every resource of the other; unknown where that is not sure. */
function coversResources(denying: Statement, { resources }: Statement): Certainty {
  const covers = (resource: string | Unknown): boolean =>
    denying.resources.patterns.some(
      (pattern) =>
        pattern !== UNKNOWN &&
        resource !== UNKNOWN &&
        (pattern === resource || (pattern.endsWith("*") && resource.startsWith(pattern.slice(0, -1)))),
    );
  return (!denying.resources.except && !resources.except && resources.patterns.every(covers)) || UNKNOWN;
}

/** Whether another statement of the document denies what this one allows to all but someone in particular. */
function isDeniedToOthers(statement: Statement, document: readonly Statement[]): Certainty {
  return anyOf(
    document
      .filter(({ effect }) => effect === "Deny")
      .map((denying) =>
        allOf([
          isForEveryone(denying),
          coversActions(denying, statement),
          coversResources(denying, statement),
          deniesOthers(elementOf(denying.view, "Condition")),
        ]),
      ),
  );
}

/** Whether a statement of a resource's policy allows everyone: no condition, and no denial, leaves someone in particular. */
export function allowsEveryone(statement: Statement, document: readonly Statement[]): Certainty {
  if (statement.effect === "Deny") {
    return false;
  }
  return allOf([
    statement.effect === UNKNOWN ? UNKNOWN : true,
    isForEveryone(statement),
    not(limitsCallers(elementOf(statement.view, "Condition"))),
    not(isDeniedToOthers(statement, document)),
  ]);
}

/** What a document allows everyone. */
export interface PublicAccess {
  /** The statements that do. */
  statements: readonly Statement[];
  /** The statements that may; the document itself where it cannot be read. */
  isUnclear: boolean;
}

/** The statements of a resource's policy that allow everyone. */
export function publicAccessOf(document: readonly Statement[] | Unknown): PublicAccess {
  if (!known(document)) {
    return { statements: [], isUnclear: true };
  }
  const answers = document.map((statement) => allowsEveryone(statement, document));
  return {
    statements: document.filter((_statement, index) => answers[index] === true),
    isUnclear: answers.includes(UNKNOWN),
  };
}
