// Fails where a table about AWS is older than half a year, and names it: `npm run facts:age`.
"use strict";
const { readFileSync, readdirSync } = require("node:fs");
const { join } = require("node:path");

const FACTS = join(__dirname, "../facts");
const MS_PER_DAY = 86_400_000;
const LIMIT_IN_DAYS = 183;

/** The tables, with the day on which each was right. */
const tables = () =>
  readdirSync(FACTS)
    .filter((name) => name.endsWith(".json"))
    .map((name) => ({ name, date: JSON.parse(readFileSync(join(FACTS, name), "utf8")).date }));

/** One line for each table that is older than the limit on a day, `YYYY-MM-DD`; the oldest first. */
function old(all, day) {
  const aged = all.map(({ name, date }) => ({ name, date, age: (Date.parse(day) - Date.parse(date)) / MS_PER_DAY }));
  return aged
    .filter(({ age }) => !(age <= LIMIT_IN_DAYS))
    .sort((left, right) => right.age - left.age)
    .map(({ name, date, age }) => `facts/${name} is of ${date}, ${String(Math.floor(age))} days old`);
}

if (require.main === module) {
  const lines = old(tables(), new Date().toISOString().slice(0, 10));
  if (lines.length > 0) {
    console.error(`${lines.join("\n")}\nLook up what has changed, and write the day of it into the table.`);
    process.exitCode = 1;
  }
}

module.exports = { old, tables };
