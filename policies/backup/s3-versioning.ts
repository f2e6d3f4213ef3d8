import {
  bucketsOf,
  isSwitchedOn,
  isVersioned,
  lifecyclesOf,
  logsIn,
  servesWebsite,
  versioningsOf,
} from "../../src/aws/storage/buckets";
import { allOf, anyOf, type Certainty } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule } from "../../src/rules/rule";

/** In days. */
const MONTH = 30;

export default defineRule({
  id: "s3-versioning",
  category: "backup",
  description: "Buckets must keep the versions of their objects",
  severity: "low",
  level: "advisory",
  failures: [],
  why: "Without versions, an object that a program overwrites or deletes by mistake is gone: S3 cannot restore it.",
  fix: {
    typescript: `new aws.s3.BucketVersioning("data", {
  bucket: bucket.id,
  versioningConfiguration: { status: "Enabled" },
});`,
    python: `aws.s3.BucketVersioning("data",
    bucket=bucket.id,
    versioning_configuration={"status": "Enabled"})`,
    yaml: `resources:
  data:
    type: aws:s3:BucketVersioning
    properties:
      bucket: \${bucket.id}
      versioningConfiguration:
        status: Enabled`,
  },
  limits:
    "Buckets with object lock, which versions them; buckets that AWS writes logs to; buckets that serve a website, whose " +
    "files come from the program; buckets with forceDestroy, and those that delete every object within 30 days. A framework " +
    "of the contract requires versions of all but those with object lock.",
  references: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html"],
  stack(stack, { servesFramework, report, undecided }) {
    const bare: Resource[] = [];
    for (const bucket of bucketsOf(stack)) {
      const versioned = isVersioned(stack, bucket);
      // A framework requires versions of every bucket.
      const dispensable = !servesFramework && isDispensable(stack, bucket);
      if (versioned === true || dispensable === true) {
        continue;
      }
      const { views } = versioningsOf(stack, bucket);
      const [off] = views;
      if (versioned === UNKNOWN) {
        undecided(views.find((view) => isSwitchedOn(view) === UNKNOWN) ?? bucket);
      } else if (dispensable === UNKNOWN) {
        undecided(bucket);
      } else if (off) {
        report({
          at: off,
          message:
            "Versioning of the bucket is switched off, so an overwritten or deleted object is gone. " +
            'Set `status: "Enabled"`.',
        });
      } else {
        bare.push(bucket);
      }
    }
    const [first, ...others] = bare;
    if (first) {
      report({
        at: first,
        alsoAt: others,
        message:
          "The bucket keeps no versions, so an overwritten or deleted object is gone. " +
          'Add an aws.s3.BucketVersioning with `status: "Enabled"`.',
      });
    }
  },
});

/** Whether the objects of a bucket can be created again, or are deleted soon anyway. */
const isDispensable = (stack: Stack, bucket: Resource): Certainty =>
  anyOf([
    bucket.bool("forceDestroy") ?? false,
    logsIn(stack, bucket) !== undefined,
    servesWebsite(stack, bucket),
    isTransient(stack, bucket),
  ]);

/** Whether a bucket deletes all its objects within a month. */
function isTransient(stack: Stack, bucket: Resource): Certainty {
  const lists = lifecyclesOf(stack, bucket).views.map((view) => view.list());
  return anyOf(lists.flatMap((rules) => (known(rules) ? rules.map(deletesAllSoon) : [rules ?? false])));
}

function deletesAllSoon(rule: View): Certainty {
  const settings = rule.entries();
  if (!known(settings)) {
    return settings ?? false;
  }
  const at = new Map(settings);
  const days = at.get("expiration")?.entries() ?? [];
  const age = days === UNKNOWN ? UNKNOWN : new Map(days).get("days")?.num();
  const narrowing = [at.get("filter"), at.get("prefix"), at.get("tags")].flatMap((view) => view?.scalars() ?? []);
  return allOf([
    isSwitchedOn(rule),
    age === UNKNOWN ? UNKNOWN : age !== undefined && age > 0 && age <= MONTH,
    ...narrowing.map(({ value }): Certainty => (value === UNKNOWN ? UNKNOWN : value === undefined || value === "")),
  ]);
}
