import { argumentsOf, namedArgumentsOf } from "../../src/source/calls";
import { blocksOf } from "../../src/source/markdown";
import { Source } from "../../src/source/source";
import { isTest } from "../../src/source/tests";

const importsOf = (path: string, text: string): unknown[] =>
  new Source(path, text).imports.map(({ module, names, bindings, typeOnly }) => ({
    module,
    names,
    bindings: Object.fromEntries(bindings),
    typeOnly,
  }));

describe("imports", () => {
  it.each([
    ["a.ts", 'import "m";', { module: "m" }],
    ["a.ts", 'import d from "m";', { module: "m", bindings: { d: "m" } }],
    ["a.ts", 'import * as aws from "@pulumi/aws/ec2";', { module: "@pulumi/aws/ec2", bindings: { aws: "aws.ec2" } }],
    [
      "a.tsx",
      'import d, { a as b, default as e, c } from "node:m";',
      { module: "node:m", names: ["a", "default", "c"], bindings: { d: "m", b: "m.a", e: "m", c: "m.c" } },
    ],
    ["a.ts", 'import type { A } from "m";', { module: "m", names: ["A"], bindings: { A: "m.A" }, typeOnly: true }],
    ["a.ts", 'import { type A } from "m";', { module: "m", names: ["A"], bindings: { A: "m.A" }, typeOnly: true }],
    ["a.ts", 'export * from "m";', { module: "m" }],
    ["a.js", 'const m = require("m");', { module: "m", bindings: { m: "m" } }],
    ["a.js", 'const { a, b: c } = require("m");', { module: "m", names: ["a", "b"], bindings: { a: "m.a", c: "m.b" } }],
    ["a.mjs", 'const m = await import("m");', { module: "m", bindings: { m: "m" } }],
    ["a.py", "import a.b", { module: "a.b", bindings: { a: "a" } }],
    ["a.py", "import pulumi_aws.ec2 as network", { module: "pulumi_aws.ec2", bindings: { network: "aws.ec2" } }],
    ["a.py", "from .a import (b, c as d,)", { module: ".a", names: ["b", "c"], bindings: { b: ".a.b", d: ".a.c" } }],
    ["a.py", "from m import *", { module: "m" }],
  ])("%s: %s", (path, text, expected) => {
    expect(importsOf(path, text)).toEqual([{ names: [], bindings: {}, typeOnly: false, ...expected }]);
  });

  it("are not found in other calls, in exports of the source's own and in what cannot be read", () => {
    expect(
      importsOf("a.ts", 'load("m"); require(name); require.resolve("m"); requireAll("m"); export const a = 1; import'),
    ).toEqual([]);
    expect(importsOf("a.py", "import\nfrom\n")).toEqual([]);
  });

  it("are each module of a statement", () => {
    expect(importsOf("a.py", "import a, b.c as d\n")).toHaveLength(2);
  });
});

describe("calls", () => {
  const calleesOf = (path: string, text: string): string[] => new Source(path, text).calls.map(({ callee }) => callee);

  it.each([
    ["a.ts", "new aws.ec2.Eip()", ["aws.ec2.Eip"]],
    ["a.ts", "expect(a).not.toBe(b)", ["expect().not.toBe", "expect"]],
    ["a.ts", "this.db[0].endpoint!.apply(f)", ["this.db[].endpoint.apply"]],
    ["a.ts", "(await make()).run()", ["make().run", "make"]],
    ["a.ts", "`a`.trim(); super(); this.#run();", [".trim", "super", "this.#run"]],
    ["a.py", "a.b[0].c(d())", ["a.b[].c", "d"]],
  ])("%s: %s", (path, text, expected) => {
    expect(calleesOf(path, text)).toEqual(expected);
  });

  it("have arguments by position and by name", () => {
    const script = new Source("a.ts", 'f(a, { b, "c": 1, ...d, [e]: 2, f() {} })');
    const python = new Source("a.py", "f(a, *b, c=1, **d)");
    const described = [script, python].map((source) => {
      const [call] = source.calls;
      return call && [argumentsOf(call.node).length, namedArgumentsOf(source, call.node).map(({ name }) => name)];
    });
    expect(described).toEqual([
      [2, ["b", "c", "f"]],
      [1, ["c"]],
    ]);
  });
});

it("a node has its line", () => {
  const source = new Source("lib/a.ts", "a();\n\n  b();\n");
  expect(source.calls.map(({ node }) => source.locationOf(node))).toEqual(["lib/a.ts:1", "lib/a.ts:3"]);
});

it.each([
  ["a.test.ts", true],
  ["lib/a-spec.js", true],
  ["tests/test_a.py", true],
  ["a_test.py", true],
  ["lib/a.ts", false],
  ["lib/contest.py", false],
  ["tests/data.ts", false],
])("%s is a test: %s", (path, expected) => {
  expect(isTest(new Source(path, ""))).toBe(expected);
});

it("a document has blocks", () => {
  const text = "# A\n\nOne\ntwo\n```Sh x\n# no\n````\nB\n---\n<!-- c\n# D\n-->\n~~~\n```\n~~~\nend\n```\nopen";
  expect(
    blocksOf({ path: "a.md", text }).map(({ kind, level, language, text: inner, line }) => [
      kind,
      level,
      language,
      inner,
      line,
    ]),
  ).toEqual([
    ["heading", 1, "", "A", 1],
    ["text", 0, "", "One\ntwo", 3],
    ["code", 0, "sh", "# no\n", 5],
    ["heading", 2, "", "B", 8],
    ["code", 0, "", "```\n", 13],
    ["text", 0, "", "end", 16],
    ["code", 0, "", "open\n", 17],
  ]);
});
