// docs/rules/README.md: the rules by category, severity, framework, failure and key of the contract; and the README's
// table of categories.
"use strict";
const { FAILURE_DOCUMENTS, LEVEL_WORDS } = require("../../dist/policies/words");
const { CATEGORIES, SEVERITIES } = require("../../dist/policies/rule");
const { EXAMPLE_OF, headingOf } = require("./coverage");
const { anchor, plural, table } = require("./markdown");

const byId = (left, right) => (left.id < right.id ? -1 : 1);
const linkTo = (folder) => (rule) => `[\`${rule.id}\`](${folder}${rule.id}.md)`;
const listOf = (rules) => [...rules].sort(byId).map(linkTo("")).join(", ");

/** The rules by each value of a property of them. */
function grouped(rules, valuesOf) {
  const groups = new Map();
  for (const rule of rules) {
    for (const value of valuesOf(rule)) {
      groups.set(value, [...(groups.get(value) ?? []), rule]);
    }
  }
  return groups;
}

/** Numbers in a text by their value: RDS.2 before RDS.11. */
const byNumber = (left, right) => left.localeCompare(right, "en", { numeric: true });

function categories(rules) {
  const groups = grouped(rules, ({ category }) => [category]);
  return CATEGORIES.filter((category) => groups.has(category)).map((category) => {
    const rows = groups
      .get(category)
      .sort(byId)
      .map((rule) => [
        linkTo("")(rule),
        rule.description,
        rule.severity,
        LEVEL_WORDS[rule.level],
        rule.failures.join(" ") || "–",
      ]);
    return `### ${category}\n\n${table(["Rule", "What is right", "Severity", "Level", "Mirrors"], rows)}\n`;
  });
}

function severities(rules) {
  const groups = grouped(rules, ({ severity }) => [severity]);
  const rows = SEVERITIES.map((severity) => [
    severity,
    String(groups.get(severity)?.length ?? 0),
    listOf(groups.get(severity) ?? []),
  ]);
  return table(["Severity", "Rules", "Which"], rows) + "\n";
}

function frameworks(rules) {
  const names = [...new Set(rules.flatMap(({ controls = [] }) => controls.map(({ framework }) => framework)))].sort();
  return names.map((name) => {
    const groups = grouped(rules, ({ controls = [] }) =>
      controls.filter(({ framework }) => framework === name).map(({ reference }) => reference),
    );
    const rows = [...groups]
      .sort(([left], [right]) => byNumber(left, right))
      .map(([reference, those]) => [reference, listOf(those)]);
    return `### ${name}\n\n${table(["Control", "Rules that serve it"], rows)}\n`;
  });
}

function failures(rules) {
  const groups = grouped(rules, (rule) => rule.failures);
  return Object.keys(FAILURE_DOCUMENTS).map((letter) => {
    const ids = [...groups.keys()].filter((id) => id.startsWith(letter)).sort(byNumber);
    const where = `[\`examples/${EXAMPLE_OF[letter]}\`](../../examples/${EXAMPLE_OF[letter]}) shows them.\n`;
    const rows = ids.map((id) => [id, listOf(groups.get(id))]);
    return `### ${headingOf(letter)}\n\n${where}\n${table(["Failure", "Rules that report it"], rows)}\n`;
  });
}

function contractKeys(rules) {
  const groups = grouped(rules, ({ contractKeys: keys = [] }) => keys);
  const rows = [...groups]
    .sort(([left], [right]) => byNumber(left, right))
    .map(([key, those]) => [`[\`${key}\`](../contract.md#${key})`, listOf(those)]);
  return table(["Key", "Rules that it asks"], rows) + "\n";
}

const PARTS = {
  "By category": categories,
  "By severity": severities,
  "By framework": frameworks,
  "By failure": failures,
  "By contract key": contractKeys,
};

function rulesIndex(rules) {
  const contents = Object.keys(PARTS).map((title) => `- [${title}](#${anchor(title)})`);
  const parts = Object.entries(PARTS).map(([title, part]) => `## ${title}\n\n${[part(rules)].flat().join("\n")}`);
  return [
    `# Rules\n\n${String(rules.length)} rules. \`preflight rules\` lists them in a terminal, with filters; \`preflight explain RULE\` prints one.\n`,
    `${contents.join("\n")}\n`,
    ...parts,
  ].join("\n");
}

/** What a newcomer is told first: what stops a deployment, the worst first, then what mirrors most failures. */
const TELLING = ["mandatory", "raised-by-contract", "contract", "advisory"];
const byTelling = (left, right) =>
  TELLING.indexOf(left.level) - TELLING.indexOf(right.level) ||
  SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity) ||
  right.failures.length - left.failures.length ||
  byId(left, right);

/** The README's table: how many rules each category has, and the most telling two of them. */
function categoryTable(rules) {
  const groups = grouped(rules, ({ category }) => [category]);
  const rows = CATEGORIES.filter((category) => groups.has(category)).map((category) => {
    const those = [...groups.get(category)].sort(byTelling);
    const telling = those.slice(0, 2).map(linkTo("docs/rules/"));
    return [`[${category}](docs/rules/README.md#${category})`, String(those.length), telling.join(", ")];
  });
  return `${plural(rules.length, "rule")}:\n\n${table(["Category", "Rules", "Such as"], rows)}\n`;
}

module.exports = { categoryTable, rulesIndex };
