import type { Stringified } from "../../src/graph/output-text";

const FIXES: Readonly<Record<Stringified, string>> = {
  "an Output":
    "Build the string with pulumi.interpolate (Python: pulumi.Output.concat) or inside apply, or use the Output itself.",
  "a Promise": "Await it, or wrap it with pulumi.output and build the string inside apply.",
  "an object": "Use the property that you need, such as its `id` or `arn`, or pulumi.jsonStringify.",
  "a resource": "Use the property that you need, such as its `id` or `arn`.",
};

/** The message on an input or an output in which one of these was turned into a string. */
export const stringifiedMessage = (what: Stringified, where: "input" | "output"): string =>
  `This ${where} contains the string that ${what} turns into, instead of its value. ${FIXES[what]}`;
