import type { Rule } from "../rules/rule";
import { pageOf } from "../rules/words";
import { partialSum, sumOf } from "./counts";
import { forReaders } from "./for-readers";
import { sourcesOf, type Read } from "./frame";
import { placeOf, type RuleGroup, sectionsOf, severitiesOf } from "./groups";
import { plural } from "./lines";
import { locationsOf, type Locate } from "./location";
import type { Report } from "./report";

/** A comment on GitHub holds 65,536 characters. */
const MOST = 60_000;

/** What Markdown, and what GitHub and GitLab make links, mentions and references of. */
function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(/[\\`*_[\]|~!$^]/g, "\\$&")
    .replaceAll(/@(?=\w)|#(?=\d)|:(?=\/\/)|(?<=www)\./gi, "$&<!-- -->");
}

/** A text with its code between backticks as code; nothing else in it is Markdown. */
function prose(text: string): string {
  return text
    .split(/`([^`|\\]+)`/)
    .map((part, index) => (index % 2 === 0 ? escaped(part) : `\`${part}\``))
    .join("");
}

/** The rule's id, with a link where its page is on the web. */
function linked({ id, url = pageOf(id) }: Rule): string {
  return /^https:\/\/[^\s()<>|]+$/.test(url) ? `[${id}](${url})` : `\`${id}\``;
}

function rowsOf({ rule, results }: RuleGroup, locate: Locate): string[] {
  return results.map((result) => {
    const { isExact, file, line } = locate(result);
    const location = isExact ? `<br>${escaped(`${file}:${String(line)}`)}` : "";
    const where = `${escaped(placeOf(result))}${location}`;
    return `| ${rule.severity} | ${linked(rule)} | ${where} | ${prose(result.message)} |`;
  });
}

const HEAD = ["| Severity | Rule | Where | What |", "| --- | --- | --- | --- |"];

/** A section as a table, as far as there is room for it. */
function tableOf(groups: readonly RuleGroup[], locate: Locate, room: number): string[] {
  const rows = groups.flatMap((group) => rowsOf(group, locate));
  let left = room;
  const shown = rows.filter((row) => (left -= row.length + 1) >= 0);
  const others = rows.length - shown.length;
  return [...HEAD, ...shown, ...(others > 0 ? ["", `${plural(others, "more finding")}.`] : [])];
}

const countOf = (groups: readonly RuleGroup[]): number => groups.reduce((sum, { results }) => sum + results.length, 0);

/** The report for a pull request or the summary of a job: what stops the deployment, and the rest folded. */
export function markdownReport(
  raw: Report,
  { summary = false, read }: { summary?: boolean; read?: Read } = {},
): string {
  const report = forReaders(raw);
  const locate = locationsOf(report, sourcesOf(read));
  const { mandatory, advisory, exempted } = sectionsOf(report.results);
  const counts = severitiesOf(mandatory).map(([severity, count]) => `${String(count)} ${severity}`);
  const partial = partialSum(report);
  const folded = (groups: readonly RuleGroup[], title: string, room: number): string[] =>
    groups.length === 0
      ? []
      : [
          "",
          "<details>",
          `<summary>${title}: ${plural(countOf(groups), "finding")}</summary>`,
          "",
          ...tableOf(groups, locate, room),
          "",
          "</details>",
        ];
  const tables = summary
    ? []
    : [
        ...(mandatory.length === 0 ? [] : ["", ...tableOf(mandatory, locate, MOST / 2)]),
        ...folded(advisory, "Advisory", MOST / 4),
        ...folded(exempted, "Exempted", MOST / 8),
      ];
  const notes = [
    ...report.gaps.map(
      ({ kind, message, fails }) => `- ${fails ? `**not checked** (${kind})` : "note"}: ${prose(message)}`,
    ),
    ...report.crashes.map((crash) => `- **error**: ${prose(crash)}`),
  ];
  const name = [report.project, report.stack]
    .filter((part) => part !== "")
    .map(escaped)
    .join("/");
  return `${[
    `### preflight: ${name}`,
    "",
    `**${sumOf(report)}**${counts.length === 0 ? "" : ` Mandatory: ${counts.join(", ")}.`}`,
    ...(partial === undefined ? [] : ["", prose(partial)]),
    ...tables,
    ...(notes.length === 0 ? [] : ["", ...notes]),
  ].join("\n")}\n`;
}
