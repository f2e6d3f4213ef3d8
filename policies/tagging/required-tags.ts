import { listed, show } from "../../src/contract/show";
import type { Contract } from "../../src/contract/schema";
import { requiredTags } from "../../src/contract/tags";
import type { PatchObject } from "../../src/graph/merge-patch";
import type { Resource } from "../../src/graph/resource";
import { grouped } from "../../src/graph/stack";
import { tagsOf, takesDefaultTags, takesTags, type Tags } from "../../src/aws/tags";
import { known, UNKNOWN } from "../../src/graph/value";
import { defineRule, type Context } from "../../src/rules/rule";

export default defineRule({
  id: "required-tags",
  category: "tagging",
  description: "Resources must have the required tags",
  severity: "low",
  level: "only-if-required",
  contractKeys: ["tags"],
  failures: ["F15", "P14", "P18", "B1", "B34"],
  why:
    "Tags show who owns a resource, what it is for and who pays. A resource without them is found only by going through " +
    "all resources of the account.",
  fix: {
    typescript: `const provider = new aws.Provider("tagged", {
  defaultTags: { tags: { Environment: "prod", CostCenter: "4711" } },
});
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" }, { provider });`,
    python: `provider = aws.Provider("tagged",
    default_tags={"tags": {"Environment": "prod", "CostCenter": "4711"}})
vpc = aws.ec2.Vpc("main", cidr_block="10.0.0.0/16", opts=pulumi.ResourceOptions(provider=provider))`,
    yaml: `resources:
  tagged:
    type: pulumi:providers:aws
    properties:
      defaultTags:
        tags:
          Environment: prod
          CostCenter: "4711"
  main:
    type: aws:ec2:Vpc
    properties:
      cidrBlock: 10.0.0.0/16
    options:
      provider: \${tagged}`,
  },
  limits:
    "Resources whose type has no tags, objects in S3 buckets, and default tags from TF_AWS_DEFAULT_TAGS_ variables. " +
    "Resources with the same problem share one finding.",
  references: ["https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html"],
  stack(stack, context) {
    const problems = stack.resources
      .filter(({ external }) => !external)
      .flatMap((resource) => {
        const message = messageFor(resource, context);
        return message === undefined ? [] : [{ resource, message }];
      });
    for (const [message, entries] of grouped(problems, (one) => [one.message])) {
      const [first, ...others] = entries.map(({ resource }) => resource);
      if (first) {
        const fix = others.length === 0 ? fixFor(first, context.contract.tags) : undefined;
        context.report({ at: first, alsoAt: others, property: "tags", message, ...(fix && { fix }) });
      }
    }
  },
  remediation: {
    does: 'sets the tags for which the contract allows one value only: `tags: { CostCenter: ["4711"] }`',
    leaves:
      "Tags with several allowed values; keys that exist in another case; Auto Scaling groups, which must set whether " +
      "instances get a tag.",
    resource: {
      check(resource, context) {
        const message = messageFor(resource, context);
        const fix = message === undefined ? undefined : fixFor(resource, context.contract.tags);
        if (message !== undefined && fix) {
          context.report({ at: resource, property: "tags", message, fix });
        }
      },
    },
  },
});

/** The problems with a resource's tags and their solution; absent where there are none. */
function messageFor(resource: Resource, { contract, undecided }: Context): string | undefined {
  if (!takesTags(resource.type)) {
    return undefined;
  }
  const tags = tagsOf(resource);
  const missing: string[] = [];
  const twins: string[] = [];
  const invalid: string[] = [];
  for (const [key, allowed] of requiredTags(contract.tags)) {
    const value = tags.values.get(key);
    if (value === undefined) {
      const twin = sameButCase(tags, key);
      missing.push(key);
      twins.push(...(twin === undefined ? [] : [twin]));
    } else if (value === UNKNOWN) {
      if (allowed.length > 0) {
        undecided(resource, `tags.${key}`);
      }
    } else if (value.trim() === "") {
      invalid.push(`the tag ${key} is empty`);
    } else if (allowed.length > 0 && !allowed.includes(value)) {
      invalid.push(`the tag ${key} is ${show(value)} instead of ${listed(allowed, "or")}`);
    }
  }
  if (missing.length > 0 && !tags.complete) {
    undecided(resource, "tags");
  }
  const isMissing = missing.length > 0 && tags.complete;
  const problems = [...(isMissing ? [missingTags(missing, twins)] : []), ...invalid];
  return problems.length === 0
    ? undefined
    : `${capitalized(listed(problems, "and"))}. ${isMissing ? howToAdd(missing, resource.type) : "Set a value that the contract allows."}`;
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function missingTags(missing: readonly string[], twins: readonly string[]): string {
  const what =
    missing.length === 1 ? `the tag ${missing.join("")} is missing` : `the tags ${listed(missing, "and")} are missing`;
  return twins.length === 0 ? what : `${what} (${listed(twins, "and")} does not count: keys are case-sensitive)`;
}

function howToAdd({ length }: readonly string[], type: string): string {
  const it = length === 1 ? "it" : "them";
  return takesDefaultTags(type)
    ? `Add ${it} to \`tags\`, or for every resource at once to the provider's \`defaultTags\`.`
    : `Add ${it} to \`tags\` with \`key\`, \`value\` and \`propagateAtLaunch\`, since default tags do not reach this type.`;
}

/** A fix for those tags that are missing or wrong and have one allowed value only. */
function fixFor(resource: Resource, required: Contract["tags"]): PatchObject | undefined {
  if (!takesDefaultTags(resource.type)) {
    return undefined;
  }
  const tags = tagsOf(resource);
  const added = [...requiredTags(required)].flatMap(([key, [only, ...others]]) => {
    const value = tags.values.get(key);
    const isRight = value === UNKNOWN || value === only || (value === undefined && !tags.complete);
    // For some services, keys that differ in case are one.
    return only === undefined || others.length > 0 || isRight || sameButCase(tags, key) !== undefined
      ? []
      : [[key, only] as const];
  });
  const patch = Object.fromEntries(added);
  // The provider has merged all tags by then.
  const hasAll = known(resource.entries("tagsAll"));
  return added.length > 0 ? { tags: patch, ...(hasAll && { tagsAll: patch }) } : undefined;
}

function sameButCase(tags: Tags, key: string): string | undefined {
  return [...tags.values.keys()].find((other) => other !== key && other.toLowerCase() === key.toLowerCase());
}
