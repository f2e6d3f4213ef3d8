import { CLOUDWATCH_EVENT_RULE, SNS_TOPIC_SUBSCRIPTION } from "../../src/aws/type-tokens";
import { findJsonError } from "../../src/graph/json-error";
import { known, UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule, type Finding } from "../../src/rules/rule";

/** The comparisons of EventBridge and of SNS, which has some of them under the same names. */
const COMPARISONS: ReadonlySet<string> = new Set([
  "prefix",
  "suffix",
  "anything-but",
  "numeric",
  "exists",
  "cidr",
  "equals-ignore-case",
  "wildcard",
]);
const ALTERNATIVES = "$or";

type Violation = Pick<Finding, "message"> & { at: View };

const isObject = ({ value }: View): boolean => typeof value === "object" && !Array.isArray(value);

/** What is wrong with the list of values of a field. */
function inValues(name: string, values: View): Violation | undefined {
  for (const value of known(values.list()) ? (values.list() as View[]) : []) {
    const entries = isObject(value) ? value.entries() : [];
    if (known(entries) && entries.length > 1) {
      return {
        at: value,
        message:
          `This has ${String(entries.length)} comparisons (${entries.map(([key]) => key).join(", ")}), and a value of the field ` +
          `"${name}" may have one. Write each as a value of its own, where one has to match, or use a wildcard.`,
      };
    }
    const unknownKey = known(entries) ? entries.find(([key]) => !COMPARISONS.has(key)) : undefined;
    if (unknownKey) {
      return {
        at: unknownKey[1],
        message: `"${unknownKey[0]}" is not a comparison. Use one of ${[...COMPARISONS].join(", ")} for the field "${name}".`,
      };
    }
  }
  return undefined;
}

function inFields(fields: View): Violation | undefined {
  const entries = fields.entries();
  for (const [name, value] of known(entries) ? entries : []) {
    if (value.isUnknown) {
      continue;
    }
    if (name === ALTERNATIVES) {
      const list = value.list();
      const wrong = known(list)
        ? list
            .filter(isObject)
            .map(inFields)
            .find((one) => one !== undefined)
        : undefined;
      if (wrong) {
        return wrong;
      }
    } else if (isObject(value)) {
      const wrong = inFields(value);
      if (wrong) {
        return wrong;
      }
    } else if (!Array.isArray(value.value)) {
      return { at: value, message: `The values of the field "${name}" must be in a list, such as ["…"].` };
    } else {
      const wrong = inValues(name, value);
      if (wrong) {
        return wrong;
      }
    }
  }
  return undefined;
}

/** What is wrong with a pattern; undefined also where it is not known yet. */
function inPattern(pattern: View): Violation | undefined {
  const { value } = pattern;
  const error = typeof value === "string" ? findJsonError(value) : undefined;
  if (error) {
    const { line, column, reason } = error;
    return { at: pattern, message: `This is not JSON at line ${String(line)}, column ${String(column)}: ${reason}.` };
  }
  return inFields(pattern.json());
}

export default defineRule({
  id: "event-pattern",
  category: "validity",
  description: "Event patterns and filter policies must have lists of values and known comparisons",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "A pattern lists the values that each field may have, also where there is one. EventBridge and SNS reject a pattern " +
    "with a value that is not in a list, or with a comparison that does not exist.",
  fix: {
    typescript: `eventPattern: JSON.stringify({ source: ["shop.orders"], detail: { state: [{ prefix: "paid" }] } }),`,
    python: `event_pattern=json.dumps({"source": ["shop.orders"], "detail": {"state": [{"prefix": "paid"}]}}),`,
    yaml: `eventPattern:
  fn::toJSON:
    source: [shop.orders]
    detail:
      state:
        - prefix: paid`,
  },
  limits:
    "Only the first violation of each pattern is reported. Not the values of comparisons, nor what is not known yet.",
  references: [
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern.html",
    "https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html",
  ],
  resource: {
    types: [CLOUDWATCH_EVENT_RULE, SNS_TOPIC_SUBSCRIPTION],
    check(resource, { report, undecided }) {
      const pattern = resource.at(resource.type === CLOUDWATCH_EVENT_RULE ? "eventPattern" : "filterPolicy");
      if (pattern.value === UNKNOWN) {
        undecided(pattern);
        return;
      }
      const violation = pattern.isAbsent || pattern.value === "" ? undefined : inPattern(pattern);
      if (violation) {
        report(violation);
      }
    },
  },
});
