import type { Contract } from "../../contract/contract";
import type { Requirement } from "./data";
import type { Expectation, Setting } from "./expectation";

/** The number in force: the contract's, else the strictest of its frameworks'; absent where neither has one. */
export function settingOf(
  contract: Contract,
  { key, byFramework = {} }: Setting,
  strictest: (...numbers: number[]) => number,
): number | undefined {
  const set = key
    .split(".")
    .reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[part], contract);
  if (typeof set === "number") {
    return set;
  }
  const required = (contract.frameworks ?? []).flatMap((framework) => byFramework[framework] ?? []);
  return required.length > 0 ? strictest(...required) : undefined;
}

const withNumber = (must: Expectation, value: number): Expectation =>
  "atLeast" in must ? { ...must, atLeast: value } : { ...must, atMost: value };

/** A requirement with the numbers that the contract sets; absent where it has none and needs one. */
export function inForce(requirement: Requirement, contract: Contract): Requirement | undefined {
  const { must } = requirement;
  if (must === undefined || !("setting" in must) || must.setting === undefined) {
    return requirement;
  }
  const { setting } = must;
  const value = settingOf(contract, setting, "atLeast" in must ? Math.max : Math.min);
  if (value === undefined) {
    return setting.isOptional ? undefined : requirement;
  }
  const { fix } = requirement;
  return {
    ...requirement,
    must: withNumber(must, value),
    correct: value,
    ...(typeof fix === "number" && { fix: value }),
  };
}
