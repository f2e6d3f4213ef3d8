import type { ProjectFiles } from "../../src/source/project-files";

/** The share of lines in a coverage report, in percent. */
export interface Coverage {
  path: string;
  percent: number;
}

type Reader = (text: string) => number | undefined;

const percentIn =
  (...path: readonly string[]): Reader =>
  (text) => {
    let value: unknown = JSON.parse(text);
    for (const key of path) {
      value = (value as Record<string, unknown> | null | undefined)?.[key];
    }
    return typeof value === "number" ? value : undefined;
  };

/** The root of a Cobertura report, which coverage.py and Istanbul write, has the share of lines. */
const cobertura: Reader = (text) => {
  const start = text.indexOf("<coverage");
  const rate = start === -1 ? undefined : /\bline-rate="([\d.]+)"/.exec(text.slice(start, start + 2_000))?.[1];
  return rate === undefined ? undefined : Number(rate) * 100;
};

/** An lcov report has the lines found (LF) and hit (LH) of each file. */
const lcov: Reader = (text) => {
  const sum = (key: string): number =>
    [...text.matchAll(new RegExp(`^${key}:(\\d+)`, "gm"))].reduce((total, [, count]) => total + Number(count), 0);
  const found = sum("LF");
  return found === 0 ? undefined : (100 * sum("LH")) / found;
};

const READERS: readonly (readonly [path: string, read: Reader])[] = [
  ["coverage/coverage-summary.json", percentIn("total", "lines", "pct")],
  ["coverage.json", percentIn("totals", "percent_covered")],
  ["coverage.xml", cobertura],
  ["coverage/coverage.xml", cobertura],
  ["coverage/cobertura-coverage.xml", cobertura],
  ["coverage/lcov.info", lcov],
  ["lcov.info", lcov],
];

/** The first coverage report that can be read, of those that Jest, c8, nyc and coverage.py write. */
export function coverageOf({ read }: ProjectFiles): Coverage | undefined {
  for (const [path, reader] of READERS) {
    const text = read(path);
    const percent = text === undefined ? undefined : readOrAbsent(reader, text);
    if (percent !== undefined && Number.isFinite(percent)) {
      return { path, percent };
    }
  }
  return undefined;
}

function readOrAbsent(reader: Reader, text: string): number | undefined {
  try {
    return reader(text);
  } catch {
    return undefined;
  }
}
