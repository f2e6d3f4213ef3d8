import { old, tables } from "../../tools/facts-age";

it("names the tables that are older than half a year, the oldest first", () => {
  const all = [
    { name: "new", date: "2026-11-22" },
    { name: "older", date: "2026-05-01" },
    { name: "oldest", date: "2025-11-22" },
  ];
  expect(old(all, "2026-11-22")).toEqual([
    "src/aws/data/oldest.json is of 2025-11-22, 365 days old",
    "src/aws/data/older.json is of 2026-05-01, 205 days old",
  ]);
});

it("knows the day of every table", () => {
  expect(tables().length).toBeGreaterThan(20);
  expect(tables().filter(({ date }) => !/^\d{4}-\d\d-\d\d$/.test(date))).toEqual([]);
});
