import { createHash } from "node:crypto";

/** The first seed of this run: always the same, so that a red run is about the change; PREFLIGHT_SEED tries another. */
export const SEED = Number(process.env["PREFLIGHT_SEED"] ?? 20261122);

/** How many seeds are tried; PREFLIGHT_SEEDS tries more. */
const COUNT = Number(process.env["PREFLIGHT_SEEDS"] ?? 2);

/** Runs a check with each seed. An error names the seed that repeats it. */
export function forEachSeed(check: (seed: number) => void): void {
  for (let seed = SEED; seed < SEED + COUNT; seed++) {
    try {
      check(seed);
    } catch (error) {
      if (error instanceof Error) {
        error.message = `PREFLIGHT_SEED=${String(seed)} PREFLIGHT_SEEDS=1 repeats this.\n\n${error.message}`;
      }
      throw error;
    }
  }
}

const hashOf = (key: string, seed: number): number =>
  createHash("sha256")
    .update(`${String(seed)}\n${key}`)
    .digest()
    .readUInt32BE();

/**
 * A whole number from 0 to below `limit`. It depends on the seed and the key alone, such as a URN with a path: never on
 * how many others were drawn before, since a program registers its resources in varying order.
 */
export const drawn = (limit: number, key: string, seed: number): number => hashOf(key, seed) % limit;

/** A list in another order, which depends on the seed and on what is in the list. */
export function shuffled<T>(list: readonly T[], keyOf: (item: T) => string, seed: number): T[] {
  const hashes = new Map(list.map((item) => [item, hashOf(keyOf(item), seed)]));
  return [...list].sort((left, right) => (hashes.get(left) ?? 0) - (hashes.get(right) ?? 0));
}
