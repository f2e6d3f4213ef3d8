import { listed } from "../../src/contract/show";
import type { Resource } from "../../src/graph/resource";
import { grouped } from "../../src/graph/stack";
import { COST_TAGS, costTagOf, tagsOf, takesTags, type CostTag } from "../../src/aws/tags";
import { defineRule } from "../../src/rules/rule";

const SHOWN = 10;

/** The cost allocation tags of a resource that are not empty. */
function costTagsOf(resource: Resource, tagOf: (key: string) => CostTag | undefined): ReadonlySet<CostTag> {
  const tags = [...tagsOf(resource).values].map(([key, value]) =>
    typeof value !== "string" || value.trim() !== "" ? tagOf(key) : undefined,
  );
  return new Set(tags.filter((tag) => tag !== undefined));
}

/** `costTagOf`, which folds a key once: the keys are few, and the same on every resource. */
function costTagFinder(): (key: string) => CostTag | undefined {
  const found = new Map<string, CostTag | undefined>();
  return (key) => {
    if (!found.has(key)) {
      found.set(key, costTagOf(key));
    }
    return found.get(key);
  };
}

function namesIn(resources: readonly Resource[], all: number): string {
  if (resources.length === all && all > 1) {
    return `all ${String(all)} resources`;
  }
  const names = resources.slice(0, SHOWN).map(({ name }) => name);
  const more = resources.length - names.length;
  return listed(more > 0 ? [...names, `${String(more)} more`] : names, "and");
}

export default defineRule({
  id: "cost-allocation-tags",
  category: "tagging",
  description: "Resources must have the tags for cost allocation",
  severity: "low",
  level: "only-if-required",
  contractKeys: ["costAllocationTags"],
  failures: ["E9"],
  why:
    "A bill can be split only by the tags of the resources that cause it. The costs of resources without them belong to " +
    "no project, no environment and no team.",
  fix: {
    typescript: `const provider = new aws.Provider("tagged", {
  defaultTags: { tags: {
    Project: "shop", Environment: "prod", ManagedBy: "Pulumi",
    CostCenter: "4711", Owner: "platform", Application: "orders",
  } },
});`,
    python: `provider = aws.Provider("tagged", default_tags={"tags": {
    "Project": "shop", "Environment": "prod", "ManagedBy": "Pulumi",
    "CostCenter": "4711", "Owner": "platform", "Application": "orders",
}})`,
    yaml: `resources:
  tagged:
    type: pulumi:providers:aws
    properties:
      defaultTags:
        tags:
          Project: shop
          Environment: prod
          ManagedBy: Pulumi
          CostCenter: "4711"
          Owner: platform
          Application: orders`,
  },
  limits:
    "Case and separators of the keys, the values of the tags, whether they are activated for billing, and resources whose " +
    "type has no tags. One finding lists all resources.",
  references: ["https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/cost-alloc-tags.html"],
  stack(stack, { report, undecided }) {
    const tagOf = costTagFinder();
    const taggable = stack.resources.filter(({ external, type }) => !external && takesTags(type));
    const lacking = taggable
      .map((resource) => {
        const present = costTagsOf(resource, tagOf);
        return { resource, missing: COST_TAGS.filter((tag) => !present.has(tag)) };
      })
      .filter(({ missing }) => missing.length > 0);
    for (const { resource } of lacking.filter((one) => !tagsOf(one.resource).complete)) {
      undecided(resource, "tags");
    }
    const certain = lacking.filter(({ resource }) => tagsOf(resource).complete);
    const byTags = grouped(certain, ({ missing }) => [listed(missing, "and")]);
    const parts = [...byTags].map(
      ([tags, entries]) =>
        `${tags} on ${namesIn(
          entries.map(({ resource }) => resource),
          taggable.length,
        )}`,
    );
    if (parts.length > 0) {
      report({
        at: stack.root,
        message:
          `Tags for cost allocation are missing: ${parts.join("; ")}. Set them for every resource at once in the ` +
          "provider's `defaultTags`.",
      });
    }
  },
});
