import { Budget } from "../../pack/budget";
import { Examiner, registeredLevel, type Said } from "../../pack/examiner";
import { Session } from "../../pack/session";
import type { Finding, Rule } from "../../policies/rule";
import { STACK_TYPE, Stack } from "../../stack/stack";
import { EXAMPLE_RULE } from "../kit/example-rule";
import { build, resource } from "../../testing/stack";

const INSTANCE = "aws:rds/instance:Instance";
const root = resource(STACK_TYPE, "shop-dev");
const graph = Stack.from(build([root, resource(INSTANCE, "db", { engine: "postgres" }, { parent: root })], "preview"));
const [db] = graph.ofType(INSTANCE);
const stack = graph.root;

const session = new Session(
  { PREFLIGHT_DAY: "2026-11-22", PULUMI_NODEJS_PROJECT: "shop", PULUMI_NODEJS_STACK: "dev" },
  new Set([EXAMPLE_RULE.id]),
);
const examiner = (more: Partial<Rule> = {}): Examiner =>
  new Examiner({ ...EXAMPLE_RULE, ...more }, session, new Budget());

function reporting(...findings: Finding[]): Rule["stack"] & Rule["root"] {
  return ((...args: Parameters<NonNullable<Rule["stack"]>>) => {
    const { report } = args[args.length - 1] as (typeof args)[1];
    findings.forEach(report);
  }) as Rule["stack"] & Rule["root"];
}

/** What an examiner says of the database, or of the stack. */
function saidOf(one: Examiner, of: "resource" | "root" | "stack"): Said[] {
  const said: Said[] = [];
  const call = { call: {}, say: (what: Said) => void said.push(what) };
  if (of === "stack") {
    one.onStack(graph, call);
  } else if (db && stack) {
    one.onResource(of === "root" ? stack : db, call);
  }
  return said;
}

describe("which resources a rule is asked about", () => {
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
    const one = examiner(rule);
    expect(one).toMatchObject({ seesAll, hasStackCheck, hasResourceCheck });
    expect([one.concerns(INSTANCE), one.concerns(STACK_TYPE)]).toEqual([ofInstance, ofStack]);
  });

  it("is registered at the highest level of its findings", () => {
    const levels = (["advisory", "mandatory", "raised-by-contract", "contract"] as const).map((level) =>
      registeredLevel({ ...EXAMPLE_RULE, level }),
    );
    expect(levels).toEqual(["advisory", "mandatory", "mandatory", "mandatory"]);
  });
});

describe("what a rule says", () => {
  it("begins with its description, and names the place", () => {
    const resourceCheck = {
      types: [INSTANCE],
      check: (found: Finding["at"], { report }: { report: (finding: Finding) => void }) => {
        report({ message: "x.", at: found });
        report({ message: "y.", at: found, property: "engine", level: "advisory" });
      },
    };
    expect(saidOf(examiner({ resource: resourceCheck }), "resource")).toEqual([
      // Mandatory findings come first.
      { message: "Everything is as it should be.\nx.", urn: db?.urn },
      { message: "Everything is as it should be.\nengine: y.", urn: db?.urn, level: "advisory" },
    ]);
  });

  it("is about the stack where its check is", () => {
    expect(saidOf(examiner({ stack: reporting({ message: "x." }) }), "stack")).toEqual([
      { message: "Everything is as it should be.\nx.", urn: stack?.urn },
    ]);
    expect(saidOf(examiner({ root: reporting({ message: "x." }) }), "root")).toEqual([
      { message: "Everything is as it should be.\nx.", urn: stack?.urn },
    ]);
    expect(saidOf(examiner({ root: reporting({ message: "x." }) }), "resource")).toEqual([]);
    expect(
      saidOf(
        examiner({
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

  it("ends where the engine would not take more, and says how much is left out at the worst of their levels", () => {
    const many = (count: number, level: "advisory" | "mandatory"): Finding[] =>
      Array.from({ length: count }, (_, index) => ({ message: `${String(index)}.`, level }));
    const one = saidOf(examiner({ stack: reporting(...many(200, "mandatory"), ...many(1, "advisory")) }), "stack");
    expect(one).toHaveLength(201);
    expect(one.at(-1)).toMatchObject({ urn: stack?.urn, level: "advisory" });
    expect(one.at(-1)?.message).toMatch(/\.\n1 more finding of this rule is left out/);
    const more = saidOf(examiner({ stack: reporting(...many(202, "mandatory")) }), "stack");
    expect(more.at(-1)?.message).toMatch(/\.\n2 more findings of this rule are left out/);
    expect(more.at(-1)).not.toHaveProperty("level");
  });
});

describe("a fault", () => {
  const failing = (): never => {
    throw new RangeError("hunter2");
  };

  it.each([
    ["resource", { resource: { types: [INSTANCE], check: failing } }, /looked at db \(RangeError/],
    ["root", { root: failing }, /looked at the project \(RangeError/],
    ["stack", { stack: failing }, /looked at the stack \(RangeError/],
  ] as const)("in the check of a %s is an advisory remark in the name of preflight", (of, rule, message) => {
    const said = saidOf(examiner(rule), of);
    expect(said).toEqual([
      {
        message: expect.stringMatching(message) as string,
        level: "advisory",
        isFault: true,
        urn: of === "resource" ? db?.urn : stack?.urn,
      },
    ]);
    expect(JSON.stringify(said)).not.toContain("hunter2");
  });

  it("outside of the checks is one as well", () => {
    const broken = Object.defineProperty(
      new Session({ PULUMI_NODEJS_STACK: "dev" }, new Set<string>()),
      "circumstances",
      { get: failing },
    );
    const one = new Examiner({ ...EXAMPLE_RULE, stack: reporting() }, broken, new Budget());
    expect(saidOf(one, "stack")).toMatchObject([{ isFault: true, level: "advisory", urn: stack?.urn }]);
    expect(one.fault("x", undefined, new TypeError("hunter2"))).not.toHaveProperty("urn");
  });
});
