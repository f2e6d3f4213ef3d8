// Draws docs/output.svg for the README: the beginning and the end of what the command really prints on an example.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkRecorded } from "../src/cli/check";
import { runProgram } from "../src/engine/run";
import { sourceReader } from "../src/cli/sources";
import { htmlReport } from "../src/report/html";
import { textReport } from "../src/report/text";
import { Browser } from "../tests/kit/browser";

export const COMMAND = "preflight check examples/blue-green/flawed";
const COLOURS: Readonly<Record<number, string>> = {
  1: "font-weight:bold",
  2: "opacity:.6",
  31: "fill:#ff7b72",
  33: "fill:#e3b341",
};
const LINE = 18;
const COLUMN = 7.8;

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** One line of terminal output, with its colours, as SVG. */
function drawn(line: string, y: number): string {
  const [plain = "", ...coloured] = line.split("\u001b[");
  const spans = coloured.map((part) => {
    const style = COLOURS[Number.parseInt(part, 10)];
    const text = escape(part.slice(part.indexOf("m") + 1));
    return style === undefined ? text : `<tspan style="${style}">${text}</tspan>`;
  });
  return `<text x="16" y="${y.toFixed(1)}" xml:space="preserve">${[escape(plain), ...spans].join("")}</text>`;
}

/** The picture of a report: its first lines, and its end. */
export function picture(text: string, command: string, width: number, first = 30): string {
  const all = text.trimEnd().split("\n");
  const end = all.findIndex((line) => line.includes("Fix first"));
  const lines = [`$ ${command}`, "", ...all.slice(0, first), "  …", "", ...all.slice(end)];
  const height = (lines.length + 2) * LINE;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(Math.round(width * COLUMN) + 32)}" height="${String(height)}" role="img" aria-label="What preflight prints on the flawed example">`,
    `<rect width="100%" height="100%" rx="8" fill="#0d1117"/>`,
    `<g fill="#e6edf3" font-family="ui-monospace,Menlo,Consolas,monospace" font-size="13">`,
    ...lines.map((line, index) => drawn(line, (index + 1.6) * LINE)),
    "</g>",
    "</svg>\n",
  ].join("\n");
}

async function main(): Promise<void> {
  delete process.env["AWS_REGION"];
  delete process.env["AWS_DEFAULT_REGION"];
  const folder = join(__dirname, "../examples/blue-green/flawed");
  const report = checkRecorded(folder, await runProgram(folder), "2026-11-22");
  const text = textReport(report, { width: 100, colour: true, read: sourceReader(report) });
  writeFileSync(join(__dirname, "../docs/output.svg"), picture(text, COMMAND, 100));
  const browser = new Browser();
  const { page } = await browser.open(htmlReport(report, { read: sourceReader(report) }), { width: 1200 });
  await page.setViewportSize({ width: 1200, height: 740 });
  await page.screenshot({ path: join(__dirname, "../docs/report.png") });
  await browser.close();
}

if (require.main === module) {
  void main();
}
