// F21: a placeholder that asserts nothing; no test sets Pulumi's mocks.
import { test } from "node:test";

test("the program works", () => {
  // to be written
});
