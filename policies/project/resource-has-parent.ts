import type { SyntaxNode } from "@lezer/common";
import type { Resource } from "../../stack/resource";
import { grouped, STACK_TYPE, type Stack } from "../../stack/stack";
import { defineRule, type ProjectFacts } from "../rule";

export default defineRule({
  id: "resource-has-parent",
  category: "project",
  description: "Resources of a component have it as their parent",
  severity: "low",
  level: "advisory",
  failures: [],
  why:
    "What a component makes without { parent: this } takes none of its options, such as providers, aliases and protect, has " +
    "no part in what waits for the component, and clashes with that of a second component of the kind.",
  fix: {
    typescript: "new aws.ec2.Subnet(`${name}-a`, { /* … */ }, { parent: this });",
    python: 'aws.ec2.Subnet(f"{name}-a", ..., opts=pulumi.ResourceOptions(parent=self))',
    yaml:
      "resources:\n  network-a:\n    type: aws:ec2:Subnet\n    properties:\n      vpcId: ${vpc.id}\n" +
      "      cidrBlock: 10.0.0.0/24\n    options:\n      parent: ${network}",
  },
  limits:
    "Resources of which it is not certain that a component makes them: those that do not stand between two resources of it, " +
    "made from the one and needed by the other, and those of types that the sources make outside of classes only.",
  stack(stack, { report, project }) {
    for (const resource of stack.resources) {
      if (!resource.outside && resource.type.startsWith("aws:") && isAtTop(stack, resource)) {
        const component = makerOf(stack, resource);
        if (component && mayBeMadeInClass(resource, project)) {
          report({
            at: resource,
            message:
              `this is made from resources of the component ${component.name}, which has others that are made from it, and is not its child; ` +
              "pass { parent: this } where it is made.",
          });
        }
      }
    }
  },
});

function isAtTop(stack: Stack, { parent }: Resource): boolean {
  return parent === undefined || stack.get(parent)?.type === STACK_TYPE;
}

/** The component that surely makes a resource: one with resources both before and after it. */
function makerOf(stack: Stack, resource: Resource): Resource | undefined {
  const before = new Set(resource.dependencies.flatMap((one) => componentsOf(stack, one)));
  if (before.size === 0) {
    return undefined;
  }
  const after = stack.once(dependents).get(resource) ?? [];
  return after.flatMap((one) => componentsOf(stack, one)).find((component) => before.has(component));
}

/** The components that a resource is a part of, the innermost first. */
function componentsOf(stack: Stack, resource: Resource): Resource[] {
  const above = new Set<Resource>();
  let one = stack.get(resource.parent);
  while (one && one.type !== STACK_TYPE && !above.has(one)) {
    above.add(one);
    one = stack.get(one.parent);
  }
  return [...above].filter(({ type }) => !type.startsWith("aws:"));
}

const dependents = ({ resources }: Stack): ReadonlyMap<Resource, Resource[]> =>
  grouped(resources, ({ dependencies }) => dependencies);

/** False where the sources are there, make resources of this type, and do so outside of classes only. */
function mayBeMadeInClass({ type }: Resource, { files }: ProjectFacts): boolean {
  const kind = `.${type.slice(type.lastIndexOf(":") + 1)}`;
  const made = (files?.sources ?? []).flatMap(({ calls }) => calls.filter(({ name }) => name?.endsWith(kind)));
  return made.length === 0 || made.some(({ node }) => isInClass(node));
}

function isInClass(node: SyntaxNode): boolean {
  for (let outer = node.parent; outer; outer = outer.parent) {
    if (/^Class(?:Declaration|Expression|Definition)$/.test(outer.name)) {
      return true;
    }
  }
  return false;
}
