import { runsAtEdge } from "../../src/aws/functions/edge-functions";
import { LAMBDA_FUNCTION } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { UNKNOWN } from "../../src/graph/value";
import type { Context } from "../../src/rules/rule";

/** A number of functions that must not be lower than a minimum. */
export interface Minimum {
  property: "timeout" | "memorySize";
  minimum: number;
  /** What Lambda chooses where a function sets nothing. */
  standard: number;
  unit: string;
  /** Which functions it concerns. */
  concerns: (fn: Resource) => boolean;
}

/** The functions below a minimum, each with its value in words, except those at the edge, where AWS allows less. */
export function belowMinimum(
  stack: Stack,
  { property, minimum, standard, unit, concerns }: Minimum,
  undecided: Context["undecided"],
): { fn: Resource; value: string }[] {
  const found: { fn: Resource; value: string }[] = [];
  for (const fn of stack.managed(LAMBDA_FUNCTION).filter(concerns)) {
    const value = fn.num(property);
    const atEdge = runsAtEdge(stack, fn);
    if (atEdge === true || (value !== UNKNOWN && (value ?? standard) >= minimum)) {
      continue;
    }
    if (value === UNKNOWN || atEdge === UNKNOWN) {
      undecided(fn, property);
    } else {
      const words = value === undefined ? `${String(standard)} ${unit} (the default)` : `${String(value)} ${unit}`;
      found.push({ fn, value: words });
    }
  }
  return found;
}
