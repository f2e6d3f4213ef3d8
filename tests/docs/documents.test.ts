import { python, compileProblems, jsonProblem, pythonProblems, readTypeScript, yamlProblem } from "../kit/docs/code";
import { commandProblems, linesOf, simpleCommands } from "../kit/docs/commands";
import { documents, isBlock, readDocument, type Block, type Document } from "../kit/docs/documents";
import { linkProblems } from "../kit/docs/links";
import { NOT_RUN } from "../kit/docs/not-run";
import { stepsOfConsole } from "../kit/docs/walk";

const all = documents();
const byPath = new Map(all.map((document) => [document.path, document]));

/** The blocks in a language, each with its place. */
function blocksIn(language: string, from: readonly Document[] = all): { place: string; block: Block }[] {
  return from.flatMap(({ path, steps }) =>
    steps
      .filter(isBlock)
      .filter((block) => block.language === language)
      .map((block) => ({ place: `${path}:${String(block.line)}`, block })),
  );
}

/** The lines of commands in a document, those that are done out of sight included. */
function commandsIn({ steps }: Document): string[] {
  return steps.flatMap((step) => {
    if (!isBlock(step)) {
      return [step.command];
    }
    return step.language === "sh"
      ? linesOf(step.code)
      : step.language === "console"
        ? stepsOfConsole(step.line, step.code).map(({ command }) => command)
        : [];
  });
}

const reported = (place: string, problem: string | null | undefined): string[] =>
  problem === null || problem === undefined ? [] : [`${place}: ${problem}`];

describe("the documents", () => {
  it("are all there", () => {
    expect([...byPath.keys()]).toEqual(
      expect.arrayContaining(["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/README.md", "docs/guides/ci.md"]),
    );
    expect(all.length).toBeGreaterThan(200);
  });

  it("link to what exists", () => {
    expect(all.flatMap((document) => linkProblems(document, byPath))).toEqual([]);
  });

  it("are reached from the README", () => {
    const reached = new Set(["README.md"]);
    for (const path of reached) {
      for (const { href } of byPath.get(path)?.links ?? []) {
        const target = new URL(href, `https://here/${path}`);
        const local = target.host === "here" ? target.pathname.slice(1) : "";
        [local, `${local}/README.md`].filter((one) => byPath.has(one)).forEach((one) => reached.add(one));
      }
    }
    // GitHub itself leads to these.
    const isShown = (path: string): boolean => path.startsWith(".github/") || path === "SECURITY.md";
    expect([...byPath.keys()].filter((path) => !reached.has(path) && !isShown(path))).toEqual([]);
  });

  it("name the language of every block", () => {
    const known = new Set(["", "console", "javascript", "json", "python", "sh", "text", "typescript", "yaml"]);
    const blocks = all.flatMap(({ path, steps }) => steps.filter(isBlock).map((block) => ({ path, block })));
    const strange = blocks.filter(({ block }) => !known.has(block.language));
    expect(strange.map(({ path, block }) => `${path}:${String(block.line)}: ${block.language}`)).toEqual([]);
  });
});

describe("the code in documents", () => {
  it("in TypeScript can be read", () => {
    const problems = blocksIn("typescript").flatMap(({ place, block }) =>
      readTypeScript(block.code).flatMap(({ errors }) => reported(place, errors[0])),
    );
    expect(problems).toEqual([]);
  });

  it("in TypeScript that belongs into this repository, or beside the library, compiles", () => {
    const files = blocksIn("typescript")
      .map(({ block }) => block)
      .filter(({ file = "" }) => /^(policies|tests|acme)\//.test(file));
    expect(files.length).toBeGreaterThan(0);
    expect(compileProblems(new Map(files.map(({ file = "", code }) => [file, code])))).toEqual([]);
  });

  (python === undefined ? it.skip : it)("in Python can be read (needs python3)", () => {
    const blocks = blocksIn("python");
    const problems = pythonProblems(blocks.map(({ block }) => block.code));
    expect(blocks.flatMap(({ place }, index) => reported(place, problems[index]))).toEqual([]);
  });

  it("in YAML and JSON can be read", () => {
    expect(blocksIn("yaml").flatMap(({ place, block }) => reported(place, yamlProblem(block.code)))).toEqual([]);
    expect(blocksIn("json").flatMap(({ place, block }) => reported(place, jsonProblem(block.code)))).toEqual([]);
  });
});

describe("the commands in documents", () => {
  it("are commands with options that exist", () => {
    const problems = all.flatMap((document) => [
      ...commandsIn(document).flatMap((line) => commandProblems(line).map((problem) => `${document.path}: ${problem}`)),
      ...document.spans
        .filter(({ text }) => /^(preflight|npm run) \S/.test(text))
        .flatMap(({ line, text }) =>
          commandProblems(text).map((problem) => `${document.path}:${String(line)}: ${problem}`),
        ),
    ]);
    expect(problems).toEqual([]);
  });

  it("are all run, but those with a reason", () => {
    const commands = new Set(all.flatMap(commandsIn));
    expect(Object.keys(NOT_RUN).filter((command) => !commands.has(command))).toEqual([]);
  });
});

describe("what these tests notice", () => {
  const page = readDocument(
    "docs/page.md",
    '# A page\n\n## Über `code` & more\n\n<a id="Key.x"></a>\n\n[a](#a-page) [b](#über-code--more) [c](#Key.x) [d](#none)\n' +
      "[e](other.md) [f](../README.md#rules) [g](../README.md#none) [h](../../x) [i](https://example.com/c?d=e#f) [j](http://a.b) [k](rules)\n",
  );

  it("in links", () => {
    expect(linkProblems(page, new Map([...byPath, [page.path, page]]))).toEqual([
      "docs/page.md:7: #none names no heading there",
      "docs/page.md:8: other.md leads nowhere",
      "docs/page.md:8: ../README.md#none names no heading there",
      "docs/page.md:8: ../../x leads out of the repository",
      "docs/page.md:8: http://a.b is no link to another site",
    ]);
  });

  it.each([
    ["preflight chek .", ["preflight has no command chek"]],
    ["preflight check . --stak dev", ["preflight check has no option --stak"]],
    ["npm run -s preflight -- check . --json", ["preflight check has no option --json"]],
    ["cd x && node dist/src/cli/main.js rules --category netwrk", [expect.stringContaining("netwrk") as string]],
    ["preflight explain one two", ["preflight explain does not take two"]],
    ["preflight --verbose", ["preflight has no option --verbose"]],
    ["npm run biuld", ["npm has no script biuld"]],
    ["preflight check . --format text --format sarif=a.sarif > out.txt", []],
    ["pulumi stack export | preflight check - --folder path/to/program", []],
    ["source <(preflight completion basch)", [expect.stringContaining("basch") as string]],
    ["A=1 preflight rules --category network identity # both", []],
  ])("in the command %s", (line, problems) => {
    expect(commandProblems(line)).toEqual(problems);
  });

  it("in code", () => {
    expect(readTypeScript("const a = ;")[0]?.errors).toEqual(["Expression expected."]);
    expect(
      compileProblems(
        new Map([
          ["policies/network/x.ts", 'export { x } from "../../src/rules/rule";\nexport const y: number = "";\n'],
        ]),
      ),
    ).toEqual([
      "policies/network/x.ts:1: Module '\"../../src/rules/rule\"' has no exported member 'x'.",
      "policies/network/x.ts:2: Type 'string' is not assignable to type 'number'.",
    ]);
    expect(yamlProblem("a: b: c")).toContain("Nested mappings");
    expect(jsonProblem("{ a: 1 }")).toBeDefined();
  });

  (python === undefined ? it.skip : it)("in Python (needs python3)", () => {
    expect(pythonProblems(["a=1,\nb=2,", '"a": 1,', "f(x)\n# and\na=1,", "def f(:", 'f("a", b=1, ...)'])).toEqual([
      null,
      null,
      null,
      "invalid syntax, line 1",
      "positional argument follows keyword argument, line 1",
    ]);
  });

  it("takes lines apart", () => {
    expect(linesOf("# no\na \\\n  b\n\nc\n")).toEqual(["a b", "c"]);
    expect(simpleCommands("a 'b c' | d *.ts > e && f")).toEqual([["a", "b c"], ["d", "*.ts"], ["f"]]);
  });
});
