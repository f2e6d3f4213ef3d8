import { isConstraintId } from "../constraints/ids";
import { isDay } from "./day";
import type { RuleNames } from "./check";
import { nearest } from "./near";
import type { Problem } from "./problem";
import type { Exemption } from "./schema";
import { show } from "./show";

/** An exemption in a comment of the program's source: `preflight-ignore RULE[, RULE] until YYYY-MM-DD: reason`. */
export interface SourceExemption {
  /** `index.ts:12`. */
  place: string;
  /** What is after the keyword. */
  text: string;
  /** Patterns on the URNs of the resources that it is above. */
  resources: readonly string[];
}

/** What a comment comes to: its exemptions, or what is wrong with it. */
export interface ReadSourceExemption {
  exemptions: Exemption[];
  problems: Problem[];
}

/** The name of these exemptions where the sources of a contract are listed. */
export const IN_SOURCE = "comments in the source";

const FORM = `"preflight-ignore RULE until 2027-03-31: reason"`;

/**
 * Reads one comment. What is wrong with it is reported, and it exempts nothing.
 * @param isForbidden true where the contract allows no exemptions in the source
 */
export function readSourceExemption(
  { place, text, resources }: SourceExemption,
  { known, isFixed }: RuleNames,
  isForbidden: boolean,
): ReadSourceExemption {
  const wrong = (message: string): ReadSourceExemption => ({
    exemptions: [],
    problems: [{ place, path: "", message: `The comment at ${place} ${message}` }],
  });
  const [head = "", ...rest] = text.split(":");
  const reason = rest.join(":").trim();
  const [names = "", until] = ` ${head}`.split(/\suntil\s/).map((part) => part.trim());
  const rules = names.split(",").map((name) => name.trim());
  const unknown = rules.find((rule) => !known.has(rule) && !isConstraintId(rule));
  if (isForbidden) {
    return wrong("exempts a resource, but the contract allows no exemptions in the source (exemptInSource: false).");
  }
  if (unknown !== undefined) {
    const near = nearest(unknown, known);
    const advice = near === undefined ? `; write ${FORM}.` : `; did you mean ${near}?`;
    return wrong(
      unknown === "" ? `names no rule; write ${FORM}.` : `names ${show(unknown)}, which is not a rule${advice}`,
    );
  }
  if (until === undefined || !isDay(until)) {
    return wrong(`${until === undefined ? "has no last day" : `has ${show(until)} as its last day`}; write ${FORM}.`);
  }
  if (!/[A-Za-z\u00aa-\uffff]/.test(reason)) {
    return wrong(`has no reason; write ${FORM}.`);
  }
  const fixed = rules.find(isFixed);
  if (fixed !== undefined) {
    return wrong(`names ${fixed}, a rule that cannot be exempt.`);
  }
  const exemptions = rules.flatMap((rule) => resources.map((resource) => ({ rule, resource, reason, until })));
  return { exemptions, problems: [] };
}
