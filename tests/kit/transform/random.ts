import fc from "fast-check";

/** The seeds of the changes that are tried; PREFLIGHT_SEEDS tries more of them. */
export const SEEDS = Array.from({ length: Number(process.env["PREFLIGHT_SEEDS"] ?? 2) }, (_, index) => index + 1);

const drawn = <T>(arbitrary: fc.Arbitrary<T>, seed: number): T => {
  const [value] = fc.sample(arbitrary, { seed, numRuns: 1 });
  return value as T;
};

/** A list in another order, always the same for a seed. */
export const shuffled = <T>(list: readonly T[], seed: number): T[] =>
  drawn(fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length }), seed);

/** `count` whole numbers from 0 to below `limit`, always the same for a seed. */
export const numbers = (count: number, limit: number, seed: number): number[] =>
  drawn(fc.array(fc.integer({ min: 0, max: limit - 1 }), { minLength: count, maxLength: count, size: "max" }), seed);
