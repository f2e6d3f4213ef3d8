import type { RuleExamples } from "../../src/rules/examples";

const PROGRAM = { "Pulumi.yaml": "name: shop\nruntime: nodejs\n", "index.ts": "export {};\n" };

const test = (assertion: string): string => `
pulumi.runtime.setMocks({
  newResource: ({ name, inputs }) => ({ id: name + "-id", state: inputs }),
  call: ({ inputs }) => inputs,
});

test("the network has the range of the company", async () => {
  const { vpc } = await import("../../index");
  const range = await valueOf(vpc.cidrBlock);
  ${assertion};
});
`;

export default {
  contract: { tests: { unit: true } },
  incorrect: { ...PROGRAM, "tests/unit/program.test.ts": test("expect(true).toBe(true)") },
  correct: { ...PROGRAM, "tests/unit/program.test.ts": test('expect(range).toBe("10.0.0.0/16")') },
} satisfies RuleExamples;
