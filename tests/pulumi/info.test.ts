import { CONTRACT_SCHEMA } from "../../src/contract/schema";
import { PolicyRunner, registeredLevel } from "../../src/pulumi/policy-runner";
import { toPolicies } from "../../src/pulumi/policies";
import { Session } from "../../src/pulumi/session";
import { pageAddressOf } from "../../src/rules/words";
import { rules } from "../../policies";

const session = new Session({}, new Set(rules.map(({ id }) => id)));
const policies = toPolicies(
  rules.map((rule) => new PolicyRunner(rule, session)),
  session,
);

/** Every value under this key, however deep. */
function valuesOf(key: string, value: unknown): unknown[] {
  if (typeof value !== "object" || value === null) {
    return [];
  }
  const own = key in value && typeof (value as Record<string, unknown>)[key] !== "object";
  return [
    ...(own ? [(value as Record<string, unknown>)[key]] : []),
    ...Object.values(value).flatMap((inner) => valuesOf(key, inner)),
  ];
}

describe("the configuration of the policy contract", () => {
  const schema = policies[0]?.configSchema;

  it("has the keys of the contract", () => {
    expect(Object.keys(schema?.properties ?? {})).toEqual(Object.keys(CONTRACT_SCHEMA.properties));
  });

  it("has no defaults, which the engine would send as if the organization had set them", () => {
    expect(valuesOf("default", CONTRACT_SCHEMA).length).toBeGreaterThan(0);
    expect(valuesOf("default", schema)).toEqual([]);
  });

  it("has only patterns that the engine's regular expressions know", () => {
    const patterns = valuesOf("pattern", schema);
    expect(patterns.length).toBeGreaterThan(0);
    expect(patterns.filter((pattern) => /\(\?[!=<]|\\\d/.test(String(pattern)))).toEqual([]);
  });
});

it("registers each rule at the highest level of its findings, with its page and fix", () => {
  for (const [index, rule] of rules.entries()) {
    expect(policies[index]).toMatchObject({
      name: rule.id,
      enforcementLevel: registeredLevel(rule),
      severity: rule.severity,
      ...(pageAddressOf(rule.id) !== undefined && { url: pageAddressOf(rule.id) }),
      remediationSteps: expect.stringContaining(rule.fix.python) as string,
    });
  }
});
