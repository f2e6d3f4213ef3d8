import { show } from "../../contract/show";
import { tagsOf, takesTags } from "../../stack/tags";
import { defineRule } from "../rule";

export default defineRule({
  id: "duplicate-tag-keys",
  category: "validity",
  description: "Tag keys of IAM resources differ in more than case",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "IAM takes Environment and environment for the same key and refuses a role, user or policy that has both. Elsewhere " +
    "they are two keys, so that tags which all other resources take stop the deployment at the first role.",
  fix: {
    typescript: 'tags: { Environment: "prod" },',
    python: 'tags={"Environment": "prod"},',
  },
  limits: "Resources of other services, most of which tell keys apart by case.",
  resource: {
    check(resource, { report, undecided }) {
      if (!resource.type.startsWith("aws:iam/") || !takesTags(resource.type)) {
        return;
      }
      const { values, complete } = tagsOf(resource);
      const seen = new Map<string, string>();
      let twins: readonly [string, string] | undefined;
      for (const key of values.keys()) {
        const other = seen.get(key.toLowerCase());
        if (other === undefined) {
          seen.set(key.toLowerCase(), key);
        } else {
          twins ??= [other, key];
        }
      }
      if (twins) {
        report({
          at: resource,
          property: "tags",
          message:
            `the tag keys ${show(twins[0])} and ${show(twins[1])} (default tags of the provider counted) are one key for IAM, ` +
            "which minds no case; keep one spelling of it.",
          answer: "Duplicate tag keys found. Please note that Tag keys are case insensitive",
        });
      } else if (!complete) {
        undecided(resource, "tags");
      }
    },
  },
});
