import { APPAUTOSCALING_TARGET, DYNAMODB_TABLE } from "../../src/aws/type-tokens";
import { allOf, anyOf, equals, type Certainty } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import { joinNames } from "../../src/graph/words";
import { defineRule } from "../../src/rules/rule";

const DIMENSIONS = [
  { noun: "read", dimension: "dynamodb:table:ReadCapacityUnits" },
  { noun: "write", dimension: "dynamodb:table:WriteCapacityUnits" },
];

export default defineRule({
  id: "dynamodb-autoscaling",
  category: "database",
  description: "The capacity of DynamoDB tables must scale with demand",
  severity: "medium",
  level: "only-if-required",
  why:
    "A table with a fixed capacity rejects every request beyond it, and costs the same when there are none. On-demand " +
    "tables, and provisioned ones with auto scaling, follow the load.",
  fix: {
    typescript: `billingMode: "PAY_PER_REQUEST", // or an aws.appautoscaling.Target for reads and one for writes`,
    python: `billing_mode="PAY_PER_REQUEST",  # or an aws.appautoscaling.Target for reads and one for writes`,
    yaml: `billingMode: PAY_PER_REQUEST # or an aws:appautoscaling:Target for reads and one for writes`,
  },
  limits: "Indexes, and whether a scaling policy belongs to the scalable target (autoscaling-target-tracking).",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html",
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html",
  ],
  stack(stack, { decide }) {
    for (const table of stack.managed(DYNAMODB_TABLE)) {
      const isOnDemand = equals(table.str("billingMode"), "PAY_PER_REQUEST");
      const scaled = DIMENSIONS.map(({ noun, dimension }): { noun: string; isScaled: Certainty } => ({
        noun,
        isScaled: isScaled(stack, table, dimension),
      }));
      const fixed = scaled.filter((one) => one.isScaled === false).map(({ noun }) => noun);
      decide(anyOf([isOnDemand, allOf(scaled.map((one) => one.isScaled))]), {
        at: table,
        property: "billingMode",
        message:
          `The ${joinNames(fixed)} capacity of the table is fixed, and requests beyond it are rejected. ` +
          `Set \`billingMode: "PAY_PER_REQUEST"\`, or add an aws.appautoscaling.Target for reads and one for writes.`,
      });
    }
  },
});

/** Whether Application Auto Scaling sets one of the capacities of a table. */
const isScaled = (stack: Stack, table: Resource, dimension: string): Certainty =>
  anyOf(
    stack
      .ofType(APPAUTOSCALING_TARGET)
      .map((target) => allOf([equals(target.str("scalableDimension"), dimension), isFor(stack, target, table)])),
  );

/** Whether a scalable target is for a table: its id is `table/NAME`. */
function isFor(stack: Stack, target: Resource, table: Resource): Certainty {
  const id = target.str("resourceId");
  if (known(id)) {
    return stack.named(id.replace(/^table\//, ""), [DYNAMODB_TABLE]) === table;
  }
  const { resources } = stack.refs(target.at("resourceId"), DYNAMODB_TABLE);
  return resources.includes(table) ? true : resources.length > 0 ? false : UNKNOWN;
}
