import { globMatcher } from "./globs";
import type { Exemption } from "./schema";

/** An exemption that meets a finding. After its last day it is `expired`, and the finding counts again. */
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

function matchesResource(glob: string, { name, urn }: ExemptedResource): boolean {
  return glob === name || glob === urn || matcherOf(glob)(name) || matcherOf(glob)(urn);
}

function matches(exemption: Exemption, resource: ExemptedResource | undefined, stack: string | undefined): boolean {
  return resource === undefined
    ? exemption.resource === "*" || exemption.resource === stack
    : matchesResource(exemption.resource, resource);
}

/**
 * The exemption that meets a finding of a rule on a resource, on a day (`YYYY-MM-DD`). Of several, one that still
 * holds, and the one that holds longest. A finding on the whole stack has no resource: `*` and the name of the stack
 * meet it. Give it the exemptions of an effective contract, which hold no rule that none may exempt.
 */
export function findExemption(
  exemptions: readonly Exemption[],
  ruleId: string,
  resource: ExemptedResource | undefined,
  day: string,
  stack?: string,
): FoundExemption | undefined {
  let longest: Exemption | undefined;
  for (const exemption of exemptions) {
    const longer = longest === undefined || exemption.until > longest.until;
    if (longer && exemption.rule === ruleId && matches(exemption, resource, stack)) {
      longest = exemption;
    }
  }
  return longest && { exemption: longest, state: day <= longest.until ? "active" : "expired" };
}
