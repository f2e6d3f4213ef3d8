import { accountOf } from "../../src/aws/identity/account";
import { regionOf } from "../../src/aws/region";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import type { Read } from "../../src/graph/view";
import { defineRule } from "../../src/rules/rule";
import { IDENTITIES, type Identity, type Part } from "./duplicate-resources.identities";

/** A part of an identity as a string; unknown where it may be anything. */
function partOf(stack: Stack, resource: Resource, { path, types = [] }: Part): Read<string> {
  const view = resource.at(...path.split("."));
  const { resources, complete } = types.length > 0 ? stack.refs(view, ...types) : { resources: [], complete: false };
  const [only, another] = resources;
  if (only && !another && complete) {
    return only.urn;
  }
  const text = view.str();
  // Names of DNS and most others are compared in any case, and may end with a dot.
  return known(text) ? (text === "" ? undefined : text.toLowerCase().replace(/\.$/, "")) : text;
}

/** What a resource is to AWS; undefined where it has no such identity or part of it is not known. */
function keyOf(stack: Stack, resource: Resource, { parts, also }: Identity): string | undefined {
  const values = parts.map((part) => ({ part, value: partOf(stack, resource, part) }));
  const own = also?.(resource);
  const isOpen =
    own === UNKNOWN ||
    values.some(({ part, value }) => value === UNKNOWN || (value === undefined && part.isRequired === true));
  if (isOpen) {
    return undefined;
  }
  const { provider } = resource;
  const scope = [String(regionOf(resource)), accountOf(resource), provider.urn];
  return JSON.stringify([scope, values.map(({ value }) => value), own]);
}

/** The property that two resources have in common. */
const propertyOf = ({ parts }: Identity): string => parts.findLast(({ isRequired }) => isRequired)?.path ?? "";

export default defineRule({
  id: "duplicate-resources",
  category: "validity",
  description: "Two resources must not be the same to AWS",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "AWS knows a resource by its name, or by what it belongs to: a VPC has one internet gateway, a listener one rule of a " +
    "priority, a zone one record of a name and type. The logical names of a program differ, so a preview succeeds. Then " +
    "AWS rejects the second resource, or overwrites the first one with it.",
  fix: {
    typescript: `new aws.lb.ListenerRule("orders", { listenerArn: listener.arn, priority: 10, conditions, actions });
new aws.lb.ListenerRule("invoices", { listenerArn: listener.arn, priority: 20, conditions: others, actions });`,
    python: `aws.lb.ListenerRule("orders", listener_arn=listener.arn, priority=10, conditions=conditions, actions=actions)
aws.lb.ListenerRule("invoices", listener_arn=listener.arn, priority=20, conditions=others, actions=actions)`,
    yaml: `resources:
  orders:
    type: aws:lb:ListenerRule
    properties:
      listenerArn: \${listener.arn}
      priority: 10
  invoices:
    type: aws:lb:ListenerRule
    properties:
      listenerArn: \${listener.arn}
      priority: 20`,
  },
  limits:
    "Resources of different providers, names that are not known yet, records that overwrite others, and types with names " +
    "that AWS accepts twice. On a resource that exists already a finding is advisory.",
  references: [
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html",
    "https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeResourceRecordSets.html",
  ],
  stack(stack, { report }) {
    for (const identity of IDENTITIES) {
      const found = new Map<string, Resource[]>();
      for (const resource of stack.managed(...identity.types).filter(({ skipped }) => !skipped)) {
        const key = keyOf(stack, resource, identity);
        if (key !== undefined) {
          found.set(key, [...(found.get(key) ?? []), resource]);
        }
      }
      for (const same of found.values()) {
        // The one that exists already keeps its place.
        const [first, ...others] = [...same].sort(
          (left, right) => Number(right.exists === true) - Number(left.exists === true),
        );
        if (first) {
          for (const extra of others.slice((identity.most ?? 1) - 1)) {
            report({
              at: extra,
              property: propertyOf(identity),
              onlyAtCreation: true,
              message: identity.message(first.name),
            });
          }
        }
      }
    }
  },
});
