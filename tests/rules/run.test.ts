import { EXAMPLE_RULE as rule } from "../kit/example-rule";
import type { Context, Finding } from "../../src/rules/rule";
import {
  appliesTo,
  checkAll,
  checkRoot,
  checkStack,
  describeError,
  crashMessage,
  levelUnder,
  settle,
  type Result,
  type RunContext,
} from "../../src/rules/run";
import type { Resource } from "../../src/graph/resource";
import { STACK_TYPE, Stack } from "../../src/graph/stack";
import { build, resource } from "../../src/testing/stack";

const root = resource(STACK_TYPE, "shop-dev");
const bucket = resource("aws:s3/bucketV2:BucketV2", "files", {}, { parent: root });
const stack = Stack.from(build([root, bucket], "preview"));

const runContextOf = (contract: RunContext["contract"] = {}, deploying = false): RunContext => ({
  contract,
  contractProblems: [],
  day: "2026-11-22",
  project: { name: "shop", stack: "dev", config: new Map(), deploying, hasConfiguration: true },
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
    ["advisory-unless-required", {}, "advisory"],
    ["advisory-unless-required", { customerKeys: false }, "advisory"],
    ["advisory-unless-required", { customerKeys: true }, "mandatory"],
    ["advisory-unless-required", { database: { engine: "mysql" } }, "mandatory"],
    ["advisory-unless-required", { database: { kind: "aurora" } }, "advisory"],
    ["only-if-required", {}, undefined],
    ["only-if-required", { customerKeys: true }, "mandatory"],
  ] as const)("%s under %j is %s", (level, contract, expected) => {
    expect(levelUnder({ ...rule, level, contractKeys: ["customerKeys", "database.engine"] }, contract)).toBe(expected);
  });

  it.each([
    ["mandatory", ["CIS AWS Foundations 7.0"], "mandatory"],
    ["advisory", [], "advisory"],
    ["advisory", ["AWS FSBP"], "mandatory"],
    ["advisory", ["PCI DSS 4.0.1"], "advisory"],
    ["advisory-unless-required", ["PCI DSS 4.0.1", "AWS FSBP"], "mandatory"],
    ["only-if-required", ["AWS FSBP"], "mandatory"],
    ["only-if-required", ["PCI DSS 4.0.1"], undefined],
  ] as const)("%s under the frameworks %j is %s", (level, frameworks, expected) => {
    const controls = [{ framework: "AWS FSBP", reference: "RDS.3" }];
    expect(levelUnder({ ...rule, level, controls }, { frameworks: [...frameworks] })).toBe(expected);
  });

  it("a check knows whether a framework requires its rule", () => {
    const seen: boolean[] = [];
    const watching = {
      ...rule,
      controls: [{ framework: "AWS FSBP", reference: "RDS.3" }],
      stack: (_stack: Stack, { servesFramework }: Context) => void seen.push(servesFramework),
    };
    checkStack(watching, stack, runContextOf());
    checkStack(watching, stack, runContextOf({ frameworks: ["AWS FSBP"] }));
    expect(seen).toEqual([false, true]);
  });

  it("a rule that the contract does not require is silent", () => {
    const silent = {
      ...reporting({ message: "x." }),
      level: "only-if-required" as const,
      contractKeys: ["customerKeys"],
    };
    expect(checkStack(silent, stack, runContextOf()).results).toEqual([]);
  });

  it("a finding on a value that a preview could not know is advisory in a deployment", () => {
    const late = reporting({ message: "x.", restsOnComputedText: true });
    expect(checkStack(late, stack, runContextOf()).results[0]?.level).toBe("mandatory");
    expect(checkStack(late, stack, runContextOf({}, true)).results[0]?.level).toBe("advisory");
  });

  it("a finding on a property that a package's component sets is advisory, since the program cannot fix it", () => {
    const component = resource("awsx:ec2:Vpc", "network", {}, { parent: root });
    const inside = resource("aws:ec2/vpc:Vpc", "vpc", {}, { parent: component });
    const graph = Stack.from(build([root, component, inside], "preview"));
    const [vpc] = graph.ofType("aws:ec2/vpc:Vpc");
    const level = (finding: Finding): unknown =>
      checkStack(reporting(finding), graph, runContextOf()).results[0]?.level;
    expect(level({ message: "x.", at: vpc, property: "cidrBlock" })).toBe("advisory");
    expect(level({ message: "x.", at: vpc })).toBe("mandatory");
    const tagging: typeof rule = { ...reporting({ message: "x.", at: vpc, property: "tags" }), category: "tagging" };
    expect(checkStack(tagging, graph, runContextOf()).results[0]?.level).toBe("mandatory");
  });

  it.each([
    ["network", {}, []],
    ["validity", {}, ["advisory"]],
    ["network", { customerKeys: true }, ["advisory"]],
  ] as const)("with an emulator, only what AWS accepts or the contract requires is reported (%s, %j)", (...args) => {
    const [category, contract, expected] = args;
    const provider = resource("pulumi:providers:aws", "local", { endpoints: [{ s3: "http://localhost:4566" }] });
    const graph = Stack.from(build([provider, resource("aws:s3/bucket:Bucket", "b", {}, { provider })], "preview"));
    const [at] = graph.ofType("aws:s3/bucket:Bucket");
    const emulated = { ...reporting({ message: "x.", at }), category, contractKeys: ["customerKeys"] };
    expect(checkStack(emulated, graph, runContextOf(contract)).results.map(({ level }) => level)).toEqual(expected);
  });

  it.each([
    ["up", "acl", ["acl"], "advisory"],
    ["up", "acl", ["*"], "advisory"],
    ["up", "acl", ["tags"], "mandatory"],
    ["preview", "acl", ["acl"], "mandatory"],
  ] as const)(
    "in %s a finding on %s where changes of %j are ignored is %s",
    (shape, property, ignoreChanges, level) => {
      const recorded = build([root, bucket], shape);
      const resources = recorded.resources.map((one) => ({ ...one, ignoreChanges: [...ignoreChanges] }));
      const graph = Stack.from({ ...recorded, resources });
      const [at] = graph.ofType("aws:s3/bucket:Bucket");
      const { results } = checkStack(reporting({ message: "x.", at, property }), graph, runContextOf());
      expect(results.map((one) => one.level)).toEqual([level]);
    },
  );

  it("a finding on a value that a preview could not know still stops a single resource", () => {
    const [found] = stack.ofType("aws:s3/bucket:Bucket");
    const outcome = checkRoot(
      {
        ...rule,
        level: "mandatory",
        root: ({ report }) => {
          report({ message: "x.", at: found, restsOnComputedText: true });
        },
      },
      runContextOf({}, true),
    );
    expect(outcome.results[0]?.level).toBe("mandatory");
  });
});

describe("locations", () => {
  it("a finding without a location is on the stack", () => {
    expect(checkStack(reporting({ message: "x." }), stack, runContextOf()).results[0]).toMatchObject({
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
        runContextOf(),
      ).results[0],
    ).not.toHaveProperty("urn");
  });

  it("an undecided check names the resources that its value comes from, and a finding its missing dependencies", () => {
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
            context.report({ message: "x.", at: configuration, missingDependencies: [first] });
            context.report({ message: "y.", at: configuration });
          }
        },
      },
      graph,
      runContextOf(),
    );
    expect(undecided.map(({ path, from }) => [path, from])).toEqual([
      ["rules[0].applyServerSideEncryptionByDefault", ["key"]],
      ["rules.kmsMasterKeyId", ["key"]],
      ["bucket", []],
    ]);
    expect(results.map(({ missingDependencies }) => missingDependencies)).toEqual([[first?.urn], undefined]);
    expect(results[1]).not.toHaveProperty("missingDependencies");
  });

  it("a rule without types applies to every AWS resource", () => {
    const any = { ...rule, resource: { check: () => undefined } };
    expect([
      appliesTo(any, "aws:s3/bucket:Bucket"),
      appliesTo(any, STACK_TYPE),
      appliesTo(rule, "aws:s3/bucket:Bucket"),
    ]).toEqual([true, false, false]);
  });
});

describe("a crash", () => {
  it.each([
    [
      "an error",
      () => {
        throw new TypeError("the secret is hunter2");
      },
    ],
    [
      "an error whose message holds a location",
      () => {
        throw new Error("/policies/hunter2:1");
      },
    ],
    [
      "an error with an unusual name",
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
      "an error whose name is not a string",
      () => {
        throw Object.assign(new Error("hunter2"), { name: Symbol("hunter2") });
      },
    ],
    [
      "a string",
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
  ])("is reported without its message: %s", (_name, check) => {
    const { crashes, results } = checkAll(
      [{ ...rule, resource: { check }, stack: check, root: check }],
      stack,
      runContextOf(),
    );
    expect(results).toEqual([]);
    expect(crashes).toHaveLength(3);
    for (const crash of crashes) {
      expect(crash).toContain(rule.id);
      expect(crash).not.toContain("hunter2");
    }
    expect(crashes.join()).toContain("files");
  });

  it.each([
    [
      "Error: hunter2\n    at check (/app/policies/network/no-open-ports.ts:120:7)",
      "TypeError at policies/network/no-open-ports.ts:120",
    ],
    [
      "Error: hunter2\n    at f (/app/node_modules/x.js:1:1)\n    at g (/app/src/aws/vpc.js:7:3)",
      "TypeError at src/aws/vpc.js:7",
    ],
    ["Error: hunter2\n    at f (/app/node_modules/x.js:1:1)", "TypeError"],
    [undefined, "TypeError"],
  ])("is located by the first of our files: %j", (trace, expected) => {
    const error = new TypeError("hunter2");
    Object.defineProperty(error, "stack", { value: trace });
    expect(describeError(error)).toBe(expected);
  });

  it("without an error object has no location", () => {
    expect(describeError({ name: "hunter2" })).toBe("a thrown value that is not an error");
  });

  it("of one check does not stop the others", () => {
    const { undecided, crashes } = checkAll(
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
      runContextOf(),
    );
    expect(undecided.map(({ name, path }) => [name, path])).toEqual([["files", "acl"]]);
    expect(crashes).toHaveLength(1);
  });

  it.each<[string, () => unknown]>([
    ["rejects", () => Promise.reject(new Error("hunter2"))],
    ["never settles", () => new Promise<never>(() => undefined)],
    ["is resolved", () => Promise.resolve()],
    [
      "is not a real one",
      () => ({
        then: (_done: unknown, fail: (error: Error) => void) => {
          fail(new Error("hunter2"));
        },
      }),
    ],
  ])("is a promise that %s", async (_name, check) => {
    const { crash } = checkStack({ ...rule, stack: check }, stack, runContextOf());
    expect(crash).toMatch(/^a promise/);
    await new Promise(setImmediate); // an unhandled rejection would end the process here
  });

  it.each([
    ["nothing at all", undefined],
    ["an empty message", { message: " " }],
    ["a message that is not a string", { message: 5 }],
    ["a level that does not exist", { message: "x.", level: "disabled" }],
    ["a location that is not a view", { message: "x.", at: "db" }],
    ["missing dependencies that are not a list", { message: "x.", missingDependencies: 1 }],
    ["further locations that are not views", { message: "x.", alsoAt: ["db"] }],
  ])("is what no rule may report: %s", (_name, finding) => {
    const first = { message: "reported before." };
    const { crash, results } = checkStack(
      {
        ...rule,
        stack: (_stack, { report }) => {
          report(first);
          report(finding as Finding);
        },
      },
      stack,
      runContextOf(),
    );
    expect(crash).toContain("TypeError");
    expect(results.map(({ message }) => message)).toEqual([first.message]);
  });

  it("cuts a long location", () => {
    expect(crashMessage(rule, "x".repeat(100_000), "Error").length).toBeLessThan(500);
  });

  it("names the first location in a rule or in what rules use, else the file that threw with its folder", () => {
    const thrown = (...frames: string[]): string => {
      const error = new TypeError("the secret is hunter2");
      error.stack = `TypeError: the secret is hunter2\n${frames.map((frame) => `    at ${frame}`).join("\n")}`;
      return describeError(error);
    };
    const run = "run (/pack/node_modules/pulumi-preflight-aws/dist/src/rules/run.js:92:5)";
    const view = "View.at (/x/dist/src/graph/view.js:48:11)";
    expect(thrown("parse (/x/node_modules/ipaddr.js/lib/ipaddr.js:1:2)", view, run)).toBe(
      "TypeError at src/graph/view.js:48",
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
    const context = runContextOf({
      exemptions: [{ rule: rule.id, resource: resourceGlob, reason: "a reason", until }],
    });
    return settle(checkStack(reporting(finding), stack, context).results, context).map(({ level, message }) => [
      level,
      message,
    ]);
  };

  it("lower a finding and report why and until when", () => {
    expect(exempted("files", "2026-12-31", { message: "x.", at })).toEqual([
      ["advisory", "x. (exempted until 2026-12-31: a reason)"],
    ]);
  });

  it("end", () => {
    expect(exempted("files", "2026-01-31", { message: "x.", at })).toEqual([
      ["mandatory", "x. (the exemption for it ended on 2026-01-31)"],
    ]);
  });

  it.each(["dev", "shop-dev", "*"])("of the stack as a whole name it or use a star: %s", (name) => {
    expect(exempted(name, "2026-12-31", { message: "x." })[0]?.[0]).toBe("advisory");
  });

  it("of another resource change nothing", () => {
    expect(exempted("dev", "2026-12-31", { message: "x.", at })).toEqual([["mandatory", "x."]]);
  });
});

it("puts findings in one order, the mandatory ones first", () => {
  const result = (level: "advisory" | "mandatory", path: string) => ({
    rule,
    level,
    path,
    codePath: path,
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
    runContextOf(),
  );
  expect(sorted.map(({ level, path }) => `${level} ${path}`)).toEqual([
    "mandatory a",
    "mandatory a",
    "mandatory b",
    "advisory 0",
    "advisory a",
  ]);
});

describe("a finding at several locations", () => {
  const names = Array.from({ length: 14 }, (_, index) => `bucket-${String(index).padStart(2, "0")}`);
  const network = resource("awsx:ec2:Vpc", "network", {}, { parent: root });
  const many = Stack.from(
    build(
      [
        root,
        network,
        ...names.map((name) => resource("aws:s3/bucket:Bucket", name, {}, { parent: root })),
        resource("aws:s3/bucket:Bucket", "in-package", {}, { parent: network }),
      ],
      "preview",
    ),
  );
  const buckets = many.ofType("aws:s3/bucket:Bucket");
  const [first, second, third] = buckets;
  const results = (finding: Finding, exemptions: RunContext["contract"]["exemptions"] = []): Result[] => {
    const context = runContextOf({ exemptions });
    return settle(checkStack(reporting(finding), many, context).results, context);
  };
  const namesOf = ({ name = "", alsoAt = [] }: Result): string[] => [name, ...alsoAt.map((other) => other.name)];
  const views = (...found: (Resource | undefined)[]): Resource[] => found.filter((one) => one !== undefined);

  it("is one result that keeps all locations, and names the first ten others", () => {
    const [one, ...others] = results({ message: "x.", at: first, property: "acl", alsoAt: buckets.slice(1, 14) });
    expect(others).toEqual([]);
    expect(one).toMatchObject({ name: "bucket-00", path: "acl" });
    expect(one?.alsoAt?.map(({ name, path }) => [name, path])).toEqual(names.slice(1).map((name) => [name, "acl"]));
    expect(one?.message).toBe(`x. The same applies to ${names.slice(1, 11).join(", ")} and 3 more.`);
  });

  it.each([
    [views(second), "bucket-01"],
    [views(second, third), "bucket-01 and bucket-02"],
    [buckets.slice(1, 12), `${names.slice(1, 11).join(", ")} and 1 more`],
    [buckets.slice(1, 11), `${names.slice(1, 10).join(", ")} and bucket-10`],
  ])("names them %#", (alsoAt, expected) => {
    expect(results({ message: "x.", at: first, alsoAt })[0]?.message).toBe(`x. The same applies to ${expected}.`);
  });

  it("names a resource once, and its property where that differs", () => {
    const alsoAt = views(second, second).map((bucket, index) => (index === 0 ? bucket : bucket.at("tags")));
    expect(results({ message: "x.", at: first, alsoAt })[0]?.message).toBe(
      "x. The same applies to bucket-01 and bucket-01 (tags).",
    );
    expect(results({ message: "x.", at: first, alsoAt: views(second, second) })[0]?.message).toBe(
      "x. The same applies to bucket-01.",
    );
  });

  it("is a result of its own, without the fix, where an exemption covers some of the resources", () => {
    const exempted = (name: string): Result[] =>
      results({ message: "x.", at: first, alsoAt: views(second, third), fix: { acl: "private" } }, [
        { rule: rule.id, resource: name, reason: "a reason", until: "2026-12-31" },
      ]);
    const [open, covered] = exempted("bucket-01");
    expect(open && namesOf(open)).toEqual(["bucket-00", "bucket-02"]);
    expect(open).toMatchObject({ level: "mandatory", fix: { patch: { acl: "private" } } });
    expect(open?.message).toBe("x. The same applies to bucket-02.");
    expect(covered && namesOf(covered)).toEqual(["bucket-01"]);
    expect(covered).toMatchObject({ level: "advisory", message: "x. (exempted until 2026-12-31: a reason)" });
    expect(covered).not.toHaveProperty("fix");
    expect(exempted("bucket-00").map(namesOf)).toEqual([["bucket-01", "bucket-02"], ["bucket-00"]]);
    expect(exempted("bucket-00")[0]).not.toHaveProperty("fix");
    expect(exempted("bucket-*").map(namesOf)).toEqual([["bucket-00", "bucket-01", "bucket-02"]]);
  });

  it("is a result of its own where one of the locations makes it advisory", () => {
    const [packaged] = buckets.slice(-1);
    const found = results({ message: "x.", at: first, property: "acl", alsoAt: views(packaged, second) });
    expect(found.map((one) => [one.level, namesOf(one)])).toEqual([
      ["mandatory", ["bucket-00", "bucket-01"]],
      ["advisory", ["in-package"]],
    ]);
  });
});

describe("what rules remember of a stack", () => {
  it.each([
    [3, 1],
    [20_000, 2],
  ])("of %i resources is worked out %i times for two rules", (size, times) => {
    const many = Array.from({ length: size }, (_, index) =>
      resource("aws:sqs/queue:Queue", `queue-${String(index)}`, { tags: { team: "shop" } }),
    );
    const large = Stack.from(build(many, "preview"));
    let count = 0;
    const countQueues = (one: Stack): number => {
      count++;
      return one.ofType("aws:sqs/queue:Queue").flatMap((queue) => queue.scalars()).length;
    };
    const found: number[] = [];
    const counting = (id: string): Parameters<typeof checkStack>[0] => ({
      ...rule,
      id,
      resource: undefined,
      stack: (one) => found.push(one.once(countQueues)),
    });
    checkAll([counting("first"), counting("second")], large, runContextOf());
    expect([count, found]).toEqual([times, [size, size]]);
  });
});
