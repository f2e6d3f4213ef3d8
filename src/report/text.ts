import { styleText } from "node:util";
import { partialSum, sumOf } from "./counts";
import { pageOfRule } from "../rules/words";
import { forReaders } from "./for-readers";
import { sourcesOf } from "./frame";
import { placeOf, type RuleGroup, sectionsOf, type Sections, severitiesOf } from "./groups";
import { columns, cut, fold, plural, type Style } from "./lines";
import { locationsOf } from "./location";
import type { Report } from "./report";
import { drawnGroup, type Drawing, foldedGroup, type Form, locationOf, severityColumn } from "./text-findings";
import { undecidedLines } from "./text-undecided";

/** How a text report is written. */
export interface TextOptions {
  /** Columns to fold at. */
  width: number;
  colour: boolean;
  /** Lists what preview could not know. */
  showUndecided?: boolean;
  /** True shows every finding with its message and its source, however long the report becomes. */
  verbose?: boolean;
  /** True shows the end alone: the counts, the worst, what to do next. */
  summary?: boolean;
  /** Gives a source of the program by its path in the report. */
  read?: (file: string) => string | undefined;
}

/** How long a report becomes before messages are left out, the least bad first. */
const MOST_LINES = 118;
/** The title of a section and the empty line at its end. */
const HEADING = 2;
/** How many rules have a piece of the source before the others have their messages. */
const FRAMES_FIRST = 1;
const MOST_WORST = 5;
/** What fits on a screen needs no list of the worst at its end. */
const SCREEN = 24;

/** The findings of each rule, in as much detail as there is room for: the worst first. */
function withinRoom(groups: readonly RuleGroup[], room: number, drawing: Drawing): { lines: string[]; folded: number } {
  const drawn = groups.map((group) => drawnGroup(group, "line", drawing));
  const messages = new Set<number>();
  let left = room - drawn.flat().length;
  const show = (from: number, to: number, form: Form): void => {
    for (const [index, group] of [...groups.entries()].slice(from, to)) {
      if (form === "message" && messages.has(index)) {
        continue;
      }
      const lines = drawnGroup(group, form, drawing);
      const more = lines.length - (drawn[index]?.length ?? 0);
      // What is too long leaves its room to those after it.
      if (more <= left) {
        left -= more;
        drawn[index] = lines;
        messages.add(index);
      }
    }
  };
  show(0, FRAMES_FIRST, "frame");
  show(0, groups.length, "message");
  show(FRAMES_FIRST, groups.length, "frame");
  return { lines: withoutLastEmpty(drawn.flat()), folded: groups.length - messages.size };
}

const withoutLastEmpty = (lines: readonly string[]): string[] => lines.slice(0, lines.at(-1) === "" ? -1 : undefined);

function heading(text: string, { paint }: Drawing): string {
  return paint("bold", text);
}

/** The advisory and the exempt findings, a line for each rule. */
function othersSection({ advisory, exempted }: Sections, drawing: Drawing, verbose: boolean): string[] {
  const draw = (groups: readonly RuleGroup[], title: string, lines: (group: RuleGroup) => string[]): string[] => {
    const count = groups.flatMap(({ results }) => results).length;
    return count === 0
      ? []
      : [heading(`${title}: ${plural(count, "finding")}`, drawing), ...withoutLastEmpty(groups.flatMap(lines)), ""];
  };
  const inFull = (group: RuleGroup): string[] => drawnGroup(group, "frame", drawing);
  return [
    ...draw(advisory, "Advisory", (group) => (verbose ? inFull(group) : [foldedGroup(group, drawing)])),
    ...draw(exempted, "Exempted", (group) =>
      verbose
        ? inFull(group)
        : [
            foldedGroup(group, drawing, ({ exemption }) =>
              exemption === undefined ? "" : `until ${exemption.exemption.until}: ${exemption.exemption.reason}`,
            ),
          ],
    ),
  ];
}

const START = 10;
const STEP = "Next: ";

/** Where to begin: a finding of each of the worst rules, in one line each. */
function worst(groups: readonly RuleGroup[], drawing: Drawing): string[] {
  const lines = groups.slice(0, MOST_WORST).flatMap(({ rule, results }) =>
    results.slice(0, 1).flatMap((first) => {
      const lead = `${severityColumn(rule.severity, drawing)}  `;
      const place = cut(`${rule.id}  ${placeOf(first)}`, drawing.width - START);
      const location = drawing.paint("dim", locationOf(first, drawing));
      const isBeside = START + columns(place) + 2 + columns(locationOf(first, drawing)) <= drawing.width;
      return location === ""
        ? [lead + place]
        : isBeside
          ? [`${lead}${place}  ${location}`]
          : [lead + place, " ".repeat(START) + location];
    }),
  );
  return lines.length === 0 ? [] : [heading("Fix first", drawing), ...lines, ""];
}

/** The findings by level and severity: `mandatory  2 critical, 14 high`. */
function countLines({ mandatory, advisory, exempted }: Sections): string[] {
  const levels: [string, readonly RuleGroup[]][] = [
    ["mandatory", mandatory],
    ["advisory", advisory],
    ["exempted", exempted],
  ];
  return levels
    .filter(([, groups]) => groups.length > 0)
    .map(([level, groups]) => {
      const counts = severitiesOf(groups).map(([severity, count]) => `${String(count)} ${severity}`);
      return `  ${level.padEnd(9)}  ${counts.join(", ")}`;
    });
}

/** The findings of each target, where there are several. */
function targetLines({ targets = [], results }: Report): string[] {
  return targets.map(({ project, stack }) => {
    const own = results.filter(({ urn = "" }) => urn.startsWith(`urn:pulumi:${stack}::${project}::`));
    const mandatory = own.filter(({ level }) => level === "mandatory").length;
    return `  ${project}/${stack}: ${String(mandatory)} mandatory, ${String(own.length - mandatory)} advisory`;
  });
}

/** What to do next, each with what it gives. */
function nextSteps(report: Report, sections: Sections, folded: number): [string, string][] {
  const [first] = [...sections.mandatory, ...sections.advisory];
  if (first === undefined) {
    return [];
  }
  const isFolded = folded > 0 || sections.advisory.length > 0;
  return [
    [
      first.rule.url === undefined ? `preflight explain ${first.rule.id}` : pageOfRule(first.rule),
      "why it matters, with code that is right",
    ],
    ...(isFolded
      ? [
          [
            "--verbose",
            folded === 0
              ? "every finding with its message and its source"
              : `the messages of ${plural(folded, "more rule")} too`,
          ] as [string, string],
        ]
      : []),
    ["--format html=report.html", "a page to read and to pass on"],
    ...(report.hasContract === false
      ? [["preflight init", "a contract: what this stack must have"] as [string, string]]
      : []),
  ];
}

/** What to do next: in two columns where there is room for them, and else with what a step gives below it. */
function steps(all: readonly [string, string][], width: number): string[] {
  const widest = Math.max(0, ...all.map(([command]) => columns(command)));
  const start = " ".repeat(STEP.length);
  const isWide = all.every(([, gives]) => STEP.length + widest + 2 + columns(gives) <= width);
  return all.flatMap(([command, gives], index) => {
    const lead = index === 0 ? STEP : start;
    return isWide
      ? [`${lead}${command.padEnd(widest)}  ${gives}`]
      : [lead + command, ...fold(gives, width - STEP.length - 2).map((line) => `${start}  ${line}`)];
  });
}

function closing(report: Report, { showUndecided = false }: TextOptions): string[] {
  const open = report.undecided.length;
  const partial = partialSum(report);
  const { inBaseline, notShown = 0 } = report;
  const undecided = `${plural(open, "check")} could not be decided before the deployment`;
  return [
    ...(partial === undefined ? [] : [partial]),
    ...(notShown > 0 ? [`${plural(notShown, "advisory finding")} not shown.`] : []),
    ...(inBaseline > 0 ? [`${plural(inBaseline, "finding")} of the baseline left out.`] : []),
    ...(open > 0
      ? [showUndecided ? `${undecided}.` : `${undecided}; --show-undecided lists ${open === 1 ? "it" : "them"}.`]
      : []),
  ];
}

/** The findings by level and rule, the worst first, with the counts, the worst and what to do next at the end. */
export function textReport(raw: Report, options: TextOptions): string {
  const report = forReaders(raw);
  const { width, colour, showUndecided = false, verbose = false, summary = false, read } = options;
  const sources = sourcesOf(read);
  const drawing: Drawing = {
    width,
    paint: (style, text) => (colour && text !== "" ? styleText(style, text, { validateStream: false }) : text),
    locate: locationsOf(report, sources),
    source: sources,
    verbose,
  };
  const sections = sectionsOf(report.results);
  const { mandatory } = sections;
  const count = mandatory.flatMap(({ results }) => results).length;
  const paragraph = (lead: string, text: string): string[] => [...fold(`${lead}: ${text}`, width), ""];
  const others = summary ? [] : othersSection(sections, drawing, verbose);
  const notes = [
    ...report.gaps.flatMap(({ kind, message, fails }) => paragraph(fails ? `not checked (${kind})` : "note", message)),
    ...report.crashes.flatMap((crash) => paragraph("preflight", crash)),
  ];
  const isBad = report.gaps.some(({ fails }) => fails) || count > 0;
  const style: Style = ["bold", isBad ? "red" : "green"];
  const sums = [
    ...fold(sumOf(report), width).map((line) => drawing.paint(style, line)),
    ...countLines(sections),
    ...targetLines(report),
    ...closing(report, options).flatMap((line) => fold(line, width)),
  ];
  const first = worst(mandatory, drawing);
  const next = (folded: number): string[] => steps(nextSteps(report, sections, folded), width);
  const room = MOST_LINES - [...others, ...notes, ...sums, ...first, ...next(1)].length - HEADING;
  const found =
    summary || count === 0
      ? { lines: [], folded: 0 }
      : verbose
        ? { lines: withoutLastEmpty(mandatory.flatMap((group) => drawnGroup(group, "frame", drawing))), folded: 0 }
        : withinRoom(mandatory, room, drawing);
  const title = `Mandatory: ${plural(count, "finding")} that ${count === 1 ? "stops" : "stop"} the deployment`;
  const body = [
    ...(found.lines.length === 0 ? [] : [heading(title, drawing), ...found.lines, ""]),
    ...others,
    ...(showUndecided && !summary ? undecidedLines(report.undecided, drawing) : []),
    ...notes,
  ];
  const isLong = summary || body.length > SCREEN;
  const lines = [...body, ...(isLong ? first : []), ...sums, ...next(summary ? mandatory.length : found.folded)];
  return `${lines.join("\n")}\n`;
}
