import assert from "node:assert/strict";
import { test } from "node:test";

// F22: values written down by hand instead of the outputs of what was deployed.
const STREAM = "fastcart-orders";
const DATABASE = "fastcart-orders.cx1q7tzk3h2p.eu-central-1.rds.amazonaws.com:5432";

test("the stream has its name", () => {
  assert.equal(STREAM, "fastcart-orders");
});

test("the database listens on PostgreSQL's port", () => {
  assert.ok(DATABASE.endsWith(":5432"));
});
