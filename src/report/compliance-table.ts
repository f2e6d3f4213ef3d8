// What became of each control of a framework, as files for auditors: CSV and Markdown.
import { totals, type Compliance, type ControlOutcome } from "./compliance";
import { exemptionOf, placeOf, STATUS_TEXT, totalsOf } from "./compliance-text";
import { forReaders } from "./for-readers";
import type { Report } from "./report";

const COLUMNS = [
  "framework",
  "control",
  "title",
  "severity",
  "status",
  "rule",
  "resource",
  "type",
  "urn",
  "path",
  "message",
  "exempted until",
  "reason",
];

/** A cell of CSV; one that a spreadsheet would take for a formula begins with an apostrophe. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A row for each place at which a control fails, is exempted or undecided, and one for each other control. */
function rowsOf({ title, version }: Compliance, control: ControlOutcome): string[][] {
  const { reference, severity = "", status, rules, reason = "", evidence } = control;
  const head = [`${title} ${version}`, reference, control.title, severity, status];
  if (evidence.length === 0) {
    return [[...head, rules.join(" "), "", "", "", "", "", "", reason]];
  }
  return evidence.map(({ rule, name = "", type = "", urn = "", path = "", message, exemption }) => [
    ...head,
    rule,
    name,
    type,
    urn,
    path,
    message,
    exemption?.until ?? "",
    exemption?.reason ?? reason,
  ]);
}

export function complianceCsv(raw: Report): string {
  const { compliance = [] } = forReaders(raw);
  const rows = compliance.flatMap((one) => one.controls.flatMap((control) => rowsOf(one, control)));
  return [COLUMNS, ...rows].map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
}

/** Text that Markdown shows as it is. */
const cell = (text: string): string => text.replaceAll(/[\\`*_{}[\]<>#|~]/g, String.raw`\$&`);

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`);

function markdownOf(compliance: Compliance): string[] {
  const { title, version, source, date, controls } = compliance;
  const sections = totals(compliance).flatMap(([status]) => {
    const own = controls.filter((control) => control.status === status);
    const rows = own.flatMap((control) => {
      const { reference, severity = "–", reason = "", evidence } = control;
      const head = [cell(reference), cell(control.title), severity];
      return evidence.length === 0
        ? [[...head, cell(control.rules.join(", ")), cell(reason)]]
        : evidence.map((one) => [
            ...head,
            cell(placeOf(one)),
            cell([one.message, exemptionOf(one)].filter((part) => part !== "").join(" ")),
          ]);
    });
    const hasPlaces = own.some(({ evidence }) => evidence.length > 0);
    const columns = ["Control", "Title", "Severity", hasPlaces ? "Where" : "Rules", "Why"];
    return [`### ${STATUS_TEXT[status]}: ${String(own.length)}`, "", ...table(columns, rows), ""];
  });
  return [
    `## ${cell(title)} ${version}`,
    "",
    totalsOf(compliance),
    "",
    ...sections,
    `Source: ${cell(source)}; ${date}.`,
    "",
  ];
}

export function complianceMarkdown(raw: Report): string {
  const { project, stack, day, compliance = [] } = forReaders(raw);
  const lines = [
    `# Compliance of ${cell(project)}/${cell(stack)}`,
    "",
    `As of ${day}.`,
    "",
    ...compliance.flatMap(markdownOf),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}
