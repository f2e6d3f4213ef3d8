import { listed } from "../../contract/show";
import type { Resource } from "../../stack/resource";
import { grouped } from "../../stack/stack";
import { COST_TAGS, costTagOf, foldedKey, tagsOf, takesTags, type CostTag } from "../../stack/tags";
import { defineRule } from "../rule";

const SHOWN = 3;

const ownNameOf = (key: string): CostTag | undefined => COST_TAGS.find((tag) => foldedKey(tag) === foldedKey(key));

/** The tags of cost allocation that resources have: where they are asked for by their own names, else by any. */
function tagsOn(resources: readonly Resource[], isAsked: boolean): Map<Resource, ReadonlySet<CostTag>> {
  // The keys are few, and on every resource the same.
  const meant = new Map<string, CostTag | undefined>();
  const meaningOf = (key: string): CostTag | undefined => {
    if (!meant.has(key)) {
      meant.set(key, isAsked ? ownNameOf(key) : costTagOf(key));
    }
    return meant.get(key);
  };
  const onOne = (resource: Resource): CostTag[] =>
    [...tagsOf(resource).values].flatMap(([key, value]) => {
      const tag = typeof value !== "string" || value.trim() !== "" ? meaningOf(key) : undefined;
      return tag === undefined ? [] : [tag];
    });
  return new Map(resources.map((resource) => [resource, new Set(onOne(resource))]));
}

function some(resources: readonly Resource[]): string {
  const names = resources.slice(0, SHOWN).map(({ name }) => name);
  const more = resources.length - names.length;
  return listed(more > 0 ? [...names, `${String(more)} more`] : names, "and");
}

/** The tags that the same resources lack, told together. */
function lacks(missing: ReadonlyMap<CostTag, readonly Resource[]>): string[] {
  const byPlace = grouped([...missing], ([, resources]) => [some(resources)]);
  return [...byPlace].map(
    ([place, entries]) =>
      `${listed(
        entries.map(([tag]) => tag),
        "and",
      )} not on ${place}`,
  );
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
    "type has no tags. Without a contract, tags that nothing in the stack has, unless none of them is anywhere; other " +
    "names of the same (env, cost-centre, team, service, with a prefix too) count there. One finding tells of all " +
    "resources.",
  stack(stack, { contract, report, undecided }) {
    const isAsked = contract.costAllocationTags === true;
    const taggable = stack.resources.filter(({ outside, type }) => !outside && takesTags(type));
    const tags = tagsOn(taggable, isAsked);
    const used = COST_TAGS.filter((tag) => taggable.some((resource) => tags.get(resource)?.has(tag)));
    const wanted = isAsked || used.length === 0 ? COST_TAGS : used;
    const lacksOne = (resource: Resource, tag: CostTag): boolean => tags.get(resource)?.has(tag) === false;
    const unclear = taggable.filter((one) => !tagsOf(one).complete && wanted.some((tag) => lacksOne(one, tag)));
    unclear.forEach((resource) => {
      undecided(resource, "tags");
    });
    const lacking = new Map(
      wanted
        .map((tag) => [tag, taggable.filter((one) => tagsOf(one).complete && lacksOne(one, tag))] as const)
        .filter(([, resources]) => resources.length > 0),
    );
    if (lacking.size > 0) {
      const isNone = ({ length }: readonly Resource[]): boolean => length > 1 && length === taggable.length;
      const onNone = [...lacking].filter(([, resources]) => isNone(resources)).map(([tag]) => tag);
      const onSome = new Map([...lacking].filter(([tag]) => !onNone.includes(tag)));
      const parts = [
        ...(onNone.length > 0 ? [`${listed(onNone, "and")} on none of the ${String(taggable.length)} resources`] : []),
        ...lacks(onSome),
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
