import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../kit/command";
import { compileProblems } from "../kit/docs/code";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "preflight-new-rule-"));
  for (const name of ["policies", "tools", "package.json", "tsconfig.json"]) {
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "dir");
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const read = (path: string): string => readFileSync(join(folder, path), "utf8");
const original = (path: string): string => readFileSync(join(ROOT, path), "utf8");

function newRule(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync("npm", ["run", "-s", "new-rule", ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  return { code: status, out: stdout, err: stderr.trim() };
}

it("writes stubs that compile, and a line in the list", () => {
  const { code, out } = newRule("sqs-long-polling", "--", "--category", "functions");
  expect(code).toBe(0);
  expect(out).toContain("npx jest tests/policies/functions/sqs-long-polling.test.ts");
  const files = [
    "policies/functions/sqs-long-polling.ts",
    "policies/functions/sqs-long-polling.examples.ts",
    "tests/policies/functions/sqs-long-polling.test.ts",
    "policies/index.ts",
  ];
  expect(compileProblems(new Map(files.map((path) => [path, read(path)])))).toEqual([]);
  const added = read("policies/index.ts").split("\n");
  const before = new Set(original("policies/index.ts").split("\n"));
  expect(added.filter((line) => !before.has(line))).toEqual([
    'import sqsLongPolling from "./functions/sqs-long-polling";',
    "  sqsLongPolling,",
  ]);
  expect(added.filter((line) => before.has(line)).join("\n")).toBe(original("policies/index.ts"));
  expect(added[added.indexOf("  sqsLongPolling,") - 1]).toBe("  notebookPlatform,");
});

it("writes a requirement as one file, which compiles", () => {
  const { code, out } = newRule("sqs-long-polling", "--", "--category", "functions", "--requirement");
  expect(code).toBe(0);
  expect(out).toContain("npx jest requirement every-rule examples fixes -t sqs-long-polling");
  expect(out.split("\n\n", 1)).toEqual(["policies/functions/sqs-long-polling.ts\npolicies/index.ts"]);
  const files = ["policies/functions/sqs-long-polling.ts", "policies/index.ts"];
  expect(compileProblems(new Map(files.map((path) => [path, read(path)])))).toEqual([]);
});

it("takes the category as npm hands it on without --, and validity where none is given", () => {
  expect(newRule("sqs-long-polling", "--category", "functions").out).toContain(
    "policies/functions/sqs-long-polling.ts",
  );
  expect(newRule("aaa-first").out).toContain("policies/validity/aaa-first.ts");
  const list = read("policies/index.ts").split("= [\n")[1]?.split("\n") ?? [];
  expect([list[0], list.at(-5)]).toEqual(["  contract,", "  preflight,"]);
});

it.each([
  [
    ["Sqs_polling"],
    '"Sqs_polling" is not an id: it has to be words in lower case joined by hyphens, such as sqs-dead-letter',
  ],
  [["polling"], '"polling" is not an id: it has to be words in lower case joined by hyphens, such as sqs-dead-letter'],
  [["sqs-encrypted"], "there is a rule sqs-encrypted already: policies/encryption/sqs-encrypted.ts"],
  [
    ["a-b", "--", "--category", "sqs"],
    expect.stringMatching(/^"sqs" is not a category: it has to be one of backup, .*, validity$/),
  ],
  [["a-b", "--", "--categry", "functions"], "Unknown option '--categry'"],
  [[], "give the id of one rule: npm run new-rule ID -- --category CATEGORY"],
  [["a-b", "c-d"], "give the id of one rule: npm run new-rule ID -- --category CATEGORY"],
])("reports in one line what is wrong with %j, and writes nothing", (args, message) => {
  const { code, out, err } = newRule(...args);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err.replace(/^new-rule: /, "")).toEqual(message);
  expect(read("policies/index.ts")).toBe(original("policies/index.ts"));
});
