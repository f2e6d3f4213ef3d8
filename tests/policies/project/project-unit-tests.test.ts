import rule from "../../../policies/project/project-unit-tests";
import { ruleTest } from "../../../src/testing/rule-test";

const NODE = { "Pulumi.yaml": "name: shop\nruntime: nodejs\n", "index.ts": 'import "./network";', "network.ts": "" };
const PYTHON = { "Pulumi.yaml": "name: shop\nruntime: python\n", "__main__.py": "" };
const MOCKS = 'import * as pulumi from "@pulumi/pulumi";\npulumi.runtime.setMocks({});\n';
const PY_MOCKS = "import pulumi\npulumi.runtime.set_mocks(Mocks())\n";
const contract = { tests: { unit: true } };

const ts = (body: string, more = MOCKS): Record<string, string> => ({
  ...NODE,
  "tests/unit/program.test.ts": more + body,
});
const py = (body: string): Record<string, string> => ({ ...PYTHON, "tests/unit/test_program.py": PY_MOCKS + body });

const ASSERTING_TS = [
  'test("a", () => { expect(vpc.cidrBlock).toBe("10.0.0.0/16"); });',
  'it.each([1, 2])("%s", async (n) => { await expect(ids[n]).resolves.not.toBe(""); });',
  'import assert from "node:assert/strict";\ntest("a", () => assert(zones.length === 3));',
  'import { strictEqual as same } from "assert";\ntest("a", () => { same(zones.length, 3); });',
  'import { expect } from "chai";\nit("a", (done) => { expect(zones).to.be.empty; done(); });',
  'it("a", () => { if (!zones) throw new Error("none"); });',
  'test("a", (t) => { t.is(zones.length, 3); });',
  'it("a", () => { zones.length.should.equal(3); });',
  'it("a", () => { checkEncryption(database); });',
  'test.each`a | b`("%s", () => { expect(zones).toHaveLength(3); });',
  'describe.skip("a", () => {});\ndescribe("b", () => { it("c", () => { expect(zones).toBeDefined(); }); });',
];
const ASSERTING_PY = [
  "def test_zones():\n    assert len(zones) == 3\n",
  "class TestVpc(unittest.TestCase):\n    def test_zones(self):\n        self.assertEqual(len(self.zones), 3)\n",
  "@pulumi.runtime.test\ndef test_zones():\n    def check(zones):\n        assert zones, 'none'\n    return vpc.zones.apply(check)\n",
  "def test_fails():\n    with pytest.raises(ValueError):\n        make(Args())\n",
  "@pytest.mark.skipif(sys.platform == 'win32', reason='x')\ndef test_a():\n    assert zones\n",
  "def test_a():\n    if not zones:\n        raise AssertionError('none')\n",
];
const PLACEHOLDERS_TS = [
  'test("a", () => { expect(true).toBe(true); });',
  'it("a", () => { expect(1 + 1).toEqual(2); expect.assertions(1); });',
  'test("a", async () => { await import("../../index"); });',
  'import assert from "assert";\nit("a", () => { assert.ok(true); assert.equal(1, 1); });',
  'import { ok } from "node:assert";\nit("a", () => { ok(true); });',
];
const PLACEHOLDERS_PY = [
  "def test_a():\n    assert True\n",
  "def test_a():\n    pass\n",
  "class TestA(unittest.TestCase):\n    def test_a(self):\n        self.assertTrue(True)\n",
  "def test_a():\n    assert (1 == 1), 'always'\n",
];
const NOTHING_RUNS = [
  '// test("a", () => { expect(vpc).toBeDefined(); });',
  'describe.skip("a", () => { it("b", () => { expect(vpc).toBeDefined(); }); });',
  'it.todo("a");\nxit("b", () => { expect(vpc).toBeDefined(); });',
];

ruleTest(rule, {
  valid: [
    { name: "none, without a contract", files: NODE },
    { name: "a folder that is not known", contract },
    {
      name: "another language",
      contract,
      files: { "Pulumi.yaml": "name: shop\nruntime: go\n", "main.go": "", "tools/a.py": "" },
    },
    { name: "no sources at all", contract, files: { "Pulumi.yaml": "name: shop\nruntime: nodejs\n" } },
    ...ASSERTING_TS.map((body) => ({ name: body, contract, files: ts(body) })),
    ...ASSERTING_PY.map((body) => ({ name: body, contract, files: py(body) })),
    {
      name: "assertions and mocks in what the tests load",
      contract,
      files: {
        ...NODE,
        "jest.setup.js": 'const { setMocks } = require("@pulumi/pulumi/runtime");\nsetMocks({});',
        "tests/unit/vpc.test.ts": 'import { compare } from "./helpers";\ntest("a", () => { compare(vpc); });',
        "tests/unit/helpers.ts": "export function compare(vpc) { expect(vpc.id).toBeDefined(); }",
      },
    },
    {
      name: "mocks in conftest.py",
      contract,
      files: {
        ...PYTHON,
        "tests/conftest.py": "from pulumi.runtime import set_mocks\nset_mocks(Mocks())\n",
        "tests/test_vpc.py": "def test_a():\n    assert vpc\n",
      },
    },
    {
      name: "enough coverage",
      contract: { tests: { unit: true, coverage: 90 } },
      files: {
        ...ts(ASSERTING_TS[0] ?? ""),
        "coverage/coverage-summary.json": '{"total": {"lines": {"total": 10, "covered": 9, "pct": 90}}}',
      },
    },
    {
      name: "coverage that cannot be read",
      contract: { tests: { coverage: 90 } },
      files: {
        ...ts(ASSERTING_TS[0] ?? ""),
        "coverage/coverage-summary.json": "{",
        "coverage.json": '{"totals": null}',
        "coverage.xml": "<report/>",
        "coverage/coverage.xml": '<coverage line-rate="..."/>',
        "lcov.info": "TN:\nend_of_record\n",
      },
    },
  ],
  invalid: [
    {
      name: "none (F21)",
      contract,
      files: NODE,
      findings: [{ level: "mandatory", message: /no unit tests.*tests\/unit\/program\.test\.ts.*setMocks/ }],
    },
    {
      name: "none, in Python",
      contract,
      files: PYTHON,
      findings: [{ level: "mandatory", message: /test_program\.py.*set_mocks/ }],
    },
    {
      name: "none, and the contract requires coverage",
      contract: { tests: { coverage: 80 } },
      files: PYTHON,
      findings: [{ level: "mandatory" }],
    },
    {
      name: "integration tests alone",
      contract,
      files: { ...NODE, "tests/integration/a.test.ts": 'test("a", () => { expect(outputs).toBeDefined(); });' },
      findings: [{ level: "mandatory", message: /no unit tests/ }],
    },
    {
      name: "none that sets mocks (F21, F23)",
      contract,
      files: ts(`${ASSERTING_TS[0] ?? ""}\n// pulumi.runtime.setMocks({});`, ""),
      findings: [{ level: "mandatory", message: /never set Pulumi's mocks.*setMocks" first/ }],
    },
    ...PLACEHOLDERS_TS.map((body) => ({
      name: body,
      contract,
      files: ts(body),
      findings: [
        { level: "mandatory" as const, message: /^The tests in "tests\/unit\/program\.test\.ts" assert nothing/ },
      ],
    })),
    ...PLACEHOLDERS_PY.map((body) => ({
      name: body,
      contract,
      files: py(body),
      findings: [
        { level: "mandatory" as const, message: /^The tests in "tests\/unit\/test_program\.py" assert nothing/ },
      ],
    })),
    ...NOTHING_RUNS.map((body) => ({
      name: body,
      contract,
      files: ts(body),
      findings: [{ level: "mandatory" as const, message: /^tests\/unit\/program\.test\.ts has no test that runs/ }],
    })),
    {
      name: "a test of Python that is skipped",
      contract,
      files: py(
        "@pytest.mark.skip(reason='later')\ndef test_a():\n    assert vpc\n\n@unittest.skip\ndef test_b():\n    assert vpc\n",
      ),
      findings: [{ level: "mandatory", message: /has no test that runs/ }],
    },
    {
      name: "mocha's tests without a name of their own",
      contract,
      files: { ...NODE, "test/vpc.js": 'describe("vpc", () => { it("a", () => {}); });', "test/data.js": "" },
      findings: [
        { level: "mandatory", message: /never set/ },
        { level: "mandatory", message: /^The tests in "test\/vpc\.js"/ },
      ],
    },
    {
      name: "too little coverage in Istanbul's summary",
      contract: { tests: { coverage: 90 } },
      files: { ...ts(ASSERTING_TS[0] ?? ""), "coverage/coverage-summary.json": '{"total": {"lines": {"pct": 89.96}}}' },
      findings: [
        {
          level: "mandatory",
          message: /89\.9 % of the lines by "coverage\/coverage-summary\.json", and 90 % is/,
        },
      ],
    },
    {
      name: "too little coverage, and the contract names none",
      contract,
      files: { ...py(ASSERTING_PY[0] ?? ""), "coverage.json": '{"totals": {"percent_covered": 42.5}}' },
      findings: [{ level: "advisory", message: /42\.5 %/ }],
    },
    {
      name: "too little coverage in coverage.py's XML",
      contract,
      files: {
        ...py(ASSERTING_PY[0] ?? ""),
        "coverage.xml":
          '<?xml version="1.0" ?>\n<coverage version="7.4" lines-valid="200" line-rate="0.735">\n</coverage>',
      },
      findings: [{ level: "advisory", message: /73\.5 %/ }],
    },
    {
      name: "too little coverage in lcov's report",
      contract,
      files: {
        ...ts(ASSERTING_TS[0] ?? ""),
        "coverage/lcov.info": "SF:a.ts\nLF:10\nLH:5\nend_of_record\nSF:b.ts\nLF:10\nLH:10\nend_of_record\n",
      },
      findings: [{ level: "advisory", message: /75 %/ }],
    },
  ],
});
