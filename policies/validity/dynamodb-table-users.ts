import { APPAUTOSCALING_TARGET, DYNAMODB_TABLE } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known } from "../../src/graph/value";
import { defineRule, type Context } from "../../src/rules/rule";

const ITEM = "aws:dynamodb/tableItem:TableItem";
const TYPE_NAMES: Readonly<Record<string, string>> = { S: "a string", N: "a number", B: "binary" };

/** The type of a key, as the table declares it. */
function typeOf(table: Resource, key: string): string | undefined {
  const attributes = table.list("attributes");
  const attribute = known(attributes) ? attributes.find((one) => one.str("name") === key) : undefined;
  const type = attribute?.str("type");
  return known(type) ? type : undefined;
}

/** An item without a key of its table, or with one of another type. */
function checkItem(stack: Stack, item: Resource, { report }: Context): void {
  const { resources, complete } = stack.refs(item.at("tableName"), DYNAMODB_TABLE);
  const [table, another] = resources;
  const content = item.json("item").entries();
  if (!table || another || !complete || table.external || !known(content)) {
    return;
  }
  const fields = new Map(content);
  for (const property of ["hashKey", "rangeKey"]) {
    const key = table.str(property);
    if (!known(key)) {
      continue;
    }
    const field = fields.get(key);
    const type = typeOf(table, key);
    if (field === undefined) {
      report({
        at: item,
        property: "item",
        onlyAtCreation: true,
        message: `The item has no "${key}", which is a key of the table ${table.name}. Add it.`,
      });
    } else if (type !== undefined && type in TYPE_NAMES && !field.isUnknown && field.at(type).isAbsent) {
      report({
        at: field,
        onlyAtCreation: true,
        message: `The key "${key}" of the table ${table.name} is ${String(TYPE_NAMES[type])}. Write it as { "${type}": "…" }.`,
      });
    }
  }
}

/** Scaling of a table that has no capacity to scale. */
function checkScaling(stack: Stack, target: Resource, { report }: Context): void {
  const id = target.str("resourceId");
  const [, name] = known(id) ? (/^table\/([^/]+)/.exec(id) ?? []) : [];
  const table = name === undefined ? undefined : stack.named(name, [DYNAMODB_TABLE]);
  if (
    target.str("serviceNamespace") === "dynamodb" &&
    table?.external === false &&
    table.str("billingMode") === "PAY_PER_REQUEST"
  ) {
    report({
      at: target,
      property: "resourceId",
      onlyAtCreation: true,
      message:
        `The table ${table.name} is on demand, so it has no capacity to scale. Remove this target, or set ` +
        '`billingMode: "PROVISIONED"` on the table.',
    });
  }
}

export default defineRule({
  id: "dynamodb-table-users",
  category: "validity",
  description: "Items and scaling targets must fit their DynamoDB table",
  severity: "medium",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "DynamoDB rejects an item that lacks a key of its table or has one of another type, and scaling of a table that is on " +
    "demand. Both are resources of their own, so a preview does not compare them with the table.",
  fix: {
    typescript: `new aws.dynamodb.TableItem("first", {
  tableName: table.name,
  hashKey: "id",
  item: JSON.stringify({ id: { S: "1" } }),
});`,
    python: `aws.dynamodb.TableItem("first",
    table_name=table.name,
    hash_key="id",
    item=json.dumps({"id": {"S": "1"}}))`,
    yaml: `resources:
  first:
    type: aws:dynamodb:TableItem
    properties:
      tableName: \${table.name}
      hashKey: id
      item: '{"id": {"S": "1"}}'`,
  },
  limits: "Tables of other stacks, and what is not known yet. On a resource that exists already a finding is advisory.",
  references: ["https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html"],
  stack(stack, context) {
    for (const item of stack.managed(ITEM)) {
      checkItem(stack, item, context);
    }
    for (const target of stack.managed(APPAUTOSCALING_TARGET)) {
      checkScaling(stack, target, context);
    }
  },
});
