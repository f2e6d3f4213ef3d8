import { frameOf } from "./frame";
import { grouped } from "../graph/stack";
import type { Severity } from "../rules/rule";
import type { Result } from "../rules/run";
import { placeOf, resourceCount, type RuleGroup } from "./groups";
import { columns, cut, fold, listed, type Page, plural, type Style } from "./lines";
import type { Locate, Sources } from "./location";

/** What findings are drawn with. */
export interface Drawing extends Page {
  locate: Locate;
  source: Sources;
  /** True names every resource, however many there are. */
  verbose: boolean;
}

/** How much of a rule's findings is shown: their places, the messages too, or a piece of the source as well. */
export type Form = "line" | "message" | "frame";

const SEVERITY_WIDTH = 8;
const NARROW = 72;
/** Prose is hard to read in longer lines. */
const WIDEST = 120;
const MOST_NAMES = 10;
const LEAST = 20;
/** How much of a line is to be seen behind its caret. */
const ROOM_AFTER = 12;

const STYLES: Readonly<Record<Severity, Style>> = {
  critical: ["bold", "red"],
  high: "red",
  medium: "yellow",
  low: "dim",
};

const indentOf = ({ width }: Page): number => (width < NARROW ? 4 : SEVERITY_WIDTH + 2);

/** A severity as the first column of a row. */
export function severityColumn(severity: Severity, { paint }: Page): string {
  return paint(STYLES[severity], severity.padEnd(SEVERITY_WIDTH));
}

function indented(text: string, page: Page, start = indentOf(page)): string[] {
  const width = Math.min(page.width, WIDEST) - start;
  return fold(text, width).map((line) => " ".repeat(start) + line);
}

interface Part {
  text: string;
  style?: Style;
}

/** Puts parts side by side where they fit, and else one below the other. */
function row(lead: string, parts: readonly Part[], page: Page): { lines: string[]; used: number } {
  const indent = indentOf(page);
  const lines = [lead];
  let used = SEVERITY_WIDTH;
  for (const { text, style } of parts.filter((part) => part.text !== "")) {
    const drawn = style === undefined ? text : page.paint(style, text);
    if (used + 2 + columns(text) <= page.width) {
      lines.push(`${lines.pop() ?? ""}  ${drawn}`);
      used += 2 + columns(text);
    } else {
      lines.push(" ".repeat(indent) + drawn);
      used = indent + columns(text);
    }
  }
  return { lines, used };
}

/** A row with a text behind it, which is continued below where it does not fit. */
function rowWith(lead: string, parts: readonly Part[], text: string, page: Page): string[] {
  const { lines, used } = row(lead, parts, page);
  const width = Math.min(page.width, WIDEST);
  const [first = "", ...rest] = fold(text, Math.max(LEAST, width - used - 2));
  if (used + 2 + columns(first) > width) {
    return [...lines, ...indented(text, page)];
  }
  const below = rest.length === 0 ? [] : indented(rest.join(" "), page, indentOf(page) + 2);
  return [...lines.slice(0, -1), `${lines.at(-1) ?? ""}  ${first}`, ...below];
}

/** Where a finding is in the program: `lib/network.ts:6:20`; empty where that is not known. */
export function locationOf(result: Result, { locate }: Drawing): string {
  const { isExact, file, line, column } = locate(result);
  return isExact ? [file, line, column].filter((part) => part !== undefined).join(":") : "";
}

/** The lines of several findings in short: `database.ts:31, 41`. */
function linesOf(results: readonly Result[], { locate }: Drawing): string {
  const exact = results.map((result) => locate(result)).filter(({ isExact }) => isExact);
  return [...grouped(exact, ({ file }) => [file])]
    .map(([file, inFile]) => {
      const lines = [...new Set(inFile.map(({ line }) => line))];
      return `${file.slice(file.lastIndexOf("/") + 1)}:${lines.join(", ")}`;
    })
    .join(", ");
}

/** The resources of findings by name with their lines, the many folded. */
function placesOf(results: readonly Result[], drawing: Drawing): string {
  const names = [...new Set(results.map(placeOf))];
  const shown = drawing.verbose ? names : names.slice(0, MOST_NAMES);
  const others = names.length - shown.length;
  const lines = linesOf(
    results.filter((result) => shown.includes(placeOf(result))),
    drawing,
  );
  return (
    (others > 0 ? `${shown.join(", ")} and ${String(others)} more` : shown.join(", ")) +
    (lines === "" ? "" : ` (${lines})`)
  );
}

/** The lines of the source that a finding is about, where they are known. */
function framed(result: Result | undefined, drawing: Drawing): string[] {
  const location = drawing.locate(result ?? {});
  const source = location.isExact ? drawing.source(location.file) : undefined;
  const frame = source && frameOf(source, location);
  if (frame === undefined) {
    return [];
  }
  const start = " ".repeat(indentOf(drawing));
  const digits = String(Math.max(...frame.lines.map(({ number }) => number))).length;
  const room = drawing.width - start.length - digits - 5;
  // A long line is shown around its caret.
  const hidden = frame.before < room - ROOM_AFTER ? 0 : frame.before - Math.floor(room / 2);
  return frame.lines.flatMap(({ number, text: code }) => {
    const isMarked = number === frame.line;
    const shown = isMarked && hidden > 0 ? `…${code.slice(hidden + 1)}` : code;
    const line = `${isMarked ? ">" : " "} ${String(number).padStart(digits)} | ${cut(shown, room)}`.trimEnd();
    const caret = `  ${" ".repeat(digits)} | ${" ".repeat(frame.before - hidden)}^`;
    return isMarked
      ? [start + line, start + drawing.paint(["bold", "red"], caret)]
      : [start + drawing.paint("dim", line)];
  });
}

/** The findings of one rule. */
export function drawnGroup({ rule, results }: RuleGroup, form: Form, drawing: Drawing): string[] {
  const lead = severityColumn(rule.severity, drawing);
  const id: Part = { text: rule.id, style: "bold" };
  const resources = resourceCount(results);
  // One finding may be about several resources.
  const further = resources > results.length ? plural(resources, "resource") : "";
  const [first, ...others] = results;
  if (form === "line") {
    const isRepeated = new Set(results.map(placeOf)).size < results.length;
    const count = isRepeated ? plural(results.length, "finding") : further;
    return rowWith(lead, [id, { text: count }], placesOf(results, drawing), drawing);
  }
  const frame = form === "frame" ? framed(first, drawing) : [];
  const after = frame.length === 0 ? [] : [""];
  const location: Part = { text: first === undefined ? "" : locationOf(first, drawing), style: "dim" };
  if (first !== undefined && others.length === 0) {
    const where = location.text === "" ? { ...location, text: first.type ?? "" } : location;
    const { lines } = row(lead, [id, { text: placeOf(first) }, { text: further }, where], drawing);
    return [...lines, ...frame, ...indented(first.message, drawing), ...after];
  }
  const count = `${plural(results.length, "finding")} on ${plural(resources, "resource")}`;
  const cases = [...grouped(results, ({ message }) => [message])];
  return [
    ...row(lead, [id, { text: count }, frame.length === 0 ? { text: "" } : location], drawing).lines,
    ...frame,
    ...cases.flatMap(([message, found]) => indented(`${placesOf(found, drawing)}: ${message}`, drawing)),
    ...after,
  ];
}

/** The findings of one rule in one line: where they are, and what must be so there. */
export function foldedGroup(
  { rule, results }: RuleGroup,
  drawing: Drawing,
  description: (result: Result) => string = () => rule.description,
): string {
  const names = listed([...new Set(results.map(({ name }) => name ?? "the stack"))], 2);
  const what = results.slice(0, 1).map(description).join("");
  const room = drawing.width - SEVERITY_WIDTH - 4 - columns(rule.id);
  const text = cut(`${names}: ${what}`, room);
  return `${severityColumn(rule.severity, drawing)}  ${drawing.paint("bold", rule.id)}  ${text}`.trimEnd();
}
