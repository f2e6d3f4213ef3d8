// What docs/quality.json, which `npm run quality` writes, means in a paragraph.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Count } from "../mutation-scores";

export interface BenchFigures {
  pack: { size: number; pack: string; field: string; median: number; rounds: number; ratio?: number }[];
  state: { size: number; ratio: number; megabytes: number };
  rules: { all: number; rules: Record<string, number> };
}

export interface FuzzFigures {
  tried: number;
  survived: number;
  seeds: [first: number, last: number];
  kinds: Record<string, { tried: number; survived: number; slowestMs: number; slowestStackMs: number }>;
}

/** Counts by folder, and `all` of them. */
export type MutationFigures = Partial<Record<string, Count>>;

interface Measured<Figures> {
  day: string;
  figures: Figures;
}

/** The figures that were measured last. */
export interface Kept {
  bench?: Measured<BenchFigures>;
  fuzz?: Measured<FuzzFigures>;
  mutation?: Measured<MutationFigures>;
  corpus?: Measured<{ programs: number; isClean: boolean }>;
}

export const readQuality = (root: string): Kept =>
  JSON.parse(readFileSync(join(root, "docs/quality.json"), "utf8")) as Kept;

const number = (value: number): string => value.toLocaleString("en");

/** How well the pack works, without the figures of speed. */
export function qualityFigures(root: string): string {
  const { mutation, fuzz, corpus } = readQuality(root);
  const { mutants = NaN, found = NaN } = mutation?.figures["all"] ?? {};
  const { tried = NaN, survived = NaN } = fuzz?.figures ?? {};
  return (
    `The tests notice ${((100 * found) / mutants).toFixed(1)} % of ${number(mutants)} small changes of the sources ` +
    `([mutation testing](docs/mutation.md)). Of ${number(tried)} resources of arbitrary shape, the pack's server survived ` +
    `${tried === survived ? "all" : number(survived)}. ${number(corpus?.figures.programs ?? NaN)} programs of good practice have no ` +
    "mandatory finding. [All figures](docs/quality.md), with what the pack costs beside an empty one."
  );
}
