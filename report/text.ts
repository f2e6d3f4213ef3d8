import { styleText } from "node:util";
import type { Result } from "../policies/run";
import type { Report } from "./report";

/** How a text report is written. */
export interface TextOptions {
  /** Columns to fold at. */
  width: number;
  colour: boolean;
}

type Style = Parameters<typeof styleText>[0];

/** Folds a text at spaces so that no line is longer than `width`, where its words allow it. */
function fold(text: string, width: number): string[] {
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

const plural = (count: number, noun: string): string => `${String(count)} ${noun}${count === 1 ? "" : "s"}`;

function groupByResource(results: readonly Result[]): Result[][] {
  const groups = new Map<string, Result[]>();
  for (const result of results) {
    const key = result.urn ?? "";
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  return [...groups.values()];
}

/** The findings grouped by resource, in the order in which they come, with a count at the end. */
export function textReport({ results, faults, undecided }: Report, { width, colour }: TextOptions): string {
  const paint = (style: Style, text: string): string =>
    colour ? styleText(style, text, { validateStream: false }) : text;
  const lines: string[] = [];
  for (const group of groupByResource(results)) {
    const [first] = group;
    lines.push(
      first?.name === undefined
        ? paint("bold", "the stack")
        : `${paint("bold", first.name)}  ${paint("dim", first.type ?? "")}`,
    );
    for (const { level, rule, path, message } of group) {
      const mark = level === "mandatory" ? paint("red", "mandatory") : paint("yellow", "advisory ");
      lines.push(`  ${mark}  ${rule.id}${path === "" ? "" : `  ${paint("dim", path)}`}`);
      lines.push(...fold(message, width - 13).map((line) => `             ${line}`));
    }
    lines.push("");
  }
  for (const fault of faults) {
    lines.push(...fold(`preflight: ${fault}`, width), "");
  }
  const mandatory = results.filter(({ level }) => level === "mandatory").length;
  const places = new Set(results.map(({ urn }) => urn)).size;
  const open =
    undecided.length === 0 ? "" : ` ${plural(undecided.length, "check")} could not be decided before the deployment.`;
  const sum =
    results.length === 0
      ? "No findings."
      : `${plural(results.length, "finding")} on ${plural(places, "resource")}: ${String(mandatory)} mandatory, ` +
        `${String(results.length - mandatory)} advisory.`;
  lines.push(...fold(`${sum}${open}`, width));
  return `${lines.join("\n")}\n`;
}
