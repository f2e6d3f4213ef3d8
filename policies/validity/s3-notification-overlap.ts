import { S3_BUCKET_NOTIFICATION } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import { known, UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { atCreation } from "../../src/rules/at-creation";
import { defineRule, type Context } from "../../src/rules/rule";

const BLOCKS = ["lambdaFunctions", "queues", "topics"];

/** The events that a destination is notified of, and the objects that it is for. */
interface Filter {
  readonly view: View;
  readonly events: readonly string[];
  readonly prefix: string;
  readonly suffix: string;
}

function filterOf(view: View): Filter | undefined {
  const events = view.list("events");
  const prefix = view.str("filterPrefix") ?? "";
  const suffix = view.str("filterSuffix") ?? "";
  const names = known(events) ? events.map((event) => event.str()) : [];
  return known(prefix) && known(suffix) && names.length > 0 && names.every(known)
    ? { view, events: names.filter(known), prefix, suffix }
    : undefined;
}

/** `s3:ObjectCreated:*` includes `s3:ObjectCreated:Put`. */
const isSameEvent = (left: string, right: string): boolean =>
  left === right ||
  (left.endsWith("*") && right.startsWith(left.slice(0, -1))) ||
  (right.endsWith("*") && left.startsWith(right.slice(0, -1)));

const overlap = (left: Filter, right: Filter): boolean =>
  left.events.some((one) => right.events.some((other) => isSameEvent(one, other))) &&
  (left.prefix.startsWith(right.prefix) || right.prefix.startsWith(left.prefix)) &&
  (left.suffix.endsWith(right.suffix) || right.suffix.endsWith(left.suffix));

function check(notification: Resource, { report, undecided }: Context): void {
  const views = BLOCKS.flatMap((block) => {
    const list = notification.list(block) ?? [];
    return list === UNKNOWN ? [notification.at(block)] : list;
  });
  const filters: Filter[] = [];
  for (const view of views) {
    const filter = filterOf(view);
    if (filter === undefined) {
      undecided(view);
      continue;
    }
    const other = filters.find((one) => overlap(one, filter));
    if (other) {
      report({
        at: view,
        property: "events",
        message:
          `The same objects and events go to ${other.view.path} as well, and S3 notifies one destination of each. Use prefixes ` +
          "or suffixes that do not overlap, or one topic with several subscriptions.",
        awsError:
          "Configuration is ambiguously defined. Cannot have overlapping suffixes in two rules if the prefixes are " +
          "overlapping for the same event type",
      });
    }
    filters.push(filter);
  }
}

export default defineRule({
  id: "s3-notification-overlap",
  category: "validity",
  description: "The notifications of a bucket must not overlap",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "S3 sends each event of an object to one destination. It rejects notifications if two are for the same event and " +
    "for prefixes and suffixes that an object may both have.",
  fix: {
    typescript: `queues: [
  { queueArn: open.arn, events: ["s3:ObjectCreated:*"], filterPrefix: "open/" },
  { queueArn: paid.arn, events: ["s3:ObjectCreated:*"], filterPrefix: "paid/" },
],`,
    python: `queues=[
    {"queue_arn": open.arn, "events": ["s3:ObjectCreated:*"], "filter_prefix": "open/"},
    {"queue_arn": paid.arn, "events": ["s3:ObjectCreated:*"], "filter_prefix": "paid/"},
],`,
    yaml: `queues:
  - queueArn: \${open.arn}
    events: ["s3:ObjectCreated:*"]
    filterPrefix: open/
  - queueArn: \${paid.arn}
    events: ["s3:ObjectCreated:*"]
    filterPrefix: paid/`,
  },
  limits: "Filters that are not known yet. On notifications that exist already a finding is advisory.",
  references: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-filtering.html"],
  ...atCreation({ types: [S3_BUCKET_NOTIFICATION], check }),
});
