import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isDay } from "../../../src/contract/day";
import { MOVING_TABLES, STRENGTHS, table, TABLE_NAMES } from "../../../src/aws/data/tables";

const root = join(__dirname, "../../..");
const files = readdirSync(join(root, "src", "aws", "data")).filter((file) => file.endsWith(".json"));

function sourcesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(join(root, folder, file), "utf8"));
}

describe("the tables about AWS", () => {
  it.each(files)("%s has a source, a day and a strength", (file) => {
    const { source, date, strength } = JSON.parse(
      readFileSync(join(root, "src", "aws", "data", file), "utf8"),
    ) as Record<string, unknown>;
    expect(source).toMatch(/\w{3}/);
    expect(isDay(String(date))).toBe(true);
    expect(Object.keys(STRENGTHS)).toContain(strength);
  });

  it("are registered, all of them", () => {
    expect(TABLE_NAMES).toEqual(files.map((file) => file.replace(".json", "")).sort());
    expect(table("log-retention").days).toContain(30);
  });

  it.each(MOVING_TABLES)("%s is read as the contract has it", (name) => {
    const [policies, shared] = [sourcesIn("policies"), sourcesIn("src")];
    expect(policies.filter((source) => new RegExp(`tableOf\\([\\w.]+, "${name}"\\)`).test(source))).not.toEqual([]);
    expect([...policies, ...shared].filter((source) => source.includes(`data/${name}.json`))).toEqual([]);
  });
});
