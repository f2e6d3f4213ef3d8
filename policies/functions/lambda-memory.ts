import { belowMinimum } from "./lambda-timeout.minimum";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "lambda-memory",
  category: "functions",
  description: "Functions must have the memory that their work takes",
  severity: "low",
  level: "only-if-required",
  contractKeys: ["functions.minimumMemory"],
  failures: ["B32"],
  why:
    "The share of a processor grows with the memory: at the minimum, loading the AWS SDK alone takes seconds, and Lambda " +
    "kills a function that runs out of memory.",
  fix: { typescript: `memorySize: 256,`, python: `memory_size=256,`, yaml: `memorySize: 256` },
  limits: "Functions at the edge, which may have no more than 128 MB where a viewer waits for them.",
  references: ["https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html"],
  stack(stack, { contract, report, undecided }) {
    const minimum = contract.functions?.minimumMemory;
    if (minimum === undefined) {
      return;
    }
    const setting = { property: "memorySize", minimum, standard: 128, unit: "MB", concerns: () => true } as const;
    for (const { fn, value } of belowMinimum(stack, setting, undecided)) {
      report({
        at: fn,
        property: "memorySize",
        message: `The memory of the function is ${value}, less than the contract requires. Set \`memorySize: ${String(minimum)}\`.`,
      });
    }
  },
});
