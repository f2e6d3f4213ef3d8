import { styleText } from "node:util";
import { totals, type Compliance, type ControlOutcome, type Evidence, type Status } from "./compliance";
import { forReaders } from "./for-readers";
import { fold, type Page, type Style } from "./lines";
import type { Report } from "./report";
import type { TextOptions } from "./text";

/** What each status is called, alone and with a number. */
export const STATUS_TEXT: Readonly<Record<Status, string>> = {
  fail: "fail",
  undecided: "undecided",
  exempted: "exempted",
  pass: "pass",
  "not applicable": "not applicable (no such resource)",
  "not decidable": "not decidable from a program",
  "no rule": "without a rule",
};

const STYLES: Readonly<Partial<Record<Status, Style>>> = { fail: "red", undecided: "yellow", pass: "green" };

/** All totals in a sentence. */
export function totalsOf(compliance: Compliance): string {
  const counts = totals(compliance).map(([status, count]) => `${String(count)} ${STATUS_TEXT[status]}`);
  return `${String(compliance.controls.length)} controls: ${counts.join(", ")}.`;
}

/** Where a control fails or is undecided, in words. */
export const placeOf = ({ name, type, path }: Evidence): string =>
  name === undefined
    ? "the stack"
    : `${name}${type === undefined ? "" : ` (${type})`}${path === undefined ? "" : `, ${path}`}`;

/** The exemption of a finding, in words; empty without one. */
export const exemptionOf = ({ exemption }: Evidence): string =>
  exemption === undefined ? "" : `exempted until ${exemption.until}: ${exemption.reason}`;

function hanging(text: string, indent: number, width: number): string[] {
  const pad = " ".repeat(indent);
  return fold(text, Math.max(20, width - indent)).map((line) => pad + line);
}

function inFull(control: ControlOutcome, { width, paint }: Page): string[] {
  const { reference, title, severity, status, reason, evidence } = control;
  const head = fold(`${reference}  ${title}${severity === undefined ? "" : ` (${severity})`}`, width - 2);
  return [
    ...head.map((line, index) => (index === 0 ? `  ${paint(STYLES[status] ?? "bold", line)}` : `    ${line}`)),
    ...(reason === undefined ? [] : hanging(reason, 4, width)),
    ...evidence.flatMap((one) => [
      ...hanging(`${placeOf(one)}: ${one.rule}`, 4, width),
      ...hanging(one.message, 6, width),
    ]),
  ];
}

/** The controls of one status: those that need an answer in full, the others as a list of their numbers. */
function section(status: Status, controls: readonly ControlOutcome[], page: Page, verbose: boolean): string[] {
  const own = controls.filter((control) => control.status === status);
  if (own.length === 0) {
    return [];
  }
  const title = page.paint("bold", `${STATUS_TEXT[status].toUpperCase()}: ${String(own.length)}`);
  if (verbose || status === "fail" || status === "undecided" || status === "exempted") {
    return [title, ...own.flatMap((control) => inFull(control, page)), ""];
  }
  const reasons = new Map<string, string[]>();
  for (const { reference, reason = "" } of own) {
    reasons.set(reason, [...(reasons.get(reason) ?? []), reference]);
  }
  return [
    title,
    ...[...reasons].flatMap(([reason, references]) =>
      hanging(`${references.join(", ")}${reason === "" || status === "pass" ? "" : `: ${reason}`}`, 2, page.width),
    ),
    "",
  ];
}

function ofFramework(compliance: Compliance, page: Page, { verbose = false, summary = false }: TextOptions): string[] {
  const { title, version, source, date, controls } = compliance;
  const sections = totals(compliance).flatMap(([status]) => section(status, controls, page, verbose));
  return [
    page.paint("bold", `${title} ${version}`),
    "",
    ...(summary ? [] : sections),
    ...fold(totalsOf(compliance), page.width),
    ...(verbose ? fold(`Source: ${source}; ${date}.`, page.width) : []),
    "",
  ];
}

/** What became of each control of a framework, for people. */
export function complianceText(raw: Report, options: TextOptions): string {
  const { project, stack, compliance = [] } = forReaders(raw);
  const { width, colour } = options;
  const page: Page = {
    width,
    paint: (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text),
  };
  const lines = [
    `${project}/${stack}`,
    "",
    ...compliance.flatMap((one) => ofFramework(one, page, options)),
    ...fold(
      "A pass is that of the resources that this program declares, as far as the rules decide it. Without --framework the report shows all findings with their fixes.",
      width,
    ),
  ];
  return `${lines.join("\n")}\n`;
}
