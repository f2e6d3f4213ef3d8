import { Stack } from "../../src/graph/stack";
import { Budget } from "../../src/pulumi/budget";
import { rules } from "../../policies";
import type { Outcome, Result } from "../../src/rules/run";
import { build, resource } from "../../src/testing/stack";

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

describe("rules under one clock", () => {
  const INSTANCE = "aws:rds/instance:Instance";
  const stackOf = (count: number): Stack =>
    Stack.from(
      build(
        Array.from({ length: count }, (_, index) => resource(INSTANCE, `db${String(index)}`)),
        "preview",
      ),
    );
  const nothing: Outcome = { results: [], undecided: [] };

  /** How often each rule runs on without an end before it comes to one. */
  function runFor(stack: Stack, endless: readonly number[]): string[] {
    const done: string[] = [];
    const budget = new Budget(0.5);
    const left = [...endless];
    const rules = endless.map((_, index) => () => {
      const name = String.fromCharCode(97 + index);
      done.push(`${name} starts`);
      const found = budget.timed(stack, () => {
        const isEndless = (left[index] ?? 0) > 0;
        left[index] = (left[index] ?? 0) - 1;
        while (isEndless);
        return nothing;
      });
      done.push(`${name} ${found ? "ends" : "is stopped"}`);
    });
    budget.inTurn(stack, rules);
    return done;
  }

  it("all run once where there is time", () => {
    expect(runFor(stackOf(500), [0, 0])).toEqual(["a starts", "a ends", "b starts", "b ends"]);
  });

  it("have the time for themselves once it is used up", () => {
    const expected = ["a starts", "a ends", "b starts", "b starts", "b ends", "c starts", "c ends"];
    expect(runFor(stackOf(500), [0, 1, 0])).toEqual(expected);
  });

  it("are stopped alone", () => {
    const expected = ["a starts", "a ends", "b starts", "b starts", "b is stopped", "c starts", "c ends"];
    expect(runFor(stackOf(500), [0, 2, 0])).toEqual(expected);
  });

  it("have no clock in a small stack", () => {
    const done: string[] = [];
    new Budget(0.01).inTurn(stackOf(499), [
      () => {
        const end = performance.now() + 100;
        while (performance.now() < end);
        done.push("a");
      },
      () => done.push("b"),
    ]);
    expect(done).toEqual(["a", "b"]);
  });
});
