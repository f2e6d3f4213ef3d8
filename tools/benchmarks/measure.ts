// What the benchmarks share: medians, spreads and ratios.
import { writeFileSync } from "node:fs";

/** The value below which this part of the numbers is. */
export function quantile(numbers: readonly number[], part: number): number {
  const sorted = [...numbers].sort((left, right) => left - right);
  return sorted[Math.round((numbers.length - 1) * part)] ?? NaN;
}

/** `median 12 ms, 10 to 15 ms` */
export function spread(numbers: readonly number[], unit: string): string {
  const [low, middle, high] = [0, 0.5, 1].map((part) => quantile(numbers, part).toFixed(0));
  return `median ${String(middle)} ${unit}, ${String(low)} to ${String(high)} ${unit}`;
}

/** The ratio of the medians, and the least and greatest ratio of a round. */
export function ratio(numbers: readonly number[], floor: readonly number[]): { middle: number; text: string } {
  const rounds = numbers.map((number, round) => number / (floor[round] ?? NaN));
  const middle = quantile(numbers, 0.5) / quantile(floor, 0.5);
  const [least, greatest] = [0, 1].map((part) => quantile(rounds, part).toFixed(2));
  return {
    middle,
    text: `ratio of the medians ${middle.toFixed(2)}; by round ${String(least)} to ${String(greatest)}`,
  };
}

/** The value behind an option of the command line. */
export function option(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

/** Writes what was measured into the file that `--json` names. */
export function keep(measured: unknown): void {
  const file = option("--json");
  if (file !== undefined) {
    writeFileSync(file, `${JSON.stringify(measured, undefined, 2)}\n`);
  }
}
