import type { Contract } from "../../src/contract/schema";
import type { Case, RuleCases } from "../../src/testing/rule-test";

/** Cases of a rule that is silent until a contract requires it: under one that does, and the first finding without it. */
export function underContract(contract: Contract, { valid, invalid, undecided = [] }: RuleCases): RuleCases {
  const required = <Kind extends Case>(one: Kind): Kind => ({ ...one, contract: { ...contract, ...one.contract } });
  return {
    valid: [
      ...valid.map(required),
      ...invalid.slice(0, 1).map((one) => ({ ...one, name: `${one.name}, which no contract forbids`, contract: {} })),
    ],
    invalid: invalid.map(required).map((one) => ({
      ...one,
      findings: one.findings.map((finding) => ({ level: "mandatory" as const, ...finding })),
    })),
    undecided: undecided.map(required),
  };
}
