import { outputMatches } from "../../contract/outputs";
import { listed } from "../../contract/show";
import type { Resource } from "../../stack/resource";
import type { Stack } from "../../stack/stack";
import { known, UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

export default defineRule({
  id: "required-outputs",
  category: "naming",
  description: "The stack exports the outputs of the contract",
  severity: "medium",
  level: "contract",
  contractKeys: ["outputs"],
  failures: ["F16", "P17", "B35"],
  why: "Other stacks, tests and the people who run this one find its resources by its outputs.",
  fix: {
    typescript: "export const vpcId = vpc.id;",
    python: 'pulumi.export("vpc_id", vpc.id)',
    yaml: "outputs:\n  vpcId: ${vpc.id}",
  },
  limits: "What an output holds. One that is exported as undefined is missing.",
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
    const has = (wanted: string): boolean => exported.some((name) => outputMatches(wanted, name));
    const missing = (contract.outputs ?? []).filter((wanted) => !has(wanted));
    if (missing.length > 0) {
      const shown = missing.map((wanted) => wanted.split("|").join(" or "));
      report({
        at: root,
        message:
          `the stack does not export ${listed(shown, "and")}; ` +
          `export ${missing.length === 1 ? "it" : "them"} from the program.${hint(stack, missing)}`,
      });
    }
  },
});

function namesOf({ outputs }: Resource) {
  const entries = outputs.entries();
  return known(entries) ? entries.filter(([, value]) => !value.isAbsent).map(([name]) => name) : entries;
}

/** What a component registers is easily taken for an output of the stack. */
function hint(stack: Stack, missing: readonly string[]): string {
  const parents = new Set(stack.resources.map(({ parent }) => parent));
  for (const component of stack.resources) {
    const isComponent = parents.has(component.urn) && component !== stack.root && !component.type.startsWith("aws:");
    const names = isComponent ? namesOf(component) : undefined;
    const name = known(names) && names.find((candidate) => missing.some((wanted) => outputMatches(wanted, candidate)));
    if (name) {
      return ` The component ${component.name} registers ${name}, but only what the program itself exports counts.`;
    }
  }
  return "";
}
