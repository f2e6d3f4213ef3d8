import rule from "../../../policies/database/dynamodb-autoscaling";
import type { Contract } from "../../../src/contract/contract";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, text, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const contract: Contract = { frameworks: ["AWS FSBP"] };

const TABLE = "aws:dynamodb/table:Table";
const table = resource(TABLE, "orders", { readCapacity: 5, writeCapacity: 5 });
const target = (
  name: string,
  scalableDimension: string,
  resourceId: Input = text`table/${table.name}`,
): BuiltResource =>
  resource("aws:appautoscaling/target:Target", name, { serviceNamespace: "dynamodb", resourceId, scalableDimension });

ruleTest(rule, {
  valid: [
    { name: "a fixed capacity, where the contract requires nothing", stack: [table] },
    {
      name: "an on-demand table",
      contract,
      stack: [resource(TABLE, "orders", { billingMode: "PAY_PER_REQUEST" })],
    },
    {
      name: "targets for reads and writes",
      contract,
      stack: [
        table,
        target("read", "dynamodb:table:ReadCapacityUnits"),
        target("write", "dynamodb:table:WriteCapacityUnits"),
      ],
    },
  ],
  invalid: [
    {
      name: "a fixed capacity",
      contract,
      stack: [table],
      findings: [{ resource: "orders", path: "billingMode", level: "mandatory", message: /read and write capacity/ }],
    },
    {
      name: "a target for reads only",
      contract,
      stack: [table, target("read", "dynamodb:table:ReadCapacityUnits")],
      findings: [{ resource: "orders", path: "billingMode", level: "mandatory", message: /The write capacity/ }],
    },
    {
      name: "targets for another table",
      contract,
      stack: [
        table,
        resource(TABLE, "users", { billingMode: "PAY_PER_REQUEST" }),
        target("read", "dynamodb:table:ReadCapacityUnits", "table/users"),
        target("write", "dynamodb:table:WriteCapacityUnits", "table/users"),
      ],
      findings: [{ resource: "orders", path: "billingMode", level: "mandatory" }],
    },
  ],
  undecided: [
    {
      name: "a billing mode that is not known yet",
      contract,
      stack: [resource(TABLE, "orders", { billingMode: unknown })],
      at: ["orders.billingMode"],
    },
  ],
});
