// docs/coverage.md: which failures the rules mirror, and how often the examples show them.
"use strict";
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { FAILURE_DOCUMENTS } = require("../../dist/policies/words");
const { plural, table } = require("./markdown");

const EXAMPLES = join(__dirname, "../../examples");

/** The examples, by the letter of the document whose failures they show. */
const EXAMPLE_OF = {
  F: "fastcart",
  P: "payment-migration",
  B: "blue-green",
  C: "product-catalog",
  E: "multi-environment",
};

const expected = (example) => JSON.parse(readFileSync(join(EXAMPLES, example, "expected.json"), "utf8"));

const shownBy = (example) => `Shown by \`examples/${example}/flawed\`; \`examples/${example}/fixed\` has no finding.\n`;

/** The heading over the failures of a document. */
const headingOf = (letter) => `${letter}: ${FAILURE_DOCUMENTS[letter]}`;

function partOf([letter, example]) {
  const { failures, findings } = expected(example);
  const rows = Object.entries(failures).map(([id, mirrored]) => {
    const shown = mirrored.map(({ rule, reason }) => {
      const count = findings.filter((finding) => finding.rule === rule).length;
      return `[\`${rule}\`](rules/${rule}.md) (${reason ?? plural(count, "finding")})`;
    });
    return [id, shown.join(", ")];
  });
  const failed = table(["Failure", "Rules, and what they find there"], rows);
  return `## ${headingOf(letter)}\n\n${shownBy(example)}\n${failed}\n`;
}

function rejectedPart(rules) {
  const { findings } = expected("rejected");
  const validity = rules.filter(({ category, id }) => category === "validity" || id === "output-as-text");
  const rows = validity.map(({ id }) => {
    const count = findings.filter(({ rule }) => rule === id).length;
    return [`[\`${id}\`](rules/${id}.md)`, plural(count, "finding")];
  });
  return `## What AWS rejects\n\n${shownBy("rejected")}\n${table(["Rule", "How often it finds something there"], rows)}\n`;
}

function coveragePage(rules) {
  const mirrored = new Set(rules.flatMap(({ failures }) => failures)).size;
  const parts = [...Object.entries(EXAMPLE_OF).map(partOf), rejectedPart(rules)];
  return (
    `# Coverage\n\n${String(mirrored)} documented failures, each with the rules that report it and how often.\n\n` +
    parts.join("\n")
  );
}

module.exports = { coveragePage, EXAMPLE_OF, headingOf };
