import { stringified } from "../../src/graph/output-text";
import { known } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule } from "../../src/rules/rule";
import { stringifiedMessage } from "./output-as-text.message";

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
  description: "Stack outputs must hold values",
  severity: "medium",
  level: "mandatory",
  basis: "cannot-work",
  failures: ["F16"],
  why:
    "Tests and other stacks read the outputs. With a note of the SDK in place of an address, or with nothing at all, they " +
    "fail far from the line that exports it.",
  fix: {
    typescript: `export const url = pulumi.interpolate\`https://\${balancer.dnsName}\`;`,
    python: `pulumi.export("url", pulumi.Output.concat("https://", balancer.dns_name))`,
    yaml: `outputs:
  url: https://\${balancer.dnsName}`,
  },
  limits: "Values that are empty inside an exported list or object. An empty output is advisory.",
  stack(stack, { report }) {
    const outputs = stack.root?.outputs.entries();
    for (const [, output] of known(outputs) ? outputs : []) {
      for (const view of output.scalars()) {
        const what = typeof view.value === "string" ? stringified(view.value) : undefined;
        if (what !== undefined) {
          report({ at: view, message: stringifiedMessage(what, "output") });
        }
      }
      if (isEmpty(output)) {
        report({
          at: output,
          level: "advisory",
          message: "This output is empty, so it is of no use. Export a value, or remove it.",
        });
      }
    }
  },
});
