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

type Matcher = (text: string) => boolean;

const matchers = new Map<string, Matcher>();

// A URN has slashes and dots that mean nothing to a glob: `bash` lets a star run over slashes, `dot` over dots.
const SYNTAX = { bash: true, dot: true, nonegate: true, windows: false };

function globs(): typeof import("picomatch") {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it where nothing is exempted
  return require("picomatch") as typeof import("picomatch");
}

function matcherOf(glob: string): Matcher {
  let matcher = matchers.get(glob);
  if (matcher === undefined) {
    matcher = globs()(glob, SYNTAX);
    matchers.set(glob, matcher);
  }
  return matcher;
}

/** The bracket that a glob lacks, so that it meets nothing but a name that is spelt like it; absent for a good one. */
export function missingBracket(glob: string): string | undefined {
  try {
    globs().makeRe(glob, { ...SYNTAX, strictBrackets: true });
    return undefined;
  } catch (error) {
    return error instanceof Error ? /Missing \w+: "(.)"/.exec(error.message)?.[1] : undefined;
  }
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
