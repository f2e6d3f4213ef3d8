import { styleText } from "node:util";
import { fold } from "../report/lines";

export { fold } from "../report/lines";

export type Style = Parameters<typeof styleText>[0];

/** What standard output is: how wide it can be written, and whether in colours. */
export interface Terminal {
  width: number;
  colour: boolean;
}

/** As no-color.org and force-color.org define it. */
function isColoured(): boolean {
  const { FORCE_COLOR: forced, NO_COLOR: refused, TERM: kind } = process.env;
  if (forced !== undefined && forced !== "") {
    return forced !== "0" && forced !== "false";
  }
  return process.stdout.isTTY && !refused && kind !== "dumb";
}

export function terminal(): Terminal {
  const { columns } = process.stdout;
  return { width: Math.max(40, Math.min(columns || 100, 200)), colour: isColoured() };
}

export function paint({ colour }: Terminal, style: Style, text: string): string {
  return colour ? styleText(style, text, { validateStream: false }) : text;
}

const LEAST_COLUMN = 24;
const BELOW = 4;

/**
 * Rows in columns: all as wide as their longest cell, and the last folded to what is left of the width, or below the
 * others where little is left.
 */
export function table(rows: readonly (readonly string[])[], width: number): string {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns - 1 }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const indent = widths.reduce((sum, own) => sum + own + 2, 0);
  const isBelow = indent > BELOW && width - indent < LEAST_COLUMN;
  return rows
    .flatMap((row) => {
      const start = widths.map((own, column) => (row[column] ?? "").padEnd(own + 2)).join("");
      const last = row.at(-1) ?? "";
      return isBelow
        ? [start.trimEnd(), ...fold(last, width - BELOW).map((line) => " ".repeat(BELOW) + line)]
        : fold(last, Math.max(20, width - indent)).map((line, index) =>
            `${index === 0 ? start : " ".repeat(indent)}${line}`.trimEnd(),
          );
    })
    .join("\n");
}
