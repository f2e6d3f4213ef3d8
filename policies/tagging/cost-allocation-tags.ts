import { listed } from "../../contract/show";
import type { Resource } from "../../stack/resource";
import { tagsOf, takesTags, type Tags } from "../../stack/tags";
import { defineRule } from "../rule";

const SHOWN = 3;

/** `cost-center` and `CostCenter` are one key here: how an organization writes it is its own affair. */
const folded = (key: string): string => key.toLowerCase().replace(/[^a-z0-9]/g, "");

const NAMES = ["Project", "Environment", "ManagedBy", "CostCenter", "Owner", "Application"];
const KEYS = NAMES.map((name) => ({ name, key: folded(name) }));

function keysOf({ values }: Tags): Set<string> {
  const keys = new Set<string>();
  for (const [key, value] of values) {
    if (typeof value !== "string" || value.trim() !== "") {
      keys.add(folded(key));
    }
  }
  return keys;
}

function some(resources: readonly Resource[]): string {
  const names = resources.slice(0, SHOWN).map(({ name }) => name);
  const more = resources.length - names.length;
  return listed(more > 0 ? [...names, `${String(more)} more`] : names, "and");
}

export default defineRule({
  id: "cost-allocation-tags",
  category: "tagging",
  description: "Resources carry the tags by which costs are told apart",
  severity: "low",
  level: "raised-by-contract",
  contractKeys: ["costAllocationTags"],
  failures: ["E9"],
  why:
    "A bill is told apart only by tags that are on what it is for. Where they are missing on some resources, what those " +
    "cost belongs to nobody: no project, no environment, no team.",
  fix: {
    typescript:
      'const provider = new aws.Provider("tagged", {\n  defaultTags: { tags: {\n' +
      '    Project: "shop", Environment: "prod", ManagedBy: "Pulumi",\n' +
      '    CostCenter: "4711", Owner: "platform", Application: "orders",\n  } },\n});',
    python:
      'provider = aws.Provider("tagged", default_tags={"tags": {\n' +
      '    "Project": "shop", "Environment": "prod", "ManagedBy": "Pulumi",\n' +
      '    "CostCenter": "4711", "Owner": "platform", "Application": "orders",\n}})',
    yaml:
      "resources:\n  tagged:\n    type: pulumi:providers:aws\n    properties:\n      defaultTags:\n" +
      "        tags:\n          Project: shop\n          Environment: prod\n          ManagedBy: Pulumi\n" +
      '          CostCenter: "4711"\n          Owner: platform\n          Application: orders',
  },
  limits:
    "Case and separators of the keys, what the tags say, whether they are activated for billing, and resources whose " +
    "type has no tags. One finding tells of all resources.",
  stack(stack, { report, undecided }) {
    const taggable = stack.resources.filter(({ outside, type }) => !outside && takesTags(type));
    const without = new Map(NAMES.map((name): [string, Resource[]] => [name, []]));
    for (const resource of taggable) {
      const tags = tagsOf(resource);
      const keys = keysOf(tags);
      const missing = KEYS.filter(({ key }) => !keys.has(key));
      if (!tags.complete && missing.length > 0) {
        undecided(resource, "tags");
      } else {
        missing.forEach(({ name }) => without.get(name)?.push(resource));
      }
    }
    const lacking = [...without]
      .map(([key, resources]) => ({ key, resources }))
      .filter(({ resources }) => resources.length > 0);
    if (lacking.length > 0) {
      const onNone = lacking.filter(({ resources }) => resources.length === taggable.length).map(({ key }) => key);
      const onSome = lacking.filter(({ resources }) => resources.length < taggable.length);
      const parts = [
        ...(onNone.length > 0 ? [`${listed(onNone, "and")} on none of the ${String(taggable.length)} resources`] : []),
        ...onSome.map(({ key, resources }) => `${key} not on ${some(resources)}`),
      ];
      report({
        at: stack.root,
        message:
          `the tags for cost allocation are not everywhere: ${parts.join("; ")}; ` +
          "set them for every resource at once in the provider's defaultTags.",
      });
    }
  },
});
