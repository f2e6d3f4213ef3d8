import { allOf, type Certainty } from "../graph/certainty";
import type { Resource } from "../graph/resource";
import type { Stack } from "../graph/stack";
import { UNKNOWN } from "../graph/value";
import type { View } from "../graph/view";
import { applies, elementsOf, isMet, viewAt, withoutPrefix, type Scope } from "./evaluate";
import type { Constraint } from "./form";
import { referredBy } from "./references";
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
      // What another resource has is shown at the property that names it.
      property: withoutPrefix(path).replace(/->.*$/, ""),
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

/** A constraint for each of the resources that a scope names, and the properties whose resource is not certain. */
function withReferred({ refers = {} }: Constraint, scope: Scope, stack: Stack): { scopes: Scope[]; open: View[] } {
  const open: View[] = [];
  const scopes = Object.entries(refers).reduce<Scope[]>(
    (all, [path, types]) =>
      all.flatMap((one) => {
        const view = viewAt(one, path);
        const resources = referredBy(stack, view, [types].flat());
        if (resources === UNKNOWN) {
          open.push(view);
          return [];
        }
        return resources.map((resource) => ({ ...one, referred: new Map(one.referred).set(path, resource) }));
      }),
    [scope],
  );
  return { scopes, open };
}

const undecided = (at: View, property = ""): Outcome => ({ at, property, holds: UNKNOWN, situation: "" });

/** Checks a constraint at one location, with each of the resources that it refers to. */
function checkScope(
  constraint: Constraint,
  scope: Scope,
  { stack, applicable }: { stack: Stack; applicable: Applicable },
): Outcome[] {
  const { scopes, open } = withReferred(constraint, scope, stack);
  return [
    ...open.filter(({ resource }) => resource === scope.view.resource).map((view) => undecided(view)),
    ...scopes.flatMap((one) => checkAt(constraint, one, applicable(one))),
  ];
}

type Applicable = (scope: Scope) => Certainty;

/** Checks a constraint on a resource of its type: what AWS rejects, and what is not known yet. */
export function checkConstraint(constraint: Constraint, resource: Resource, stack: Stack): Outcome[] {
  const outcomes = outcomesOf(constraint, resource, stack);
  return constraint.ofLiterals ? outcomes.filter(({ holds }) => holds === false) : outcomes;
}

function outcomesOf(constraint: Constraint, resource: Resource, stack: Stack): Outcome[] {
  const { when, each, where, defaults = {} } = constraint;
  if (each === undefined) {
    return checkScope(constraint, { view: resource, defaults }, { stack, applicable: (scope) => applies(when, scope) });
  }
  const ofAll = applies(when, { view: resource, defaults: ofResource(defaults) });
  if (ofAll === false) {
    return [];
  }
  const { elements, unknown } = elementsOf(resource, each);
  const applicable: Applicable = (scope) => allOf([ofAll, applies(where, scope)]);
  return [
    ...unknown.map((at) => undecided(at)),
    ...elements.flatMap((element) => checkScope(constraint, { ...element, defaults }, { stack, applicable })),
  ];
}
