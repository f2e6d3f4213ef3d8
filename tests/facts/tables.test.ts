import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isDay } from "../../contract/day";
import { MOVING_TABLES, table, TABLE_NAMES } from "../../facts/tables";

const root = join(__dirname, "../..");
const files = readdirSync(join(root, "facts")).filter((file) => file.endsWith(".json"));

function sourcesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(join(root, folder, file), "utf8"));
}

describe("the tables about AWS", () => {
  it.each(files)("%s says where it comes from and as of when", (file) => {
    const { source, date } = JSON.parse(readFileSync(join(root, "facts", file), "utf8")) as Record<string, unknown>;
    expect(source).toMatch(/\w{3}/);
    expect(isDay(String(date))).toBe(true);
  });

  it("are registered, all of them", () => {
    expect(TABLE_NAMES).toEqual(files.map((file) => file.replace(".json", "")).sort());
    expect(table("log-retention").days).toContain(30);
  });

  it.each(MOVING_TABLES)("%s is read as the contract has it", (name) => {
    const [policies, stack] = [sourcesIn("policies"), sourcesIn("stack")];
    expect(policies.filter((source) => new RegExp(`tableOf\\(\\w+, "${name}"\\)`).test(source))).not.toEqual([]);
    expect([...policies, ...stack].filter((source) => source.includes(`facts/${name}.json`))).toEqual([]);
  });
});
