import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ROOT = resolve(__dirname, "../..");

/** A rule that wants tags on buckets, and misreads what the test asks it to. */
const RULE = `
const { defineRule, known } = require(${JSON.stringify(join(ROOT, "dist/library.js"))});
const { resource, ruleTest, unknown } = require(${JSON.stringify(join(ROOT, "dist/testing"))});
const BUCKET = "aws:s3/bucket:Bucket";
const rule = ({ property = "tags", message = "it has no tags.", mend, remediation, check } = {}) =>
  defineRule({
    id: "bucket-has-tags", category: "tagging", description: "Buckets have tags", severity: "low", level: "mandatory",
    why: "They do.", fix: { typescript: "", python: "" },
    resource: {
      types: [BUCKET],
      check: check ?? ((bucket, { report, undecided }) => {
        const tags = bucket.entries(property);
        if (tags === undefined) report({ at: bucket, property, message, mend });
        else if (!known(tags)) undecided(bucket, property);
      }),
    },
    ...(remediation && { remediation }),
  });
const mending = (tags) => rule({ mend: { tags }, remediation: { does: "sets tags" } });
const mended = (tags, finding) => [{ ...bad(finding)[0], mended: tags ? { logs: { tags } } : {} }];
const good = [{ name: "tags", stack: [resource(BUCKET, "logs", { tags: { Owner: "me" } })] }];
const bad = (finding = {}) => [
  { name: "none", stack: [resource(BUCKET, "logs")], findings: [{ resource: "logs", path: "tags", ...finding }] },
];
const open = (at = "logs.tags") => [{ name: "later", stack: [resource(BUCKET, "logs", { tags: unknown })], at: [at] }];
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "preflight-runners-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Runs a file with Node.js, as somebody would who has no other runner. */
function run(text: string, ...args: string[]): { code: number | null; output: string } {
  const file = join(folder, "rule.test.js");
  writeFileSync(file, RULE + text);
  // Node.js and jest tell the processes that they start that they are inside a test.
  const env = { PATH: process.env["PATH"] };
  const { status, stdout, stderr } = spawnSync(process.execPath, [...args, file], { encoding: "utf8", env });
  return { code: status, output: stdout + stderr };
}

const runTests = (text: string): { code: number | null; output: string } => run(text, "--test", "--test-reporter=tap");

it("runs where Node.js itself runs tests: each case in a preview and an update, and what the rule reads", () => {
  const { code, output } = runTests("ruleTest(rule(), { valid: good, invalid: bad(), undecided: open() });");
  expect({ code, output }).toMatchObject({ code: 0 });
  const passed = output.split("\n").map((line) => /^ *ok \d+ - (.*)$/.exec(line)?.[1]);
  expect(passed.filter((name) => name?.includes(":"))).toEqual([
    "valid: tags (preview)",
    "valid: tags (up)",
    "invalid: none (preview)",
    "invalid: none (up)",
    "undecided: later (preview)",
  ]);
  expect(passed).toContain("reads only properties that @pulumi/aws has");
});

it("asks a rule with a remediation what it mends and what it leaves", () => {
  const cases = `{ valid: good, invalid: mended({ Owner: "me" }), undecided: open() }`;
  const { code, output } = runTests(`ruleTest(mending({ Owner: "me" }), ${cases});`);
  expect({ code, output }).toMatchObject({ code: 0 });
  expect(output).toMatch(/ok \d+ - remediated: none \(preview\)/);
});

it("runs where a runner has made describe and it global, and loads no other", () => {
  const text = `
const names = [];
globalThis.describe = (name, suite) => { names.push(name); suite(); };
globalThis.it = (name, test) => { names.push(name); test(); };
ruleTest(rule(), { valid: good, invalid: bad() });
console.log(JSON.stringify(names));`;
  const { code, output } = run(text);
  expect(code).toBe(0);
  const names = JSON.parse(output) as string[];
  expect(names[0]).toBe("bucket-has-tags");
  expect(names).toHaveLength(1 + 2 * 4 + 1);
});

it("says what vitest needs to be told", () => {
  const { code, output } = run(`process.env.VITEST = "true"; ruleTest(rule(), { valid: good, invalid: bad() });`);
  expect(code).toBe(1);
  expect(output).toContain("ruleTest needs describe and it: set `test: { globals: true }` in vitest's configuration.");
});

it.each([
  ["a finding in a valid case", "ruleTest(rule(), { valid: bad(), invalid: [] });", /it has no tags/],
  [
    "no finding in an invalid case",
    "ruleTest(rule(), { valid: [], invalid: [{ ...good[0], findings: bad()[0].findings }] });",
    /resource: 'logs'/,
  ],
  ["a finding on another resource", 'ruleTest(rule(), { valid: [], invalid: bad({ resource: "other" }) });', /other/],
  ["a finding at another path", 'ruleTest(rule(), { valid: [], invalid: bad({ path: "bucket" }) });', /'bucket'/],
  ["a finding at another level", 'ruleTest(rule(), { valid: [], invalid: bad({ level: "advisory" }) });', /advisory/],
  ["another message", "ruleTest(rule(), { valid: [], invalid: bad({ message: /two tags/ }) });", /two tags/],
  [
    "a message that is no sentence",
    'ruleTest(rule({ message: "no tags" }), { valid: [], invalid: bad() });',
    /no tags/,
  ],
  ["undefined in a message", 'ruleTest(rule({ message: "undefined." }), { valid: [], invalid: bad() });', /undefined/],
  [
    "another undecided place",
    'ruleTest(rule(), { valid: [], invalid: [], undecided: open("logs.acl") });',
    /logs\.acl/,
  ],
  [
    "a rule that fails inside",
    "ruleTest(rule({ check: () => null.x }), { valid: good, invalid: [] });",
    /failed inside/,
  ],
  [
    "a mend other than what is said",
    'ruleTest(mending({ Owner: "me" }), { valid: good, invalid: mended({ Owner: "you" }) });',
    /Owner: 'me'/,
  ],
  [
    "a finding that is not mended",
    "ruleTest(mending(undefined), { valid: good, invalid: mended(undefined) });",
    /resource: 'logs'/,
  ],
  [
    "a remediation that does not say what it does",
    "ruleTest(rule({ mend: { tags: {} }, remediation: {} }), { valid: good, invalid: mended({}) });",
    /doesWhenNew/,
  ],
  [
    "a mended property that @pulumi/aws lacks",
    'ruleTest(rule({ mend: { tgas: {} }, remediation: { does: "x" } }), { valid: good, invalid: mended(undefined, { stays: true }) });',
    /tgas/,
  ],
  [
    "a property that @pulumi/aws lacks",
    'ruleTest(rule({ property: "tgas" }), { valid: [], invalid: bad({ path: "tgas" }) });',
    /Bucket tgas/,
  ],
])("fails for %s, and shows it", (_name, text, wanted) => {
  const { code, output } = runTests(text);
  expect(code).toBe(1);
  expect(output).toMatch(wanted);
});

it("fails for a secret in a message, and does not print it", () => {
  const text =
    'ruleTest(rule({ message: "hunter2 is no tag." }), { valid: [], invalid: [{ ...bad()[0], secrets: ["hunter2"] }] });';
  const { code, output } = runTests(text);
  expect(code).toBe(1);
  expect(output).toContain("a message holds the text of a secret");
  expect(output).not.toContain("hunter2");
});
