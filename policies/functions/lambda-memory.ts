import { runsAtEdge } from "../../stack/edge-functions";
import { FUNCTION } from "../../stack/functions";
import type { Resource } from "../../stack/resource";
import { UNKNOWN } from "../../stack/value";
import { defineRule, type Context } from "../rule";

const USUAL = 256;
const DEFAULT = 128;

function report(fn: Resource, memory: number | undefined, minimum: number, context: Context): void {
  context.report({
    at: fn,
    property: "memorySize",
    message:
      `the function has ${String(memory ?? DEFAULT)} MB${memory === undefined ? " (the default)" : ""} and the ` +
      `small share of a processor that goes with it; give it at least ${String(minimum)} MB: memorySize: ${String(minimum)}.`,
  });
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
    "Without a contract, any size that the program sets, and functions at the edge, which may have no more than 128 MB " +
    "where a viewer waits for them.",
  // What the contract asks of every function is seen before it is created; which run at the edge, in the whole stack.
  resource: {
    types: [FUNCTION],
    check(fn, context) {
      const minimum = context.contract.functions?.minimumMemory;
      const memory = fn.num("memorySize");
      if (minimum !== undefined && memory === UNKNOWN) {
        context.undecided(fn, "memorySize");
      } else if (minimum !== undefined && memory !== UNKNOWN && (memory ?? DEFAULT) < minimum) {
        report(fn, memory, minimum, context);
      }
    },
  },
  stack(stack, context) {
    if (context.contract.functions?.minimumMemory === undefined) {
      // Whoever sets a size has thought of it.
      for (const fn of stack.ofType(FUNCTION).filter((one) => !one.outside && one.at("memorySize").isAbsent)) {
        const atEdge = runsAtEdge(stack, fn);
        if (atEdge === UNKNOWN) {
          context.undecided(fn, "memorySize");
        } else if (!atEdge) {
          report(fn, undefined, USUAL, context);
        }
      }
    }
  },
});
