import { EXAMPLE_RULE } from "../kit/example-rule";
import { defineRule, renamedLevel } from "../../src/rules/rule";

it.each([
  ["raised-by-contract", "advisory-unless-required"],
  ["contract", "only-if-required"],
] as const)("the former level %s is read as %s, with one line that reports it", (former, level) => {
  const warn = jest.spyOn(process, "emitWarning").mockImplementation();
  try {
    expect(defineRule({ ...EXAMPLE_RULE, level: former }).level).toBe(level);
    expect(warn.mock.calls).toEqual([
      [`The level "${former}" of the rule rds-storage-encrypted is now called "${level}".`],
    ]);
  } finally {
    warn.mockRestore();
  }
});

it("current levels are not renamed", () => {
  for (const level of ["mandatory", "advisory", "advisory-unless-required", "only-if-required", "constructor"]) {
    expect(renamedLevel(level)).toBeUndefined();
  }
  expect(defineRule({ ...EXAMPLE_RULE, level: "advisory" })).toEqual({ ...EXAMPLE_RULE, level: "advisory" });
});
