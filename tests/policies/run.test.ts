import { EXAMPLE_RULE as rule } from "../kit/example-rule";
import type { Finding } from "../../policies/rule";
import {
  appliesTo,
  checkAll,
  checkRoot,
  checkStack,
  describeFault,
  faultMessage,
  levelUnder,
  settle,
  type Circumstances,
} from "../../policies/run";
import { STACK_TYPE, Stack } from "../../stack/stack";
import { build, resource } from "../../testing/stack";

const root = resource(STACK_TYPE, "shop-dev");
const bucket = resource("aws:s3/bucketV2:BucketV2", "files", {}, { parent: root });
const stack = Stack.from(build([root, bucket], "preview"));

const circumstances = (contract: Circumstances["contract"] = {}, deploying = false): Circumstances => ({
  contract,
  contractProblems: [],
  day: "2026-11-22",
  project: { name: "shop", stack: "dev", config: new Map(), deploying },
});

const reporting = (finding: Finding): Parameters<typeof checkStack>[0] => ({
  ...rule,
  level: "mandatory",
  stack: (_stack, { report }) => {
    report(finding);
  },
});

describe("levels", () => {
  it.each([
    ["mandatory", {}, "mandatory"],
    ["advisory", { customerKeys: true }, "advisory"],
    ["raised-by-contract", {}, "advisory"],
    ["raised-by-contract", { customerKeys: false }, "advisory"],
    ["raised-by-contract", { customerKeys: true }, "mandatory"],
    ["raised-by-contract", { database: { engine: "mysql" } }, "mandatory"],
    ["raised-by-contract", { database: { kind: "aurora" } }, "advisory"],
    ["contract", {}, undefined],
    ["contract", { customerKeys: true }, "mandatory"],
  ] as const)("%s under %j is %s", (level, contract, wanted) => {
    expect(levelUnder({ ...rule, level, contractKeys: ["customerKeys", "database.engine"] }, contract)).toBe(wanted);
  });

  it("a rule that the contract does not ask for is silent", () => {
    const silent = { ...reporting({ message: "x." }), level: "contract" as const, contractKeys: ["customerKeys"] };
    expect(checkStack(silent, stack, circumstances()).results).toEqual([]);
  });

  it("what rests on a text that preview could not know stops nothing once things exist", () => {
    const late = reporting({ message: "x.", restsOnComputedText: true });
    expect(checkStack(late, stack, circumstances()).results[0]?.level).toBe("mandatory");
    expect(checkStack(late, stack, circumstances({}, true)).results[0]?.level).toBe("advisory");
  });

  it("what a package's component has set stops nothing, since its users cannot mend it there", () => {
    const component = resource("awsx:ec2:Vpc", "network", {}, { parent: root });
    const inside = resource("aws:ec2/vpc:Vpc", "vpc", {}, { parent: component });
    const graph = Stack.from(build([root, component, inside], "preview"));
    const [vpc] = graph.ofType("aws:ec2/vpc:Vpc");
    const level = (finding: Finding): unknown =>
      checkStack(reporting(finding), graph, circumstances()).results[0]?.level;
    expect(level({ message: "x.", at: vpc, property: "cidrBlock" })).toBe("advisory");
    expect(level({ message: "x.", at: vpc })).toBe("mandatory");
    const tagging: typeof rule = { ...reporting({ message: "x.", at: vpc, property: "tags" }), category: "tagging" };
    expect(checkStack(tagging, graph, circumstances()).results[0]?.level).toBe("mandatory");
  });

  it("what rests on a text that preview could not know stops a resource all the same", () => {
    const [found] = stack.ofType("aws:s3/bucket:Bucket");
    const outcome = checkRoot(
      {
        ...rule,
        level: "mandatory",
        root: ({ report }) => {
          report({ message: "x.", at: found, restsOnComputedText: true });
        },
      },
      circumstances({}, true),
    );
    expect(outcome.results[0]?.level).toBe("mandatory");
  });
});

describe("places", () => {
  it("a finding without a place is the stack's", () => {
    expect(checkStack(reporting({ message: "x." }), stack, circumstances()).results[0]).toMatchObject({
      name: "shop-dev",
      type: STACK_TYPE,
      path: "",
    });
    expect(
      checkRoot(
        {
          ...rule,
          root: ({ report }) => {
            report({ message: "x." });
          },
        },
        circumstances(),
      ).results[0],
    ).not.toHaveProperty("urn");
  });

  it("an undecided check names what its value comes from, and a finding what it should wait for", () => {
    const key = resource("aws:kms/key:Key", "key");
    const other = resource("aws:kms/key:Key", "other");
    const locked = resource(
      "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
      "c",
      {
        bucket: "files",
        rules: [{ applyServerSideEncryptionByDefault: { kmsMasterKeyId: key.arn } }],
      },
    );
    const graph = Stack.from(build([key, other, locked], "preview"));
    const [configuration] = graph.resources.filter(({ name }) => name === "c");
    const [first] = graph.ofType("aws:kms/key:Key");
    const { undecided, results } = checkStack(
      {
        ...rule,
        level: "mandatory",
        stack: (_stack, context) => {
          if (configuration && first) {
            context.undecided(configuration, "rules[0].applyServerSideEncryptionByDefault");
            context.undecided(configuration.at("rules"), "kmsMasterKeyId");
            context.undecided(configuration, "bucket");
            context.report({ message: "x.", at: configuration, awaits: [first] });
            context.report({ message: "y.", at: configuration });
          }
        },
      },
      graph,
      circumstances(),
    );
    expect(undecided.map(({ path, from }) => [path, from])).toEqual([
      ["rules[0].applyServerSideEncryptionByDefault", ["key"]],
      ["rules.kmsMasterKeyId", ["key"]],
      ["bucket", []],
    ]);
    expect(results.map(({ awaits }) => awaits)).toEqual([[first?.urn], undefined]);
    expect(results[1]).not.toHaveProperty("awaits");
  });

  it("a rule without types is for every AWS resource", () => {
    const any = { ...rule, resource: { check: () => undefined } };
    expect([
      appliesTo(any, "aws:s3/bucket:Bucket"),
      appliesTo(any, STACK_TYPE),
      appliesTo(rule, "aws:s3/bucket:Bucket"),
    ]).toEqual([true, false, false]);
  });
});

describe("faults", () => {
  it.each([
    [
      "an error",
      () => {
        throw new TypeError("the secret is hunter2");
      },
    ],
    [
      "an error that says where it was",
      () => {
        throw new Error("/policies/hunter2:1");
      },
    ],
    [
      "an error of an odd name",
      () => {
        throw Object.assign(new Error("x"), { name: "the secret is hunter2" });
      },
    ],
    [
      "an error that cannot be read",
      () => {
        throw Object.defineProperty(new Error("hunter2"), "stack", {
          get() {
            throw new Error("hunter2");
          },
        });
      },
    ],
    [
      "an error whose name is none",
      () => {
        throw Object.assign(new Error("hunter2"), { name: Symbol("hunter2") });
      },
    ],
    [
      "a text",
      () => {
        throw "hunter2" as unknown as Error;
      },
    ],
    [
      "nothing",
      () => {
        throw null as unknown as Error;
      },
    ],
  ])("%s that is thrown is told without its text", (_name, check) => {
    const { faults, results } = checkAll(
      [{ ...rule, resource: { check }, stack: check, root: check }],
      stack,
      circumstances(),
    );
    expect(results).toEqual([]);
    expect(faults).toHaveLength(3);
    for (const fault of faults) {
      expect(fault).toContain(rule.id);
      expect(fault).not.toContain("hunter2");
    }
    expect(faults.join()).toContain("files");
  });

  it.each([
    [
      "Error: hunter2\n    at check (/app/policies/network/no-open-ports.ts:120:7)",
      "TypeError at policies/network/no-open-ports.ts:120",
    ],
    [
      "Error: hunter2\n    at f (/app/node_modules/x.js:1:1)\n    at g (/app/stack/vpc.js:7:3)",
      "TypeError at stack/vpc.js:7",
    ],
    ["Error: hunter2\n    at f (/app/node_modules/x.js:1:1)", "TypeError"],
    [undefined, "TypeError"],
  ])("are placed by the first of our files: %j", (trace, told) => {
    const error = new TypeError("hunter2");
    Object.defineProperty(error, "stack", { value: trace });
    expect(describeFault(error)).toBe(told);
  });

  it("of a thrown value have no place", () => {
    expect(describeFault({ name: "hunter2" })).toBe("a thrown value that is no error");
  });

  it("of one check leave the others to decide", () => {
    const { undecided, faults } = checkAll(
      [
        {
          ...rule,
          resource: {
            types: ["aws:s3/bucket:Bucket"],
            check: (found, context) => {
              context.undecided(found, "acl");
            },
          },
          stack: () => {
            throw new RangeError("hunter2");
          },
        },
      ],
      stack,
      circumstances(),
    );
    expect(undecided.map(({ name, path }) => [name, path])).toEqual([["files", "acl"]]);
    expect(faults).toHaveLength(1);
  });

  it.each<[string, () => unknown]>([
    ["rejects", () => Promise.reject(new Error("hunter2"))],
    ["never settles", () => new Promise<never>(() => undefined)],
    ["is resolved", () => Promise.resolve()],
    [
      "is no real one",
      () => ({
        then: (_done: unknown, fail: (error: Error) => void) => {
          fail(new Error("hunter2"));
        },
      }),
    ],
  ])("a promise that %s is one", async (_name, check) => {
    const { fault } = checkStack({ ...rule, stack: check }, stack, circumstances());
    expect(fault).toMatch(/^a promise/);
    await new Promise(setImmediate); // where a rejection that nobody handles would end the process
  });

  it.each([
    ["nothing at all", undefined],
    ["an empty message", { message: " " }],
    ["a message that is no text", { message: 5 }],
    ["a level that there is not", { message: "x.", level: "disabled" }],
    ["a place that is none", { message: "x.", at: "db" }],
    ["what it waits for that is nothing", { message: "x.", awaits: 1 }],
  ])("what no rule may say is one: %s", (_name, finding) => {
    const first = { message: "said before." };
    const { fault, results } = checkStack(
      {
        ...rule,
        stack: (_stack, { report }) => {
          report(first);
          report(finding as Finding);
        },
      },
      stack,
      circumstances(),
    );
    expect(fault).toContain("TypeError");
    expect(results.map(({ message }) => message)).toEqual([first.message]);
  });

  it("names a place of any length shortly", () => {
    expect(faultMessage(rule, "x".repeat(100_000), "Error").length).toBeLessThan(500);
  });

  it("name the place: the first in a rule or what rules ask, else the file that threw with its folder", () => {
    const thrown = (...frames: string[]): string => {
      const error = new TypeError("the secret is hunter2");
      error.stack = `TypeError: the secret is hunter2\n${frames.map((frame) => `    at ${frame}`).join("\n")}`;
      return describeFault(error);
    };
    const run = "run (/pack/node_modules/pulumi-preflight-aws/dist/policies/run.js:92:5)";
    const view = "View.at (/x/dist/stack/view.js:48:11)";
    expect(thrown("parse (/x/node_modules/ipaddr.js/lib/ipaddr.js:1:2)", view, run)).toBe(
      "TypeError at stack/view.js:48",
    );
    expect(thrown("check (C:\\pack\\policies\\network\\eip.js:7:3)", run)).toBe(
      "TypeError at policies/network/eip.js:7",
    );
    expect(thrown("/acme/dist/rules/bucket.js:12:9", run)).toBe("TypeError at rules/bucket.js:12");
    expect(thrown("JSON.parse (<anonymous>)", "check (/acme/dist/rules/bucket.js:12:9)", run)).toBe(
      "TypeError at rules/bucket.js:12",
    );
    expect(thrown("node:internal/x:1:1")).toBe("TypeError");
  });
});

describe("exemptions", () => {
  const at = stack.ofType("aws:s3/bucket:Bucket")[0];
  const exempted = (resourceGlob: string, until: string, finding: Finding): [string, string][] => {
    const asked = circumstances({ exemptions: [{ rule: rule.id, resource: resourceGlob, reason: "a reason", until }] });
    return settle(checkStack(reporting(finding), stack, asked).results, asked).map(({ level, message }) => [
      level,
      message,
    ]);
  };

  it("lower a finding and say why and until when", () => {
    expect(exempted("files", "2026-12-31", { message: "x.", at })).toEqual([
      ["advisory", "x. (exempted until 2026-12-31: a reason)"],
    ]);
  });

  it("end", () => {
    expect(exempted("files", "2026-01-31", { message: "x.", at })).toEqual([
      ["mandatory", "x. (the exemption for it ended on 2026-01-31)"],
    ]);
  });

  it.each(["dev", "shop-dev", "*"])("of the stack as a whole go by its names: %s", (name) => {
    expect(exempted(name, "2026-12-31", { message: "x." })[0]?.[0]).toBe("advisory");
  });

  it("of something else change nothing", () => {
    expect(exempted("dev", "2026-12-31", { message: "x.", at })).toEqual([["mandatory", "x."]]);
  });
});

it("puts findings in one order, the mandatory ones first", () => {
  const result = (level: "advisory" | "mandatory", path: string) => ({
    rule,
    level,
    path,
    message: "x.",
    urn: "urn:x",
    name: "x",
  });
  const sorted = settle(
    [
      result("advisory", "a"),
      result("mandatory", "a"),
      result("mandatory", "b"),
      result("mandatory", "a"),
      result("advisory", "0"),
    ],
    circumstances(),
  );
  expect(sorted.map(({ level, path }) => `${level} ${path}`)).toEqual([
    "mandatory a",
    "mandatory a",
    "mandatory b",
    "advisory 0",
    "advisory a",
  ]);
});
