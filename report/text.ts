import { styleText } from "node:util";
import type { Result } from "../policies/run";
import { isExempted, sumOf } from "./counts";
import { grouped } from "../stack/stack";
import { columns, fold, plural, printable } from "./lines";
import { placesOf } from "./place";
import type { Report } from "./report";
import { undecidedLines } from "./text-undecided";

/** How a text report is written. */
export interface TextOptions {
  /** Columns to fold at. */
  width: number;
  colour: boolean;
  /** Lists what preview could not know. */
  showUndecided?: boolean;
}

type Style = Parameters<typeof styleText>[0];

/** What lines are made with. */
export interface Page {
  width: number;
  paint: (style: Style, text: string) => string;
}

const MARK_WIDTH = 9;
const NARROW = 72;

function markOf(result: Result, { paint }: Page): string {
  if (isExempted(result)) {
    return paint("cyan", "exempted".padEnd(MARK_WIDTH));
  }
  return result.level === "mandatory" ? paint("red", "mandatory") : paint("yellow", "advisory".padEnd(MARK_WIDTH));
}

/** Puts parts side by side where they fit, and else one below the other, the later ones further in. */
function row(parts: readonly { text: string; style?: Style }[], page: Page, indent: number): string[] {
  const lines: { drawn: string; used: number }[] = [];
  for (const { text, style } of parts.filter((part) => part.text !== "")) {
    const drawn = style === undefined ? text : page.paint(style, text);
    const last = lines.at(-1);
    if (last && last.used + 2 + columns(text) <= page.width) {
      last.drawn += `  ${drawn}`;
      last.used += 2 + columns(text);
    } else {
      const start = last ? indent : 0;
      lines.push({ drawn: " ".repeat(start) + drawn, used: start + columns(text) });
    }
  }
  return lines.map(({ drawn }) => drawn);
}

function heading({ name, type = "", urn }: Result, place: ReturnType<typeof placesOf>, page: Page): string[] {
  if (name === undefined) {
    return [page.paint("bold", "the stack")];
  }
  const { isExact, file, line, column } = place(urn);
  const source = isExact ? [file, line, column].filter((part) => part !== undefined).join(":") : "";
  return row(
    [
      { text: printable(name), style: "bold" },
      { text: printable(type), style: "dim" },
      { text: printable(source), style: "dim" },
    ],
    page,
    4,
  );
}

function finding(result: Result, page: Page): string[] {
  const indent = page.width < NARROW ? 4 : MARK_WIDTH + 4;
  const lead = `  ${markOf(result, page)}  `;
  const rest = { ...page, width: page.width - MARK_WIDTH - 4 };
  const [first = "", ...more] = row(
    [
      { text: result.rule.id },
      { text: printable(result.path), style: "dim" },
      { text: result.rule.severity, style: result.rule.severity === "critical" ? "bold" : "dim" },
    ],
    rest,
    0,
  );
  const body = result.message
    .split("\n")
    .flatMap((line) => fold(printable(line), page.width - indent))
    .map((line) => " ".repeat(indent) + line);
  return [lead + first, ...more.map((line) => " ".repeat(MARK_WIDTH + 4) + line), ...body];
}

function closing(report: Report, { showUndecided = false }: TextOptions): string[] {
  const open = report.undecided.length;
  const asked = `${plural(open, "check")} could not be decided before the deployment`;
  return [
    sumOf(report),
    ...(report.inBaseline > 0 ? [`${plural(report.inBaseline, "finding")} of the baseline left out.`] : []),
    ...(open > 0
      ? [showUndecided ? `${asked}.` : `${asked}; --show-undecided lists ${open === 1 ? "it" : "them"}.`]
      : []),
  ];
}

/** The findings grouped by resource, in the order in which they come, with a count at the end. */
export function textReport(report: Report, options: TextOptions): string {
  const { width, colour, showUndecided = false } = options;
  const page: Page = {
    width,
    paint: (style, text) => (colour && text !== "" ? styleText(style, text, { validateStream: false }) : text),
  };
  const place = placesOf(report);
  const lines: string[] = [];
  for (const group of grouped(report.results, ({ urn = "" }) => [urn]).values()) {
    lines.push(...group.slice(0, 1).flatMap((first) => heading(first, place, page)));
    lines.push(...group.flatMap((result) => finding(result, page)), "");
  }
  if (showUndecided) {
    lines.push(...undecidedLines(report.undecided, page));
  }
  const said = (lead: string, text: string): string[] => [...fold(printable(`${lead}: ${text}`), width), ""];
  lines.push(...report.notes.flatMap((note) => said("note", note)));
  lines.push(...report.faults.flatMap((fault) => said("preflight", fault)));
  const isBad = report.isUnread === true || report.results.some(({ level }) => level === "mandatory");
  const style: Style = ["bold", isBad ? "red" : "green"];
  const [sum = "", ...more] = closing(report, options);
  lines.push(...fold(sum, width).map((line) => page.paint(style, line)), ...more.flatMap((line) => fold(line, width)));
  return `${lines.join("\n")}\n`;
}
