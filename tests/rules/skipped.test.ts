import { Stack } from "../../src/graph/stack";
import { UNKNOWN } from "../../src/graph/value";
import type { Finding, Rule } from "../../src/rules/rule";
import { checkAll, type RunContext } from "../../src/rules/run";
import { build, resource } from "../../src/testing/stack";
import { EXAMPLE_RULE } from "../kit/example-rule";

const INSTANCE = "aws:rds/instance:Instance";

const recorded = build(
  [resource(INSTANCE, "orders", { engine: "postgres" }), resource(INSTANCE, "payments", { engine: "mysql" })],
  "preview",
);
const stack = Stack.from({
  ...recorded,
  resources: recorded.resources.map((one) => (one.name === "payments" ? { ...one, skipped: true } : one)),
});
const [orders, payments] = stack.ofType(INSTANCE);

const runContext: RunContext = {
  contract: {},
  contractProblems: [],
  day: "2026-11-22",
  project: { name: "shop", stack: "dev", config: new Map(), deploying: false, hasConfiguration: true },
};

const check = (rule: Partial<Rule>): ReturnType<typeof checkAll> =>
  checkAll([{ ...EXAMPLE_RULE, ...rule }], stack, runContext);

/** The resources of findings, as `name, other names`. */
const reported = (...findings: Omit<Finding, "message">[]): string[] =>
  check({
    stack: (_stack, { report }) => {
      findings.forEach((finding) => {
        report({ message: "x.", ...finding });
      });
    },
  }).results.map(({ name, alsoAt = [] }) => [name, ...alsoAt.map((other) => other.name)].join());

describe("a resource that is skipped", () => {
  it("is part of the stack, and every property of it is unknown", () => {
    expect(payments).toMatchObject({ skipped: true, external: false });
    expect(payments?.str("engine")).toBe(UNKNOWN);
    expect(orders).toMatchObject({ skipped: false, external: false });
    expect(stack.managed(INSTANCE).map(({ name }) => name)).toEqual(["orders", "payments"]);
  });

  it("has no finding", () => {
    expect(reported({ at: payments }, { at: payments?.at("engine") }, { at: orders })).toEqual(["orders"]);
  });

  it("is not named by findings at several resources", () => {
    const both = [orders, payments].flatMap((one) => one ?? []);
    expect(reported({ at: orders, alsoAt: both.slice(1) }, { at: payments, alsoAt: both.slice(0, 1) })).toEqual([
      "orders",
      "orders",
    ]);
  });

  it("is not undecided", () => {
    const { undecided } = check({
      stack: (_stack, context) => {
        [orders, payments].forEach((one) => {
          if (one) {
            context.undecided(one, "engine");
          }
        });
      },
    });
    expect(undecided.map(({ name }) => name)).toEqual(["orders"]);
  });

  it("is not given to the check of single resources", () => {
    const seen: string[] = [];
    check({ resource: { types: [INSTANCE], check: ({ name }) => void seen.push(name) } });
    expect(seen).toEqual(["orders"]);
  });
});
