import { FUNCTION } from "../../stack/functions";
import { UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

const MINIMUM = 256;
const DEFAULT = 128;

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
  fix: { typescript: "memorySize: 256,", python: "memory_size=256," },
  resource: {
    types: [FUNCTION],
    check(fn, { contract, report, undecided }) {
      const minimum = contract.functions?.minimumMemory ?? MINIMUM;
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
    },
  },
});
