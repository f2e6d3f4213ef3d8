import { takesTags } from "../../src/aws/tags";
import type { Resource } from "../../src/graph/resource";
import { known } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule, type Context } from "../../src/rules/rule";

const MOST_TAGS = 50;
const LONGEST_KEY = 128;
const LONGEST_VALUE = 256;

/** Services whose APIs document which characters a tag may have. */
const STRICT = /^aws:(?:iam|rds|docdb|neptune|ssm|ecs|s3)\//;
const CHARACTERS = /^[\p{L}\p{Z}\p{N}_.:/=+@-]*$/u;

function problemOf(resource: Resource, [key, value]: [string, View]): string | undefined {
  const text = value.str();
  if (/^aws:/i.test(key)) {
    return `The tag "${key}" begins with "aws:", which AWS reserves. Use another key.`;
  }
  if (key.length > LONGEST_KEY) {
    return `A tag's key has ${String(key.length)} characters, and AWS accepts ${String(LONGEST_KEY)}.`;
  }
  if (known(text) && text.length > LONGEST_VALUE) {
    return `The value of the tag "${key}" has ${String(text.length)} characters, and AWS accepts ${String(LONGEST_VALUE)}.`;
  }
  return STRICT.test(resource.type) && !(CHARACTERS.test(key) && (!known(text) || CHARACTERS.test(text)))
    ? `The tag "${key}" has a character that this service does not accept. Use letters, digits, spaces and "_.:/=+-@" only.`
    : undefined;
}

function check(resource: Resource, { report }: Context): void {
  const tags = resource.entries("tags");
  const own = known(tags) ? tags.filter(([, value]) => !value.isAbsent) : [];
  if (own.length > MOST_TAGS) {
    report({
      at: resource,
      property: "tags",
      message: `There are ${String(own.length)} tags, and AWS accepts ${String(MOST_TAGS)}. Remove some.`,
    });
  }
  const message = own.map((tag) => problemOf(resource, tag)).find((one) => one !== undefined);
  if (message !== undefined) {
    report({ at: resource, property: "tags", message });
  }
}

export default defineRule({
  id: "tag-limits",
  category: "validity",
  description: "Tags must have keys and values that AWS accepts",
  severity: "medium",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "Keys that begin with aws: belong to AWS, a key has at most 128 characters and a value 256, and some services accept " +
    "letters, digits and a few signs only. A set of tags that is built from text of people breaks these limits easily.",
  fix: {
    typescript: `tags: { "shop:team": "orders" },`,
    python: `tags={"shop:team": "orders"},`,
    yaml: `tags:
  shop:team: orders`,
  },
  limits: "The default tags of providers. Characters are checked where the API of the service documents them.",
  references: ["https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html"],
  resource: {
    check(resource, context) {
      if (takesTags(resource.type)) {
        check(resource, context);
      }
    },
  },
});
