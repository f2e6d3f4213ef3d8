import { sample, type Arbitrary } from "fast-check";
import { oddContracts, oddFile, oddYaml, tryContracts, tryFile, tryYaml } from "./odd-inputs";

export const TRIES_A_SEED = 100;

/** What fails of the tries of a seed, each in a few words. */
export function trySeed(seed: number): string[] {
  return [
    ...failuresOf(oddFile, tryFile, seed, 50),
    ...failuresOf(oddContracts, tryContracts, seed, 40),
    ...failuresOf(oddYaml, tryYaml, seed, 10),
  ];
}

function failuresOf<T>(inputs: Arbitrary<T>, attempt: (input: T) => void, seed: number, numRuns: number): string[] {
  return sample(inputs, { seed, numRuns }).flatMap((input, index) => {
    try {
      attempt(input);
      return [];
    } catch (error) {
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return [`${attempt.name} ${String(index)}: ${reason.slice(0, 700)}`];
    }
  });
}
