import rule from "../../../policies/project/project-integration-tests";
import { ruleTest } from "../../../src/testing/rule-test";

const contract = { tests: { integration: true } };
const test = (body: string): Record<string, string> => ({ "index.ts": "", "tests/integration/api.test.ts": body });
const READING: Record<string, string>[] = [
  test('const outputs = JSON.parse(readFileSync("cfn-outputs/flat-outputs.json", "utf8"));'),
  test('import outputs from "../../cfn-outputs/flat-outputs.json";'),
  test("const path = `${root}/stack-outputs.json`;"),
  test("const { url } = JSON.parse(execSync('pulumi stack output --json'));"),
  test("const outputs = await stack.outputs();"),
  test('const reference = new pulumi.StackReference("org/shop/dev");'),
  test("const path = process.env.STACK_OUTPUTS;"),
  test('import { load } from "./load";'),
  { "__main__.py": "", "tests/test_integration.py": "import os\npath = os.environ['OUTPUTS_FILE']\n" },
  {
    "__main__.py": "",
    "tests/e2e/test_api.py": "def test_a(outputs):\n    assert outputs['url']\n",
    "tests/conftest.py": "x = f'{root}/flat-outputs.json'\n",
  },
];
const HELPER = { "tests/integration/load.ts": 'export const load = () => read("flat-outputs.json");' };
const HARDCODED = 'test("a", () => fetch("http://shop-1.eu-west-1.elb.amazonaws.com/health"));';

ruleTest(rule, {
  valid: [
    { name: "a folder that is not known", contract },
    { name: "no sources", contract, files: { "Pulumi.yaml": "name: shop\n" } },
    { name: "none, without a contract", files: { "index.ts": "", "tests/unit/a.test.ts": "" } },
    { name: "values written into the tests, without a contract", files: test(HARDCODED) },
    { name: "a unit test on an integration", files: { "index.ts": "", "tests/unit/int-parser.test.ts": HARDCODED } },
    ...READING.map((files) => ({ name: Object.values(files)[1] ?? "", contract, files: { ...files, ...HELPER } })),
    {
      name: "one that needs no outputs among others",
      contract,
      files: {
        ...READING[0],
        "tests/integration/schema.test.ts": 'test("a", () => { expect(schema).toBeDefined(); });',
      },
    },
  ],
  invalid: [
    {
      name: "values written into the tests (F22)",
      contract,
      files: test(HARDCODED),
      findings: [
        { level: "mandatory", message: /^tests\/integration\/api\.test\.ts reads no outputs.*flat-outputs\.json/ },
      ],
    },
    {
      name: "several such tests",
      contract,
      files: { ...test(HARDCODED), "tests/shop.int.test.ts": "", "e2e/b.spec.ts": "// flat-outputs.json output" },
      findings: [{ level: "mandatory", message: /^e2e\/b\.spec\.ts and 2 more read no/ }],
    },
    {
      name: "none",
      contract,
      files: { "index.ts": "", "tests/unit/a.test.ts": "" },
      findings: [{ level: "mandatory", message: /no integration tests/ }],
    },
    {
      name: "a resource of one deployment, beside tests that read the outputs",
      contract,
      files: {
        ...READING[0],
        "tests/integration/queue.test.ts": '\nconst queue = "arn:aws:sqs:eu-west-1:464738291005:orders";',
        "tests/integration/vpc.test.ts": 'const vpc = "vpc-0a1b2c3d4e5f60718";',
      },
      findings: [
        { level: "mandatory", message: /^tests\/integration\/queue\.test\.ts:2 names a resource/ },
        { level: "mandatory", message: /^tests\/integration\/vpc\.test\.ts:1 / },
      ],
    },
  ],
});
