import { globMatcher } from "./globs";
import type { Exemption } from "./schema";

/** An exemption that covers a finding. After its last day it is `expired`, and the finding counts again. */
export interface FoundExemption {
  exemption: Exemption;
  state: "active" | "expired";
}

/** What an exemption is matched with: a resource's logical name and URN. */
export interface ExemptedResource {
  name: string;
  urn: string;
}

const matchers = new Map<string, (text: string) => boolean>();

function matcherOf(glob: string): (text: string) => boolean {
  const matcher = matchers.get(glob) ?? globMatcher(glob);
  matchers.set(glob, matcher);
  return matcher;
}

// A URN holds the stack, the project and the type too: only a pattern with `::` is meant for it.
function matchesResource(glob: string, { name, urn }: ExemptedResource): boolean {
  return glob === name || glob === urn || matcherOf(glob)(name) || (glob.includes("::") && matcherOf(glob)(urn));
}

function matches(exemption: Exemption, resource: ExemptedResource | undefined, stack: string | undefined): boolean {
  return resource === undefined
    ? exemption.resource === "*" || exemption.resource === stack
    : matchesResource(exemption.resource, resource);
}

/**
 * The exemption that covers a finding of a rule on a resource, by the rule's id or that of a constraint that it checks, on a day (`YYYY-MM-DD`): of several the one with the last
 * end. A finding on the whole stack has no resource: `*` and the name of the stack cover it. The exemptions of an effective
 * contract have no rule that cannot be exempt.
 */
export function findExemption(
  exemptions: readonly Exemption[],
  ids: readonly string[],
  resource: ExemptedResource | undefined,
  day: string,
  stack?: string,
): FoundExemption | undefined {
  let longest: Exemption | undefined;
  for (const exemption of exemptions) {
    const longer = longest === undefined || exemption.until > longest.until;
    if (longer && ids.includes(exemption.rule) && matches(exemption, resource, stack)) {
      longest = exemption;
    }
  }
  return longest && { exemption: longest, state: day <= longest.until ? "active" : "expired" };
}
