import { listed, show } from "../../contract/show";
import type { Contract } from "../../contract/schema";
import { requiredTags } from "../../contract/tags";
import type { PatchObject } from "../../stack/merge-patch";
import type { Resource } from "../../stack/resource";
import { costTagOf, tagsOf, takesDefaultTags, takesTags, type Tags } from "../../stack/tags";
import { known, UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

export default defineRule({
  id: "required-tags",
  category: "tagging",
  description: "Resources carry the required tags",
  severity: "low",
  level: "raised-by-contract",
  contractKeys: ["tags"],
  failures: ["F15", "P14", "P18", "B1", "B34"],
  why:
    "Tags tell whose a resource is, what it is for and who pays. " +
    "What is created without them is found again only by looking at each resource of the account.",
  fix: {
    typescript:
      'const provider = new aws.Provider("tagged", {\n' +
      '  defaultTags: { tags: { Environment: "prod", CostCenter: "4711" } },\n});\n' +
      'const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" }, { provider });',
    python:
      'provider = aws.Provider("tagged",\n' +
      '    default_tags={"tags": {"Environment": "prod", "CostCenter": "4711"}})\n' +
      'vpc = aws.ec2.Vpc("main", cidr_block="10.0.0.0/16", opts=pulumi.ResourceOptions(provider=provider))',
    yaml:
      "resources:\n  tagged:\n    type: pulumi:providers:aws\n    properties:\n      defaultTags:\n" +
      '        tags:\n          Environment: prod\n          CostCenter: "4711"\n  main:\n' +
      "    type: aws:ec2:Vpc\n    properties:\n      cidrBlock: 10.0.0.0/16\n    options:\n" +
      "      provider: ${tagged}",
  },
  limits:
    "Resources whose type has no tags, objects in S3 buckets, and default tags from TF_AWS_DEFAULT_TAGS_ variables. " +
    "Without a contract the only tag asked for is Environment, in any case, or what stands for it (env, stage, with a " +
    "prefix too).",
  resource: {
    check(resource, { contract, report, undecided }) {
      if (!takesTags(resource.type)) {
        return;
      }
      const tags = tagsOf(resource);
      const missing: string[] = [];
      const faults: string[] = [];
      for (const [key, allowed] of wantedBy(contract.tags)) {
        const own = tags.values.get(key);
        const near = contract.tags === undefined ? environmentKey : sameButCase;
        const twin = own === undefined ? near(tags, key) : undefined;
        const value = own ?? (contract.tags === undefined && twin ? tags.values.get(twin) : undefined);
        if (value === undefined) {
          missing.push(twin === undefined ? key : `${key} (${twin} is another tag: case counts)`);
        } else if (value === UNKNOWN) {
          if (allowed.length > 0) {
            undecided(resource, `tags.${key}`);
          }
        } else if (value.trim() === "") {
          faults.push(`the tag ${key} is empty; give it a value.`);
        } else if (allowed.length > 0 && !allowed.includes(value)) {
          faults.push(`the tag ${key} is ${show(value)}; use ${listed(allowed, "or")}.`);
        }
      }
      if (missing.length > 0 && tags.complete) {
        faults.unshift(missingText(missing, resource.type));
      } else if (missing.length > 0) {
        undecided(resource, "tags");
      }
      if (faults.length > 0) {
        const mend = mendOf(resource, contract.tags);
        report({ at: resource, property: "tags", message: faults.join(" "), ...(mend && { mend }) });
      }
    },
  },
  remediation: {
    does: 'sets the tags for which the contract allows one value only: `tags: { CostCenter: ["4711"] }`',
    leaves:
      "Tags that may have several values; keys that are there in another case; Auto Scaling groups, which have to say " +
      "whether instances take a tag over.",
  },
});

function wantedBy(tags: Parameters<typeof requiredTags>[0]): ReadonlyMap<string, readonly string[]> {
  return tags === undefined ? new Map([["Environment", []]]) : requiredTags(tags);
}

/** Of the tags that are missing or wrong, those of which the contract allows one value only. */
function mendOf(resource: Resource, wanted: Contract["tags"]): PatchObject | undefined {
  if (!takesDefaultTags(resource.type)) {
    return undefined;
  }
  const tags = tagsOf(resource);
  const added = [...wantedBy(wanted)].flatMap(([key, [only, ...others]]) => {
    const value = tags.values.get(key);
    const isRight = value === UNKNOWN || value === only || (value === undefined && !tags.complete);
    // For some services, keys that differ in case are one.
    return only === undefined || others.length > 0 || isRight || sameButCase(tags, key) !== undefined
      ? []
      : [[key, only] as const];
  });
  const patch = Object.fromEntries(added);
  // The provider has put all tags together by then.
  const hasAll = known(resource.entries("tagsAll"));
  return added.length > 0 ? { tags: patch, ...(hasAll && { tagsAll: patch }) } : undefined;
}

/** The key of a tag that says the environment, under whatever name. */
const environmentKey = (tags: Tags): string | undefined =>
  [...tags.values.keys()].find((key) => costTagOf(key) === "Environment");

function sameButCase(tags: Tags, key: string): string | undefined {
  return [...tags.values.keys()].find((other) => other !== key && other.toLowerCase() === key.toLowerCase());
}

function missingText(missing: readonly string[], type: string): string {
  const [what, it] =
    missing.length === 1
      ? [`the tag ${missing.join("")} is missing`, "it"]
      : [`the tags ${listed(missing, "and")} are missing`, "them"];
  return takesDefaultTags(type)
    ? `${what}; add ${it} to tags here, or for every resource at once to the provider's defaultTags.`
    : `${what}; add ${it} to tags as {key, value, propagateAtLaunch}, since defaultTags do not reach this type.`;
}
