import { Option, type Command } from "commander";
import { HOLDS, MOVING_TABLES, STRENGTHS, table, TABLE_NAMES, type TableName } from "../../aws/data/tables";
import { day } from "../options";
import { today } from "../report";
import { fold, terminal } from "../terminal";

const MS_PER_DAY = 86_400_000;

/** A table, and how old its facts are. */
interface Fact {
  name: TableName;
  holds: string;
  source: string;
  date: string;
  /** How far it can be relied on. */
  strength: string;
  /** In days. */
  age: number;
  /** True where a contract can put something over it. */
  overridable: boolean;
}

function factsOn(date: string): Fact[] {
  const overridable: ReadonlySet<string> = new Set(MOVING_TABLES);
  return TABLE_NAMES.map((name) => {
    const { source, date: since, strength } = table(name);
    const age = Math.round((Date.parse(date) - Date.parse(since)) / MS_PER_DAY);
    return { name, holds: HOLDS[name], source, date: since, strength, age, overridable: overridable.has(name) };
  });
}

function listing(facts: readonly Fact[], width: number): string {
  const rows = facts.flatMap(({ name, holds, source, date, strength, age, overridable }) => [
    `${name}${overridable ? " *" : ""}  ${strength}, ${date}, ${String(age)} day${age === 1 ? "" : "s"} old`,
    ...[`${holds}.`, `Source: ${source}`].flatMap((text) => fold(text, width - 4)).map((line) => `    ${line}`),
  ]);
  const strengths = Object.entries(STRENGTHS).map(([name, text]) => `${name}: ${text}\n`);
  return `${rows.join("\n")}\n\n${strengths.join("")}\n* A contract can replace its rows: facts, then the table's name.\n`;
}

export function facts(program: Command): void {
  program
    .command("facts")
    .description("list the tables about AWS that rules use, with source and age")
    .addOption(new Option("--format <format>", "how to print the list").choices(["text", "json"]).default("text"))
    .option("--day <date>", "show their age on this day instead of today", day)
    .action(({ format, day: on }: { format: "text" | "json"; day?: string }) => {
      const found = factsOn(on ?? today());
      process.stdout.write(
        format === "json" ? `${JSON.stringify(found, undefined, 2)}\n` : listing(found, terminal().width),
      );
    });
}
