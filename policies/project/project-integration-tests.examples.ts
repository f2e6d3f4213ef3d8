import type { RuleExamples } from "../../src/rules/examples";

const PROGRAM = { "Pulumi.yaml": "name: shop\nruntime: nodejs\n", "index.ts": "export {};\n" };

export default {
  contract: { tests: { integration: true } },
  incorrect: {
    ...PROGRAM,
    "tests/integration/api.test.ts": `
test("the API is up", async () => {
  const response = await fetch("http://shop-1.eu-west-1.elb.amazonaws.com/health");
  expect(response.status).toBe(200);
});
`,
  },
  correct: {
    ...PROGRAM,
    "tests/integration/api.test.ts": `
const outputs = JSON.parse(readFileSync("cfn-outputs/flat-outputs.json", "utf8"));

test("the API is up", async () => {
  const response = await fetch(outputs.apiUrl + "/health");
  expect(response.status).toBe(200);
});
`,
  },
} satisfies RuleExamples;
