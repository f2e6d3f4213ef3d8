import type { SyntaxNode } from "@lezer/common";
import type { Resource } from "../../src/graph/resource";
import { grouped, STACK_TYPE, type Stack } from "../../src/graph/stack";
import { defineRule } from "../../src/rules/rule";
import type { ProjectFacts } from "../../src/source/project-files";

export default defineRule({
  id: "resource-has-parent",
  category: "project",
  description: "Resources of a component must have it as their parent",
  severity: "low",
  level: "advisory",
  why:
    "A resource that a component creates without { parent: this } inherits none of its options, such as providers and " +
    "protect. What depends on the component does not wait for it, and a second component of the class repeats its name.",
  fix: {
    typescript: `new aws.ec2.Subnet(\`\${name}-a\`, { /* … */ }, { parent: this });`,
    python: `aws.ec2.Subnet(f"{name}-a", ..., opts=pulumi.ResourceOptions(parent=self))`,
    yaml: `resources:
  network-a:
    type: aws:ec2:Subnet
    properties:
      vpcId: \${vpc.id}
      cidrBlock: 10.0.0.0/24
    options:
      parent: \${network}`,
  },
  limits:
    "Resources that a component may not have created: those that do not depend on one of its resources while another " +
    "one depends on them, and those of types that the sources create only outside of classes.",
  stack(stack, { report, project }) {
    for (const resource of stack.resources) {
      if (!resource.external && resource.type.startsWith("aws:") && isAtTop(stack, resource)) {
        const component = makerOf(stack, resource);
        if (component && mayBeMadeInClass(resource, project)) {
          report({
            at: resource,
            message:
              `This depends on resources of the component ${component.name}, and others of the component depend on it, but it ` +
              `is not a child of the component. Pass the resource option \`parent: ${project.files?.settings?.runtime === "python" ? "self" : "this"}\` where it is created.`,
          });
        }
      }
    }
  },
});

function isAtTop(stack: Stack, { parent }: Resource): boolean {
  return parent === undefined || stack.get(parent)?.type === STACK_TYPE;
}

/** The component that certainly creates a resource: one with resources both before and after it. */
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

/** False where the sources create resources of this type, and only outside of classes. */
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
