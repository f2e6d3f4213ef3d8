// The few forms of Markdown that the generated pages are made of.
"use strict";

const block = (language, code) => `\`\`\`${language}\n${code}\n\`\`\`\n`;

/** A text that may stand in a cell of a table. */
const cell = (text) => text.replaceAll("|", "\\|").replaceAll("\n", " ");

/** A table; cells are taken as they are. */
function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

const plural = (count, word) => `${String(count)} ${word}${count === 1 ? "" : "s"}`;

/** The anchor that GitHub gives a heading of plain words. */
const anchor = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replaceAll(" ", "-");

module.exports = { anchor, block, cell, plural, table };
