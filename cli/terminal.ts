import { styleText } from "node:util";

export type Style = Parameters<typeof styleText>[0];

/** What standard output is: how wide it can be written, and whether in colours. */
export interface Terminal {
  width: number;
  colour: boolean;
}

export function terminal(): Terminal {
  const { isTTY, columns } = process.stdout;
  return { width: Math.max(60, Math.min(columns || 100, 140)), colour: isTTY && !process.env["NO_COLOR"] };
}

export function paint({ colour }: Terminal, style: Style, text: string): string {
  return colour ? styleText(style, text, { validateStream: false }) : text;
}

/** Folds a text at spaces so that no line is longer than `width`, where its words allow it. */
export function fold(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}

/** Rows in columns: all as wide as their longest cell, and the last folded to what is left of the width. */
export function table(rows: readonly (readonly string[])[], width: number): string {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns - 1 }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const indent = widths.reduce((sum, own) => sum + own + 2, 0);
  return rows
    .flatMap((row) => {
      const start = widths.map((own, column) => (row[column] ?? "").padEnd(own + 2)).join("");
      return fold(row.at(-1) ?? "", Math.max(20, width - indent)).map((line, index) =>
        `${index === 0 ? start : " ".repeat(indent)}${line}`.trimEnd(),
      );
    })
    .join("\n");
}
