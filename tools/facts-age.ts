// Fails where a table about AWS is older than half a year, and names it: `npm run facts:age`.
import { table, TABLE_NAMES } from "../src/aws/data/tables";

const MS_PER_DAY = 86_400_000;
const LIMIT_IN_DAYS = 183;

interface DatedTable {
  name: string;
  date: string;
}

/** The tables, with the day on which each was right. */
export const tables = (): DatedTable[] => TABLE_NAMES.map((name) => ({ name, date: table(name).date }));

/** One line for each table that is older than the limit on a day, `YYYY-MM-DD`; the oldest first. */
export function old(all: readonly DatedTable[], day: string): string[] {
  const aged = all.map(({ name, date }) => ({ name, date, age: (Date.parse(day) - Date.parse(date)) / MS_PER_DAY }));
  return aged
    .filter(({ age }) => !(age <= LIMIT_IN_DAYS))
    .sort((left, right) => right.age - left.age)
    .map(({ name, date, age }) => `src/aws/data/${name}.json is of ${date}, ${String(Math.floor(age))} days old`);
}

if (require.main === module) {
  const lines = old(tables(), new Date().toISOString().slice(0, 10));
  if (lines.length > 0) {
    console.error(
      `${lines.join("\n")}\nRun \`npm run tables\`, or look up what has changed and write its day into the table.`,
    );
    process.exitCode = 1;
  }
}
