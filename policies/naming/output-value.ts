import { stringified, type Stringified } from "../../stack/output-text";
import { known } from "../../stack/value";
import type { View } from "../../stack/view";
import { defineRule } from "../rule";

const MENDS: Readonly<Record<Stringified, string>> = {
  "an Output": "export the Output itself, or build the text with pulumi.interpolate`…` (Python: pulumi.Output.concat).",
  "a Promise": "await it first, or export pulumi.output(…) of it.",
  "an object": "export the property that is meant, such as its id or arn, or the object itself.",
  "a resource": "export the property that is meant, such as its id or arn.",
};

function isEmpty(output: View): boolean {
  const { value } = output;
  const entries = output.entries();
  return (
    value === undefined ||
    (typeof value === "string" && value.trim() === "") ||
    (Array.isArray(value) ? value.length === 0 : known(entries) && entries.length === 0)
  );
}

export default defineRule({
  id: "output-value",
  category: "naming",
  description: "What the stack exports holds values",
  severity: "medium",
  level: "mandatory",
  failures: ["F16"],
  why:
    "Tests and other stacks read the outputs. A note of the SDK in place of an address, or nothing at all, makes them " +
    "fail far from the line that exports it.",
  fix: {
    typescript: "export const url = pulumi.interpolate`https://${balancer.dnsName}`;",
    python: 'pulumi.export("url", pulumi.Output.concat("https://", balancer.dns_name))',
    yaml: "outputs:\n  url: https://${balancer.dnsName}",
  },
  limits: "Values that are empty inside of an exported list or object. An empty output is advisory.",
  stack(stack, { report }) {
    const outputs = stack.root?.outputs.entries();
    for (const [, output] of known(outputs) ? outputs : []) {
      for (const place of output.scalars()) {
        const what = typeof place.value === "string" ? stringified(place.value) : undefined;
        if (what !== undefined) {
          report({
            at: place,
            message: `this output holds what ${what} looks like when it is turned into text, not the value that is meant; ${MENDS[what]}`,
          });
        }
      }
      if (isEmpty(output)) {
        report({
          at: output,
          level: "advisory",
          message: "this output is empty, so that nobody can use it; export the value that is meant, or leave it out.",
        });
      }
    }
  },
});
