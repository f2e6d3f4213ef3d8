import { Budget } from "../../src/pulumi/budget";
import { PolicyRunner, registeredLevel, type Diagnostic } from "../../src/pulumi/policy-runner";
import { Session } from "../../src/pulumi/session";
import type { Finding, Rule } from "../../src/rules/rule";
import { STACK_TYPE, Stack } from "../../src/graph/stack";
import { EXAMPLE_RULE } from "../kit/example-rule";
import { build, resource } from "../../src/testing/stack";

const INSTANCE = "aws:rds/instance:Instance";
const root = resource(STACK_TYPE, "shop-dev");
const graph = Stack.from(build([root, resource(INSTANCE, "db", { engine: "postgres" }, { parent: root })], "preview"));
const [db] = graph.ofType(INSTANCE);
const stack = graph.root;

const session = new Session(
  { PREFLIGHT_DAY: "2026-11-22", PULUMI_NODEJS_PROJECT: "shop", PULUMI_NODEJS_STACK: "dev" },
  new Set([EXAMPLE_RULE.id]),
);
const runner = (more: Partial<Rule> = {}): PolicyRunner => new PolicyRunner({ ...EXAMPLE_RULE, ...more }, session);

function reporting(...findings: Finding[]): Rule["stack"] & Rule["root"] {
  return ((...args: Parameters<NonNullable<Rule["stack"]>>) => {
    const { report } = args[args.length - 1] as (typeof args)[1];
    findings.forEach(report);
  }) as Rule["stack"] & Rule["root"];
}

/** What a rule reports of the database, or of the stack. */
function reportedBy(one: PolicyRunner, of: "resource" | "root" | "stack"): Diagnostic[] {
  const reported: Diagnostic[] = [];
  const call = { budget: new Budget(), emit: (diagnostic: Diagnostic) => void reported.push(diagnostic) };
  if (of === "stack") {
    one.onStack(graph, call);
  } else if (db && stack) {
    one.onResource(of === "root" ? stack : db, call);
  }
  return reported;
}

describe("the resources that a rule checks", () => {
  const check = (): void => undefined;

  it.each<[string, Partial<Rule>, [seesAll: boolean, stackCheck: boolean, resourceCheck: boolean], boolean, boolean]>([
    ["without checks", {}, [false, false, false], false, false],
    ["on the stack", { stack: check }, [false, true, false], false, false],
    ["on a type", { resource: { types: [INSTANCE], check } }, [false, false, true], true, false],
    ["on another type", { resource: { types: ["aws:s3/bucket:Bucket"], check } }, [false, false, true], false, false],
    ["on the project", { root: check }, [false, false, true], false, true],
    ["contract", { id: "contract" }, [true, false, true], false, false],
    ["preflight", { id: "preflight" }, [true, false, true], false, false],
  ])("%s", (_name, rule, [seesAll, hasStackCheck, hasResourceCheck], ofInstance, ofStack) => {
    const one = runner(rule);
    expect(one).toMatchObject({ seesAll, hasStackCheck, hasResourceCheck });
    expect([one.concerns(INSTANCE), one.concerns(STACK_TYPE)]).toEqual([ofInstance, ofStack]);
  });

  it("is registered at the highest level of its findings", () => {
    const levels = (["advisory", "mandatory", "advisory-unless-required", "only-if-required"] as const).map((level) =>
      registeredLevel({ ...EXAMPLE_RULE, level }),
    );
    expect(levels).toEqual(["advisory", "mandatory", "mandatory", "mandatory"]);
  });
});

describe("what a rule reports", () => {
  it("begins with its description, and names the resource", () => {
    const resourceCheck = {
      types: [INSTANCE],
      check: (found: Finding["at"], { report }: { report: (finding: Finding) => void }) => {
        report({ message: "x.", at: found });
        report({ message: "y.", at: found, property: "engine", level: "advisory" });
      },
    };
    expect(reportedBy(runner({ resource: resourceCheck }), "resource")).toEqual([
      // Mandatory findings come first.
      { message: "Everything is as it should be.\nx.", urn: db?.urn },
      { message: "Everything is as it should be.\nengine: y.", urn: db?.urn, level: "advisory" },
    ]);
  });

  it("is about the stack where its check is", () => {
    expect(reportedBy(runner({ stack: reporting({ message: "x." }) }), "stack")).toEqual([
      { message: "Everything is as it should be.\nx.", urn: stack?.urn },
    ]);
    expect(reportedBy(runner({ root: reporting({ message: "x." }) }), "root")).toEqual([
      { message: "Everything is as it should be.\nx.", urn: stack?.urn },
    ]);
    expect(reportedBy(runner({ root: reporting({ message: "x." }) }), "resource")).toEqual([]);
    expect(
      reportedBy(
        runner({
          resource: {
            types: ["aws:s3/bucket:Bucket"],
            check: () => {
              throw new Error("x");
            },
          },
        }),
        "resource",
      ),
    ).toEqual([]);
  });

  it("ends where the engine would not take more, and reports how many are left out at the worst of their levels", () => {
    const many = (count: number, level: "advisory" | "mandatory"): Finding[] =>
      Array.from({ length: count }, (_, index) => ({ message: `${String(index)}.`, level }));
    const one = reportedBy(runner({ stack: reporting(...many(200, "mandatory"), ...many(1, "advisory")) }), "stack");
    expect(one).toHaveLength(201);
    expect(one.at(-1)).toMatchObject({ urn: stack?.urn, level: "advisory" });
    expect(one.at(-1)?.message).toMatch(/\.\n1 more finding of this rule is left out/);
    const more = reportedBy(runner({ stack: reporting(...many(202, "mandatory")) }), "stack");
    expect(more.at(-1)?.message).toMatch(/\.\n2 more findings of this rule are left out/);
    expect(more.at(-1)).not.toHaveProperty("level");
  });
});

describe("a crash", () => {
  const failing = (): never => {
    throw new RangeError("hunter2");
  };

  it.each([
    ["resource", { resource: { types: [INSTANCE], check: failing } }, /checked db \(RangeError/],
    ["root", { root: failing }, /checked the project \(RangeError/],
    ["stack", { stack: failing }, /checked the stack \(RangeError/],
  ] as const)("in the check of a %s is an advisory remark in the name of preflight", (of, rule, message) => {
    const reported = reportedBy(runner(rule), of);
    expect(reported).toEqual([
      {
        message: expect.stringMatching(message) as string,
        level: "advisory",
        isCrash: true,
        urn: of === "resource" ? db?.urn : stack?.urn,
      },
    ]);
    expect(JSON.stringify(reported)).not.toContain("hunter2");
  });

  it("outside of the checks is one as well", () => {
    const broken = Object.defineProperty(new Session({ PULUMI_NODEJS_STACK: "dev" }, new Set<string>()), "runContext", {
      get: failing,
    });
    const one = new PolicyRunner({ ...EXAMPLE_RULE, stack: reporting() }, broken);
    expect(reportedBy(one, "stack")).toMatchObject([{ isCrash: true, level: "advisory", urn: stack?.urn }]);
    expect(one.crash("x", undefined, new TypeError("hunter2"))).not.toHaveProperty("urn");
  });
});

describe("a rule that takes too long on a large stack", () => {
  const large = Stack.from(
    build([root, ...Array.from({ length: 500 }, (_, index) => resource(INSTANCE, `db${String(index)}`))], "preview"),
  );
  const endless = (): void => {
    for (;;);
  };
  const half = ({ resources }: Stack): Iterator<unknown> => resources[Symbol.iterator]();

  function reportedIn(seconds: number, check: Rule["stack"]): Diagnostic[] {
    const reported: Diagnostic[] = [];
    const call = { budget: new Budget(seconds), emit: (diagnostic: Diagnostic) => void reported.push(diagnostic) };
    runner({ stack: check }).onStack(large, call);
    return reported;
  }

  it("is stopped, and one advisory line reports it", () => {
    const [line, ...others] = reportedIn(0.05, endless);
    expect(others).toEqual([]);
    expect(line).toMatchObject({ isCrash: true, level: "advisory", urn: large.root?.urn });
    expect(line?.message).toMatch(
      /^the rule rds-storage-encrypted took more than 0\.05 s to check the stack, so it was/,
    );
  });

  it("leaves nothing half computed to the next rule", () => {
    const before = large.once(half);
    before.next();
    reportedIn(0.05, endless);
    expect(large.once(half)).not.toBe(before);
  });

  it("is reported as another one where it throws or ends in time", () => {
    const throwing = (): never => {
      throw new TypeError("hunter2");
    };
    expect(reportedIn(30, throwing)[0]?.message).toContain("crashed while it checked the stack (TypeError");
    expect(reportedIn(30, reporting({ message: "There." }))).toMatchObject([
      { message: expect.stringContaining("There.") as string },
    ]);
  });
});
