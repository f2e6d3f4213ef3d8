import { outputMatches } from "../../src/contract/outputs";
import { listed } from "../../src/contract/show";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "required-outputs",
  category: "naming",
  description: "The stack must export the outputs of the contract",
  severity: "medium",
  level: "only-if-required",
  contractKeys: ["outputs"],
  failures: ["F16", "P17", "B35"],
  why: "Other stacks, tests and the people who operate this one find its resources by its outputs.",
  fix: {
    typescript: `export const vpcId = vpc.id;`,
    python: `pulumi.export("vpc_id", vpc.id)`,
    yaml: `outputs:
  vpcId: \${vpc.id}`,
  },
  limits: "The values of the outputs. One that is exported as undefined is missing.",
  stack(stack, { contract, report, undecided }) {
    const { root } = stack;
    const exported = root && namesOf(root);
    if (root === undefined || exported === undefined) {
      return;
    }
    if (exported === UNKNOWN) {
      undecided(root);
      return;
    }
    const has = (required: string): boolean => exported.some((name) => outputMatches(required, name));
    const missing = (contract.outputs ?? []).filter((required) => !has(required));
    if (missing.length > 0) {
      const shown = missing.map((required) => required.split("|").join(" or "));
      report({
        at: root,
        message:
          `The stack does not export ${listed(shown, "and")}. ` +
          `Export ${missing.length === 1 ? "it" : "them"} from the program.${hint(stack, missing)}`,
      });
    }
  },
});

function namesOf({ outputs }: Resource) {
  const entries = outputs.entries();
  return known(entries) ? entries.filter(([, value]) => !value.isAbsent).map(([name]) => name) : entries;
}

/** What a component registers is easily mistaken for an output of the stack. */
function hint(stack: Stack, missing: readonly string[]): string {
  const parents = new Set(stack.resources.map(({ parent }) => parent));
  for (const component of stack.resources) {
    const isComponent = parents.has(component.urn) && component !== stack.root && !component.type.startsWith("aws:");
    const names = isComponent ? namesOf(component) : undefined;
    const name =
      known(names) && names.find((candidate) => missing.some((required) => outputMatches(required, candidate)));
    if (name) {
      return ` The component ${component.name} registers ${name}, which is not an output of the stack.`;
    }
  }
  return "";
}
