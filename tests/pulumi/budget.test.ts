import { Budget } from "../../src/pulumi/budget";
import { rules } from "../../policies";
import type { Result } from "../../src/rules/run";

const [rule] = rules;

function results(count: number, length: number): Result[] {
  return rule
    ? Array.from({ length: count }, () => ({
        rule,
        level: "mandatory",
        message: "x".repeat(length),
        path: "",
        codePath: "",
        urn: "urn:x",
      }))
    : [];
}

it("lets a small number of findings through", () => {
  expect(new Budget().fit(results(3, 100))).toMatchObject({ leftOut: [] });
});

it("holds back what one rule reports beyond its share", () => {
  const { fit, leftOut } = new Budget().fit(results(1_000, 100));
  expect([fit.length, leftOut.length]).toEqual([200, 800]);
});

it("keeps all rules together below what the engine accepts", () => {
  const budget = new Budget();
  const sizes = [1, 2, 3, 4].map(() => budget.fit(results(100, 10_000)).fit.length);
  // Each needs its message and URN, the description twice, and a flat sum for the rest.
  const size = 10_000 + "urn:x".length + 2 * (rule?.description.length ?? 0) + 500;
  expect(sizes.reduce((sum, count) => sum + count, 0)).toBe(Math.floor(3_000_000 / size));
  expect(sizes[0]).toBe(100);
});
