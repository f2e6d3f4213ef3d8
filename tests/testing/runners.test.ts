import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ROOT = resolve(__dirname, "../..");

/** A rule that requires tags on buckets, with mistakes that a test chooses. */
const RULE = `
const { defineRule, known } = require(${JSON.stringify(join(ROOT, "dist/src/library.js"))});
const { resource, ruleTest, unknown } = require(${JSON.stringify(join(ROOT, "dist/src/testing"))});
const BUCKET = "aws:s3/bucket:Bucket";
const rule = ({ property = "tags", message = "It has no tags.", fix, remediation, check } = {}) =>
  defineRule({
    id: "bucket-has-tags", category: "tagging", description: "Buckets must have tags", severity: "low", level: "mandatory",
    why: "They do.", fix: { typescript: "", python: "" },
    resource: {
      types: [BUCKET],
      check: check ?? ((bucket, { report, undecided }) => {
        const tags = bucket.entries(property);
        if (tags === undefined) report({ at: bucket, property, message, fix });
        else if (!known(tags)) undecided(bucket, property);
      }),
    },
    ...(remediation && { remediation }),
  });
const fixing = (tags) => rule({ fix: { tags }, remediation: { does: "sets tags" } });
const fixed = (tags, finding) => [{ ...bad(finding)[0], fixed: tags ? { logs: { tags } } : {} }];
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

/** Runs a file with Node.js alone, without another runner. */
function run(text: string, ...args: string[]): { code: number | null; output: string } {
  const file = join(folder, "rule.test.js");
  writeFileSync(file, RULE + text);
  // Node.js and jest mark the processes that they start as inside a test.
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

it("tests what a rule with a remediation fixes and what it leaves", () => {
  const cases = `{ valid: good, invalid: fixed({ Owner: "me" }), undecided: open() }`;
  const { code, output } = runTests(`ruleTest(fixing({ Owner: "me" }), ${cases});`);
  expect({ code, output }).toMatchObject({ code: 0 });
  expect(output).toMatch(/ok \d+ - remediated: none \(preview\)/);
});

it("uses describe and it where a runner has made them global", () => {
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

it("reports the setting that vitest needs", () => {
  const { code, output } = run(`process.env.VITEST = "true"; ruleTest(rule(), { valid: good, invalid: bad() });`);
  expect(code).toBe(1);
  expect(output).toContain("ruleTest needs describe and it: set `test: { globals: true }` in vitest's configuration.");
});

it.each([
  ["a finding in a valid case", "ruleTest(rule(), { valid: bad(), invalid: [] });", /It has no tags/],
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
    "a message that is not a sentence",
    'ruleTest(rule({ message: "no tags" }), { valid: [], invalid: bad() });',
    /no tags/,
  ],
  ["undefined in a message", 'ruleTest(rule({ message: "undefined." }), { valid: [], invalid: bad() });', /undefined/],
  ["another undecided path", 'ruleTest(rule(), { valid: [], invalid: [], undecided: open("logs.acl") });', /logs\.acl/],
  ["a rule that crashes", "ruleTest(rule({ check: () => null.x }), { valid: good, invalid: [] });", /the rule crashed/],
  [
    "another fix than expected",
    'ruleTest(fixing({ Owner: "me" }), { valid: good, invalid: fixed({ Owner: "you" }) });',
    /Owner: 'me'/,
  ],
  [
    "a finding that is not fixed",
    "ruleTest(fixing(undefined), { valid: good, invalid: fixed(undefined) });",
    /resource: 'logs'/,
  ],
  [
    "a remediation without a description",
    "ruleTest(rule({ fix: { tags: {} }, remediation: {} }), { valid: good, invalid: fixed({}) });",
    /doesWhenNew/,
  ],
  [
    "a fixed property that @pulumi/aws lacks",
    'ruleTest(rule({ fix: { tgas: {} }, remediation: { does: "x" } }), { valid: good, invalid: fixed(undefined, { stays: true }) });',
    /tgas/,
  ],
  [
    "a property that @pulumi/aws lacks",
    'ruleTest(rule({ property: "tgas" }), { valid: [], invalid: bad({ path: "tgas" }) });',
    /Bucket tgas/,
  ],
])("fails for %s, and shows it", (_name, text, expected) => {
  const { code, output } = runTests(text);
  expect(code).toBe(1);
  expect(output).toMatch(expected);
});

it("fails for a secret in a message, and does not print it", () => {
  const text =
    'ruleTest(rule({ message: "hunter2 is not a tag." }), { valid: [], invalid: [{ ...bad()[0], secrets: ["hunter2"] }] });';
  const { code, output } = runTests(text);
  expect(code).toBe(1);
  expect(output).toContain("a message contains a secret");
  expect(output).not.toContain("hunter2");
});
