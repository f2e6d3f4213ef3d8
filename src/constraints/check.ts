import { allOf, type Certainty } from "../graph/certainty";
import type { Resource } from "../graph/resource";
import { UNKNOWN } from "../graph/value";
import type { View } from "../graph/view";
import { applies, elementsOf, isMet, withoutPrefix, type Scope } from "./evaluate";
import type { Constraint } from "./form";
import { situation } from "./situation";

/** What came of checking a constraint at one location. */
export interface Outcome {
  /** The resource, or an element of a list in it. */
  readonly at: View;
  /** The property below it that decides. */
  readonly property: string;
  /** False where AWS rejects it, unknown where that is not known yet. */
  readonly holds: Certainty;
  /** What is there, in a sentence. */
  readonly situation: string;
}

function checkAt(constraint: Constraint, scope: Scope, applicable: Certainty): Outcome[] {
  if (applicable === false) {
    return [];
  }
  const { holds, path } = isMet(constraint.require, scope);
  if (holds === true) {
    return [];
  }
  const isRejected = applicable === true && holds === false;
  const at = path.startsWith("/")
    ? scope.view.resource
    : path.startsWith("../")
      ? (scope.outer ?? scope.view)
      : scope.view;
  return [
    {
      at,
      property: withoutPrefix(path),
      holds: isRejected ? false : UNKNOWN,
      situation: isRejected ? situation(constraint, scope, path) : "",
    },
  ];
}

/** The defaults of the resource where a constraint is about the elements of a list: their paths begin with `/`. */
const ofResource = (defaults: Scope["defaults"]): Scope["defaults"] =>
  Object.fromEntries(
    Object.entries(defaults).flatMap(([path, value]) => (path.startsWith("/") ? [[path.slice(1), value]] : [])),
  );

/** Checks a constraint on a resource of its type: what AWS rejects, and what is not known yet. */
export function checkConstraint(constraint: Constraint, resource: Resource): Outcome[] {
  const { when, each, where, defaults = {} } = constraint;
  if (each === undefined) {
    const scope = { view: resource, defaults };
    return checkAt(constraint, scope, applies(when, scope));
  }
  const applicable = applies(when, { view: resource, defaults: ofResource(defaults) });
  if (applicable === false) {
    return [];
  }
  const { elements, unknown } = elementsOf(resource, each);
  return [
    ...unknown.map((at): Outcome => ({ at, property: "", holds: UNKNOWN, situation: "" })),
    ...elements.flatMap((element) => {
      const scope = { ...element, defaults };
      return checkAt(constraint, scope, allOf([applicable, applies(where, scope)]));
    }),
  ];
}
