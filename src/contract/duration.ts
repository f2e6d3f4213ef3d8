const UNITS: Readonly<Record<string, number>> = { m: 1, h: 60, d: 1440 };

/** The minutes of a duration of the contract: 15 of `15m`, 240 of `4h`. */
export const minutesOf = (duration: string): number =>
  Number(duration.slice(0, -1)) * (UNITS[duration.slice(-1)] ?? Number.NaN);

/** Minutes in the largest unit that divides them: `1d`, `6h`, `90m`. */
export function durationOf(minutes: number): string {
  const [unit = "m"] = ["d", "h"].filter((one) => minutes % (UNITS[one] ?? 1) === 0);
  return `${String(minutes / (UNITS[unit] ?? 1))}${unit}`;
}
