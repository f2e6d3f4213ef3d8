import { allOf, anyOf, not, type Certainty } from "../graph/certainty";
import type { PatchObject } from "../graph/merge-patch";
import type { Resource } from "../graph/resource";
import type { Stack } from "../graph/stack";
import { known, UNKNOWN, type Value } from "../graph/value";
import { fixTexts, insteadOf } from "./requirement/code";
import { companionsHold } from "./requirement/companions";
import type { Requirement } from "./requirement/data";
import { holds, meets, type Scalar } from "./requirement/expectation";
import { locate, plainPath, stepsOf, type Location } from "./requirement/path";
import { inForce } from "./requirement/settings";
import { defineRule, type Context, type Rule, type RuleDefinition } from "./rule";

export type { Companion } from "./requirement/companions";
export type { Requirement } from "./requirement/data";
export type { Condition, Expectation, Scalar, Setting } from "./requirement/expectation";
export type { Plain } from "./requirement/path";

/** A rule that is one requirement, or several of the same kind. `fix` is derived where it is not written. */
export type RequirementRule = Omit<RuleDefinition, "resource" | "stack" | "root" | "remediation" | "fix"> &
  Partial<Pick<RuleDefinition, "fix">> & {
    requirement: Requirement | readonly Requirement[];
  };

/** A rule with the data that it is made of. */
export type RuleOfRequirements = Rule & { requirements: readonly Requirement[] };

const isOnStack = ({ companions = [], unlessInStack }: Requirement): boolean =>
  companions.length > 0 || unlessInStack !== undefined;

/** Gives a rule its check, fix and remediation, from data. */
export function defineRequirement({ requirement, ...rule }: RequirementRule): RuleOfRequirements {
  const requirements = Array.isArray(requirement)
    ? (requirement as readonly Requirement[])
    : [requirement as Requirement];
  const alone = requirements.filter((one) => !isOnStack(one));
  const onStack = requirements.filter(isOnStack);
  const fixes = alone.filter(({ fix }) => fix !== undefined);
  return {
    ...defineRule({
      ...rule,
      fix: rule.fix ?? fixTexts(requirements),
      ...(alone.length > 0 && {
        resource: {
          types: [...new Set(alone.flatMap(({ types }) => types))],
          check(resource: Resource, context: Context) {
            for (const one of alone.filter(({ types }) => types.includes(resource.type))) {
              check(one, resource, context, false);
            }
          },
        },
      }),
      ...(onStack.length > 0 && {
        stack(stack: Stack, context: Context) {
          for (const one of onStack) {
            for (const resource of stack.managed(...one.types)) {
              check(one, resource, context, isHeldInStack(one, resource, stack));
            }
          }
        },
      }),
      ...(fixes.length > 0 && { remediation: describeFixes(fixes) }),
    }),
    requirements,
  };
}

function describeFixes(fixes: readonly Requirement[]): { does?: string; doesWhenNew?: string } {
  const list = (some: readonly Requirement[]): string =>
    [...new Set(some.map(({ property = "", fix }) => `\`${plainPath(property)}: ${JSON.stringify(fix)}\``))].join(", ");
  const always = fixes.filter(({ fixWhenNew }) => !fixWhenNew);
  const whenNew = fixes.filter(({ fixWhenNew }) => fixWhenNew);
  return {
    ...(always.length > 0 && { does: `sets ${list(always)}` }),
    ...(whenNew.length > 0 && { doesWhenNew: `sets ${list(whenNew)}` }),
  };
}

const isHeldInStack = ({ companions = [], unlessInStack }: Requirement, resource: Resource, stack: Stack): Certainty =>
  anyOf([companionsHold(companions, resource, stack), unlessInStack?.(resource, stack) ?? false]);

/** Reports each location at which a resource does not meet a requirement, unless something else makes up for it. */
function check(written: Requirement, resource: Resource, context: Context, byCompanion: Certainty): void {
  const requirement = inForce(written, context.contract);
  if (requirement === undefined) {
    return;
  }
  const { property, must, orElse = [], inAnyElement, whenAbsent } = requirement;
  const spared = anyOf([isSpared(requirement, resource), byCompanion, ...orElse.map((one) => holds(one, resource))]);
  if (spared === true) {
    return;
  }
  if (property === undefined || must === undefined) {
    context.decide(spared, { at: resource, message: sentences("", requirement) });
    return;
  }
  const locations = locate(resource, property);
  const condition = { must, ...(whenAbsent !== undefined && { whenAbsent }) };
  if (inAnyElement) {
    const [first = ""] = plainPath(property).split(".");
    const holdsSomewhere = anyOf([spared, ...locations.map((location) => meets(condition, location))]);
    context.decide(holdsSomewhere, {
      at: resource,
      property: first,
      message: sentences(`No element of \`${first}\` is so.`, requirement),
    });
    return;
  }
  for (const location of locations) {
    const applies = isFor(requirement, location, resource);
    context.decide(anyOf([spared, not(applies), meets(condition, location)]), {
      at: location.at,
      property: location.property,
      message: sentences(whatIsThere(requirement, location), requirement),
      ...fixOf(requirement, location),
    });
  }
}

/** Whether the requirement is for the element of a list that a location is in. */
function isFor({ whenElement = [], property = "" }: Requirement, { at }: Location, resource: Resource): Certainty {
  if (whenElement.length > 0 && at === resource) {
    return resource.at(...plainPath(property).split(".", 1)).isUnknown ? UNKNOWN : false;
  }
  return allOf(whenElement.map((one) => holds(one, at)));
}

function isSpared({ when = [], unless }: Requirement, resource: Resource): Certainty {
  const applies = allOf(when.map((one) => holds(one, resource)));
  return anyOf([not(applies), unless?.(resource) ?? false]);
}

/** What is there, what follows, and what to write instead. */
function sentences(first: string, requirement: Requirement): string {
  const { consequence, instead = insteadOf(requirement) } = requirement;
  return [first, consequence, instead].filter((one) => one !== "").join(" ");
}

function whatIsThere({ property = "", whenAbsent, must }: Requirement, { value: view }: Location): string {
  const { key = "", where } = stepsOf(property).at(-1) ?? {};
  const value = known(view) ? view.value : undefined;
  if (value === undefined || value === "") {
    const selected = stepsOf(property).find((step) => step.where)?.where ?? where;
    const name = selected === undefined ? `\`${key}\`` : JSON.stringify(selected.value);
    return whenAbsent === undefined
      ? `${name} is not set.`
      : `${name} is not set, and the default is ${JSON.stringify(whenAbsent)}.`;
  }
  return must !== undefined && !("isAbsent" in must) && isShown(value)
    ? `\`${key}: ${JSON.stringify(value)}\` is set.`
    : `\`${key}\` is set.`;
}

const LONGEST_VALUE = 100;

/** True for what is short and without structure, so that it can be quoted as code. */
function isShown(value: Value): boolean {
  const items = Array.isArray(value) ? value : [value];
  const text = items.every((item) => ["string", "number", "boolean"].includes(typeof item)) && JSON.stringify(value);
  return text !== false && text.length <= LONGEST_VALUE && !text.includes("`");
}

function fixOf(
  { property: path = "", fix, fixWhenNew, companions = [] }: Requirement,
  { property }: Location,
): { fix?: PatchObject; fixWhenNew?: PatchObject } {
  const keys = property.split(".");
  // A list without the element with the name would need a whole new one.
  if (fix === undefined || companions.length > 0 || keys.at(-1) !== stepsOf(path).at(-1)?.key) {
    return {};
  }
  const patch = keys.reduceRight<PatchObject | Scalar>((inner, part) => ({ [part]: inner }), fix) as PatchObject;
  return fixWhenNew ? { fixWhenNew: patch } : { fix: patch };
}
