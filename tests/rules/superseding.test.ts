import { Budget } from "../../src/pulumi/budget";
import { PolicyRunner } from "../../src/pulumi/policy-runner";
import { Session } from "../../src/pulumi/session";
import { Superseding } from "../../src/pulumi/superseding";
import type { Finding, Rule } from "../../src/rules/rule";
import { checkAll, type RunContext } from "../../src/rules/run";
import { supersedingRules } from "../../src/rules/superseding";
import { Stack } from "../../src/graph/stack";
import { build, resource } from "../../src/testing/stack";
import { EXAMPLE_RULE } from "../kit/example-rule";

const INSTANCE = "aws:rds/instance:Instance";
const names = ["orders", "payments"];
const stack = Stack.from(
  build(
    names.map((name) => resource(INSTANCE, name, { tags: { Team: "shop" } })),
    "preview",
  ),
);
const [orders, payments] = stack.ofType(INSTANCE);

const runContext: RunContext = {
  contract: {},
  contractProblems: [],
  day: "2026-11-22",
  project: { name: "shop", stack: "dev", config: new Map(), deploying: false, hasConfiguration: true },
};

/** A rule with a check on the stack that reports these findings. */
const onStack = (id: string, findings: Omit<Finding, "message">[], more: Partial<Rule> = {}): Rule => ({
  ...EXAMPLE_RULE,
  id,
  stack: (_stack, { report }) => {
    findings.forEach((finding) => {
      report({ message: "x.", ...finding });
    });
  },
  ...more,
});

const specific = (findings: Omit<Finding, "message">[], more: Partial<Rule> = {}): Rule =>
  onStack("specific", findings, { supersedes: ["general"], ...more });

/** The findings of these rules, as `rule resource path`. */
const reported = (...rules: Rule[]): string[] =>
  checkAll(rules, stack, runContext).results.map(({ rule, name = "", path }) => [rule.id, name, path].join(" ").trim());

describe("a finding of a superseded rule", () => {
  it("is dropped at the same resource and property, in whichever order the rules run", () => {
    const general = onStack("general", [{ at: orders, property: "tags" }]);
    const other = specific([{ at: orders, property: "tags" }]);
    expect(reported(general, other)).toEqual(["specific orders tags"]);
    expect(reported(other, general)).toEqual(["specific orders tags"]);
  });

  it.each<[string, Omit<Finding, "message">]>([
    ["another property", { at: orders, property: "engine" }],
    ["another resource", { at: payments, property: "tags" }],
    ["the stack", {}],
  ])("stays at %s", (_name, finding) => {
    expect(reported(onStack("general", [finding]), specific([{ at: orders, property: "tags" }]))).toHaveLength(2);
  });

  it.each([
    ["policy.Statement[0].Action", "policy.Statement[0].Resource[1]", ["specific"]],
    ["policy.Statement.Action", "policy.Statement", ["specific"]],
    ["policy.Statement[0].Action", "policy.Statement[1].Action", ["general", "specific"]],
    ["policy.Statement[0].Action", "policy.Statement[10].Action", ["general", "specific"]],
    ["policy.Statements[0].a", "policy.Statements[0].b", ["general", "specific"]],
  ])("at %s, with a more specific one at %s, leaves the findings of %j", (property, other, ids) => {
    const found = reported(onStack("general", [{ at: orders, property }]), specific([{ at: orders, property: other }]));
    expect(found.map((line) => line.split(" ")[0])).toEqual(ids);
  });

  it("stays where it is mandatory and the more specific one is advisory", () => {
    const at = { at: orders, property: "tags" };
    expect(reported(onStack("general", [at]), specific([{ ...at, level: "advisory" }]))).toHaveLength(2);
    expect(reported(onStack("general", [{ ...at, level: "advisory" }]), specific([at]))).toHaveLength(1);
    const twice = specific([at, { ...at, level: "advisory" }]);
    expect(reported(onStack("general", [at]), twice)).toEqual(["specific orders tags", "specific orders tags"]);
  });

  it("stays where the more specific rule is silent, absent or crashes", () => {
    const at = { at: orders, property: "tags" };
    const general = onStack("general", [at]);
    const silent = specific([at], { level: "only-if-required", contractKeys: ["customerKeys"] });
    const crashing = specific([], {
      stack: () => {
        throw new TypeError();
      },
    });
    expect(reported(general)).toHaveLength(1);
    expect(reported(general, silent)).toEqual(["general orders tags"]);
    expect(reported(general, crashing)).toEqual(["general orders tags"]);
  });

  it("at several resources stays until each of them has a more specific one", () => {
    const general = onStack("general", [{ at: orders, property: "tags", ...(payments && { alsoAt: [payments] }) }]);
    const one = { at: orders, property: "tags" };
    expect(reported(general, specific([one]))).toHaveLength(2);
    expect(reported(general, specific([one, { at: payments, property: "tags" }]))).toEqual([
      "specific orders tags",
      "specific payments tags",
    ]);
  });
});

it("knows by rule which others supersede it", () => {
  const rules = [specific([]), onStack("more", [], { supersedes: ["general", "specific"] }), onStack("general", [])];
  const ids = [...supersedingRules(rules)].map(([id, others]) => [id, others.map((rule) => rule.id)]);
  expect(ids).toEqual([
    ["general", ["specific", "more"]],
    ["specific", ["more"]],
  ]);
});

describe("in a pack, where each rule is evaluated on its own", () => {
  const session = new Session({ PULUMI_NODEJS_PROJECT: "shop", PULUMI_NODEJS_STACK: "dev" }, new Set<string>());
  const at = { at: orders, property: "tags" };

  /** What the pack reports for each of these rules, on the stack or on one resource. */
  function reportedOn(rules: Rule[], of: "stack" | "resource", disabled: string[] = []): Record<string, number> {
    const superseding = new Superseding(rules, (id) => disabled.includes(id));
    return Object.fromEntries(
      rules.map((rule) => {
        const runner = new PolicyRunner(rule, session, superseding);
        let count = 0;
        const emit = (): void => {
          count++;
        };
        const call = { budget: new Budget(), emit };
        if (of === "stack") {
          runner.onStack(stack, call);
        } else if (orders) {
          runner.onResource(orders, call);
        }
        return [rule.id, count];
      }),
    );
  }

  const onResource = (id: string, more: Partial<Rule> = {}): Rule => ({
    ...EXAMPLE_RULE,
    id,
    resource: {
      types: [INSTANCE],
      check: (found, { report }) => {
        report({ message: "x.", at: found, property: "tags" });
      },
    },
    ...more,
  });

  it("a superseded finding on the stack is not reported, also where the other rule checks single resources", () => {
    expect(reportedOn([onStack("general", [at]), specific([at])], "stack")).toEqual({ general: 0, specific: 1 });
    const byResource = onResource("specific", { supersedes: ["general"] });
    expect(reportedOn([onStack("general", [at]), byResource], "stack")).toMatchObject({ general: 0 });
  });

  it("a superseded finding on a resource is not reported", () => {
    const other = onResource("specific", { supersedes: ["general"] });
    expect(reportedOn([onResource("general"), other], "resource")).toEqual({ general: 0, specific: 1 });
  });

  it("a finding that another type's rule would supersede is", () => {
    const other = onResource("specific", {
      supersedes: ["general"],
      resource: { types: ["aws:s3/bucket:Bucket"], check: () => undefined },
    });
    expect(reportedOn([onResource("general"), other], "resource")).toEqual({ general: 1, specific: 0 });
  });

  it("a disabled rule supersedes nothing", () => {
    expect(reportedOn([onStack("general", [at]), specific([at])], "stack", ["specific"])).toMatchObject({ general: 1 });
  });

  it("the other rule is evaluated once a stack, and only where there is a finding", () => {
    let evaluated = 0;
    const counting = specific([], {
      stack: () => {
        evaluated++;
      },
    });
    const superseding = new Superseding([counting], () => false);
    const runner = (findings: Omit<Finding, "message">[]): PolicyRunner =>
      new PolicyRunner(onStack("general", findings), session, superseding);
    const call = { budget: new Budget(), emit: (): void => undefined };
    runner([]).onStack(stack, call);
    expect(evaluated).toBe(0);
    runner([at]).onStack(stack, call);
    runner([at]).onStack(stack, call);
    expect(evaluated).toBe(1);
    runner([at]).onStack(new Stack([]), call);
    expect(evaluated).toBe(2);
  });
});
