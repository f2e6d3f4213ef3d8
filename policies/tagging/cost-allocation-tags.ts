import { listed } from "../../contract/show";
import type { Resource } from "../../stack/resource";
import { tagsOf, takesTags } from "../../stack/tags";
import { defineRule } from "../rule";

const KEYS = ["Project", "Environment", "ManagedBy", "CostCenter", "Owner", "Application"];
const SHOWN = 3;

/** `cost-center` and `CostCenter` are one key here: how an organization writes it is its own affair. */
const folded = (key: string): string => key.toLowerCase().replace(/[^a-z0-9]/g, "");

function keysOf(resource: Resource): Set<string> {
  const filled = [...tagsOf(resource).values].filter(([, value]) => typeof value !== "string" || value.trim() !== "");
  return new Set(filled.map(([key]) => folded(key)));
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
    const keys = new Map(taggable.map((resource) => [resource, keysOf(resource)]));
    const lacking = KEYS.map((key) => ({
      key,
      resources: taggable.filter((one) => tagsOf(one).complete && keys.get(one)?.has(folded(key)) === false),
    })).filter(({ resources }) => resources.length > 0);
    for (const resource of taggable) {
      if (!tagsOf(resource).complete && KEYS.some((key) => keys.get(resource)?.has(folded(key)) === false)) {
        undecided(resource, "tags");
      }
    }
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
