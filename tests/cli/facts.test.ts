import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { TABLE_NAMES } from "../../src/aws/data/tables";

/** The command as `npm ci` leaves it, which the test script has built. */
function facts(...args: string[]): { code: number | null; out: string; err: string } {
  const main = join(__dirname, "../../dist/src/cli/main.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, "facts", ...args], { encoding: "utf8" });
  return { code: status, out: stdout, err: stderr };
}

it("lists each table with what it holds, its source and its age", () => {
  const { code, out } = facts("--day", "2026-08-17");
  expect(code).toBe(0);
  expect(out).toMatch(
    /^log-retention \* {2}generated, \d{4}-\d\d-\d\d, -?\d+ days old\n {4}Days that a log group can keep its events\.\n {4}Source: days of/m,
  );
  expect(out).toMatch(/^physical-names {2}documented, 2026-11-22, -97 days old\n {4}\w/m);
  expect(out).toMatch(/^ +Source: days of PutRetentionPolicy \(CloudWatch Logs\) in botocore/m);
  // An address is not cut.
  const folded = out.split("\n").filter((line) => /\S \S/.test(line));
  expect(Math.max(...folded.map(({ length }) => length))).toBeLessThanOrEqual(100);
  expect(out).toMatch(/^weak: .+\n\n\* A contract can replace its rows/m);
});

it("prints JSON, with all tables", () => {
  const { out } = facts("--format", "json", "--day", "2026-08-17");
  const rows = JSON.parse(out) as { name: string }[];
  expect(rows.map(({ name }) => name)).toEqual(TABLE_NAMES);
  expect(rows).toContainEqual({
    name: "log-retention",
    holds: "Days that a log group can keep its events",
    source: expect.stringContaining("botocore") as string,
    date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
    strength: "generated",
    age: expect.any(Number) as number,
    overridable: true,
  });
});

it("uses today where no day is named", () => {
  const [first] = JSON.parse(facts("--format", "json").out) as { age: number }[];
  expect(first?.age).toBeGreaterThanOrEqual(0);
});

it("refuses what is no day", () => {
  const { code, err } = facts("--day", "soon");
  expect(code).toBe(2);
  expect(err).toMatch(/2027-01-31/);
});
