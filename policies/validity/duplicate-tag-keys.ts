import { IAM_ROLE, IAM_USER } from "../../src/aws/type-tokens";
import { show } from "../../src/contract/show";
import { tagsOf } from "../../src/aws/tags";
import { defineRule } from "../../src/rules/rule";

/** Two keys that differ in case only. */
function duplicateIn(keys: Iterable<string>): readonly [string, string] | undefined {
  const seen = new Map<string, string>();
  for (const key of keys) {
    const other = seen.get(key.toLowerCase());
    if (other !== undefined) {
      return [other, key];
    }
    seen.set(key.toLowerCase(), key);
  }
  return undefined;
}

export default defineRule({
  id: "duplicate-tag-keys",
  category: "validity",
  description: "Tag keys of roles and users must differ in more than case",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "For IAM, Environment and environment are the same key, and it rejects a role or user with both. Other services accept " +
    "them as two keys, so a set of tags that fits everywhere else fails at the first role.",
  fix: {
    typescript: `tags: { Environment: "prod" },`,
    python: `tags={"Environment": "prod"},`,
    yaml: `tags:
  Environment: prod`,
  },
  limits: "Other resources, also those of IAM (policies, instance profiles, …), for which case counts.",
  references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html"],
  resource: {
    types: [IAM_ROLE, IAM_USER],
    check(resource, { report, undecided }) {
      const { values, complete } = tagsOf(resource);
      const duplicate = duplicateIn(values.keys());
      if (duplicate) {
        const [first, second] = duplicate;
        report({
          at: resource,
          property: "tags",
          message:
            `For IAM, the tag keys ${show(first)} and ${show(second)} (with the provider's default tags) are the same key. ` +
            "Keep one spelling of it.",
          awsError: "Duplicate tag keys found. Please note that Tag keys are case insensitive",
        });
      } else if (!complete) {
        undecided(resource, "tags");
      }
    },
  },
});
