import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../kit/command";
import { documents, isBlock, readDocument } from "../kit/docs/documents";
import { isShown, renewed, stepsOfConsole, walk } from "../kit/docs/walk";

/** PREFLIGHT_DOCS=update writes what is printed into the documents: read what has changed before you commit it. */
const updates = process.env["PREFLIGHT_DOCS"] === "update";

// Each of them is a dozen commands, and all of them run at the same time as other tests.
jest.setTimeout(900_000);

const withCommands = documents().filter(({ steps }) =>
  steps.some((step) => isBlock(step) && ["sh", "console"].includes(step.language)),
);

describe("a reader who does what the document says", () => {
  // Most of the time passes in processes of their own.
  it.concurrent.each(withCommands.map((document) => [document.path, document] as const))(
    "gets what %s shows",
    async (path, document) => {
      const file = join(ROOT, path);
      const { problems, fixed } = await walk(document, readFileSync(file, "utf8"));
      if (updates) {
        writeFileSync(file, fixed);
      }
      expect(problems.join("\n\n")).toBe("");
    },
  );
});

describe("the walk", () => {
  const text = "# T\n\n```console\n$ echo one\ntwo\n$ false\n$ echo $?\n1\n```\n\n```sh\nls nothing\ncd /\n```\n";

  it("notices output that is not shown and commands that fail, and remembers where it is and how a command ended", async () => {
    const { problems, fixed } = await walk(readDocument("t.md", text), text);
    expect(problems).toEqual([
      "t.md:4: echo one\nends with 0 and prints\none\n",
      expect.stringMatching(/^t\.md:11: ls nothing\nends with 2 and prints\n.*No such file/) as string,
    ]);
    expect(fixed).toBe(text.replace("two", "one"));
  });

  it("writes the files that a document shows, beside the reader", async () => {
    const files =
      "<!-- file: a/b.txt -->\n\n```text\nhello\n```\n\n```sh\ncd a\n```\n\n```console\n$ cat b.txt\nhello\n```\n";
    expect((await walk(readDocument("t.md", files), files)).problems).toEqual([]);
  });
});

describe("output that is cut", () => {
  const printed = ["a", "b", "c", "d"];

  it.each<[string[], boolean]>([
    [["a", "b", "c", "d"], true],
    [["a", "…"], true],
    [["…", "d"], true],
    [["a", "…", "c", "…"], true],
    [["…"], true],
    [["a", "b"], false],
    [["…", "c"], false],
    [["a", "…", "a", "…"], false],
    [["b", "…"], false],
  ])("%j is shown of it: %s", (shown, isRight) => {
    expect(isShown(shown, printed)).toBe(isRight);
  });

  it("is made anew where its cuts tell how", () => {
    expect(renewed(["x", "…", "y"], printed)).toEqual(["a", "…", "d"]);
    expect(renewed(["x"], printed)).toEqual(printed);
    expect(renewed(["x", "…", "y", "…"], printed)).toBeUndefined();
    expect(renewed(["x", "…", "c", "…"], printed)).toEqual(["a", "…", "c", "…"]);
  });

  it("is distinguished from the next command", () => {
    expect(stepsOfConsole(1, "$ a\n1\n\n2\n$ b\n")).toEqual([
      { line: 2, command: "a", shown: ["1", "", "2"] },
      { line: 6, command: "b", shown: [] },
    ]);
  });
});
