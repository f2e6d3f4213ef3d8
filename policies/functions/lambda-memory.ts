import { isAtEdge } from "../../stack/edge-functions";
import { FUNCTION } from "../../stack/functions";
import type { Resource } from "../../stack/resource";
import { UNKNOWN } from "../../stack/value";
import { defineRule, type Context } from "../rule";

const MINIMUM = 256;
const DEFAULT = 128;

function judge(fn: Resource, minimum: number, { report, undecided }: Context): void {
  const memory = fn.num("memorySize");
  if (memory === UNKNOWN) {
    undecided(fn, "memorySize");
  } else if ((memory ?? DEFAULT) < minimum) {
    report({
      at: fn,
      property: "memorySize",
      message:
        `the function has ${String(memory ?? DEFAULT)} MB${memory === undefined ? " (the default)" : ""} and the ` +
        `small share of a processor that goes with it; give it at least ${String(minimum)} MB: memorySize: ${String(minimum)}.`,
    });
  }
}

export default defineRule({
  id: "lambda-memory",
  category: "functions",
  description: "Functions have the memory that their work takes",
  severity: "low",
  level: "raised-by-contract",
  contractKeys: ["functions.minimumMemory"],
  failures: ["B32"],
  why:
    "The share of a processor grows with the memory: with the least of it, loading the AWS SDK alone takes seconds, " +
    "and a function that runs out of memory is killed.",
  fix: { typescript: "memorySize: 256,", python: "memory_size=256,", yaml: "memorySize: 256" },
  limits:
    "Without a contract, functions at the edge, which may have no more than 128 MB where a viewer waits for them.",
  // What the contract asks of every function is seen before it is created; which run at the edge, in the whole stack.
  resource: {
    types: [FUNCTION],
    check(fn, context) {
      const minimum = context.contract.functions?.minimumMemory;
      if (minimum !== undefined) {
        judge(fn, minimum, context);
      }
    },
  },
  stack(stack, context) {
    if (context.contract.functions?.minimumMemory === undefined) {
      for (const fn of stack.ofType(FUNCTION)) {
        if (!fn.outside && !isAtEdge(stack, fn)) {
          judge(fn, MINIMUM, context);
        }
      }
    }
  },
});
