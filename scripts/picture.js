// Draws docs/output.svg for the README: the beginning and the end of what the command really prints on an example.
"use strict";
const { writeFileSync } = require("node:fs");
const { join } = require("node:path");

const COMMAND = "preflight check examples/blue-green/flawed";
const COLOURS = { 1: "font-weight:bold", 2: "opacity:.6", 31: "fill:#ff7b72", 33: "fill:#e3b341" };
const LINE = 18;
const COLUMN = 7.8;

const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** One line of terminal output, with its colours, as SVG. */
function drawn(line, y) {
  const spans = line.split("\u001b[").map((part, index) => {
    const code = index === 0 ? undefined : Number.parseInt(part, 10);
    const text = index === 0 ? part : part.slice(part.indexOf("m") + 1);
    const style = COLOURS[code];
    return style ? `<tspan style="${style}">${escape(text)}</tspan>` : escape(text);
  });
  return `<text x="16" y="${y.toFixed(1)}" xml:space="preserve">${spans.join("")}</text>`;
}

/** The picture of a report: its first lines, and its count. */
function picture(text, command, width, first = 26) {
  const all = text.trimEnd().split("\n");
  const lines = [`$ ${command}`, "", ...all.slice(0, first), "  …", "", ...all.slice(all.lastIndexOf("") + 1)];
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

async function main() {
  const { checkRecorded } = require("../dist/cli/check");
  const { runProgram } = require("../dist/engine/run");
  const { textReport } = require("../dist/report/text");
  delete process.env.AWS_REGION;
  delete process.env.AWS_DEFAULT_REGION;
  const folder = join(__dirname, "../examples/blue-green/flawed");
  const report = checkRecorded(folder, await runProgram(folder), "2026-11-22");
  const text = textReport(report, { width: 100, colour: true });
  writeFileSync(join(__dirname, "../docs/output.svg"), picture(text, COMMAND, 100));
}

if (require.main === module) {
  void main();
}

module.exports = { COMMAND, picture };
