import { show } from "../../contract/show";
import { ROLE } from "../../stack/iam";
import { tagsOf } from "../../stack/tags";
import { defineRule } from "../rule";

const USER = "aws:iam/user:User";

export default defineRule({
  id: "duplicate-tag-keys",
  category: "validity",
  description: "Tag keys of roles and users differ in more than case",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "IAM takes Environment and environment for the same key and refuses a role or user that has both. Elsewhere they are " +
    "two keys, so that tags which all other resources take stop the deployment at the first role.",
  fix: {
    typescript: 'tags: { Environment: "prod" },',
    python: 'tags={"Environment": "prod"},',
    yaml: "tags:\n  Environment: prod",
  },
  limits: "All other resources, those of IAM included (policies, instance profiles, …), which tell keys apart by case.",
  resource: {
    types: [ROLE, USER],
    check(resource, { report, undecided }) {
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
            "which minds no case here; keep one spelling of it.",
          answer: "Duplicate tag keys found. Please note that Tag keys are case insensitive",
        });
      } else if (!complete) {
        undecided(resource, "tags");
      }
    },
  },
});
