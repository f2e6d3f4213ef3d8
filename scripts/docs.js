// Writes a page for each rule under docs/rules/, their index, docs/coverage.md, and the generated parts of README.md and
// docs/, from the rules and the contract. `--check` writes nothing and fails where a file is not what they say.
"use strict";
const { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { FAILURE_DOCUMENTS, LEVEL_WORDS, mendsOf } = require("../dist/policies/words");
const { compatibilityTable, supportedVersions } = require("./docs/compatibility");
const { qualityFigures } = require("./docs/quality");
const { defaultOf, keys, kindOf, nodeAt, profiles: profileParts } = require("./docs/contract");
const { coveragePage, EXAMPLE_OF, headingOf } = require("./docs/coverage");
const { fileBlock, filled } = require("./docs/generated");
const { anchor, block, cell, table } = require("./docs/markdown");
const { categoryTable, rulesIndex } = require("./docs/rules-index");
const { remediationSection } = require("./docs/remediation");

const ROOT = join(__dirname, "..");

function scopes(rule) {
  return [
    rule.resource && "each resource, before it is created",
    rule.stack && "the whole stack, at the end of a preview",
    rule.root && "the project, once, before any resource",
  ].filter(Boolean);
}

/** What a finding does, by the level of its rule. */
const LEVEL_SENTENCES = {
  mandatory: "A finding stops the operation.",
  advisory: "A finding is shown and stops nothing.",
  "raised-by-contract":
    "A finding is shown and stops nothing; once the contract sets a key below, it stops the operation.",
  contract: "The rule is silent until the contract sets a key below; then a finding stops the operation.",
};

function keyTable(rule, schema) {
  const rows = rule.contractKeys.map((key) => {
    const node = nodeAt(schema, key);
    return [`[\`${key}\`](../contract.md#${key})`, kindOf(node), defaultOf(node), node.description].map(cell);
  });
  const heading = `Keys of the [contract](../contract.md) that it goes by:\n`;
  return `${heading}\n${table(["Key", "Value", "Default", "Meaning"], rows)}\n`;
}

function configuration(rule, schema) {
  const config = JSON.stringify({
    [rule.id]: { enforcementLevel: rule.level === "advisory" ? "mandatory" : "advisory" },
  });
  return [
    `## Configuration\n\n${LEVEL_SENTENCES[rule.level]}\n`,
    ...(rule.contractKeys?.length ? [keyTable(rule, schema)] : []),
    rule.id === "contract"
      ? "Its own configuration is the [contract of the organization](../guides/organization.md).\n"
      : `A [policy configuration](../guides/organization.md#levels) sets another level: \`${config}\`.\n`,
  ].join("\n");
}

function mends(rule) {
  const those = mendsOf(rule);
  const [first] = those;
  if (first.language === undefined) {
    return `## How to mend it\n\n${block(first.fence, first.code)}`;
  }
  const parts = those.map(({ language, fence, code }) => `### ${language}\n\n${block(fence, code)}`);
  if (rule.fix.yaml === undefined) {
    parts.push("### YAML\n\nA program in YAML has nothing of this kind.\n");
  }
  return `## How to mend it\n\n${parts.join("\n")}`;
}

function failureItem(id) {
  const letter = id[0];
  const example = `[\`examples/${EXAMPLE_OF[letter]}/flawed\`](../../examples/${EXAMPLE_OF[letter]}/flawed)`;
  const coverage = `[the others](../coverage.md#${anchor(headingOf(letter))})`;
  return `- ${id}: failure ${id.slice(1)} of the ${FAILURE_DOCUMENTS[letter]}; ${example} shows it, and ${coverage}`;
}

function settingAside(rule) {
  const exemption = [
    "config:",
    "  preflight:contract:",
    "    value:",
    "      exemptions:",
    `        - rule: ${rule.id}`,
    '          resource: "the-logical-name"',
    '          reason: "why it is right here"',
    '          until: "2027-06-30"',
  ].join("\n");
  return (
    "## Setting it aside\n\nIn `Pulumi.yaml`, by hand or with `preflight exempt`; the finding stays visible as advisory " +
    `until that day:\n\n${block("yaml", exemption)}`
  );
}

function page(rule, schema) {
  const parts = [`# ${rule.id}\n`, `${rule.description}.\n`];
  const facts = [
    ["Level", LEVEL_WORDS[rule.level]],
    ["Severity", rule.severity],
    ["Category", `[${rule.category}](README.md#${rule.category})`],
    ["Looks at", scopes(rule).join("; ")],
    ...(rule.resource?.types ? [["Types", rule.resource.types.map((type) => `\`${type}\``).join(", ")]] : []),
  ];
  parts.push(`${table(["", ""], facts)}\n`);
  parts.push(`## Why\n\n${rule.why}\n`);
  parts.push(mends(rule));
  parts.push(...remediationSection(rule));
  parts.push(configuration(rule, schema));
  if (rule.limits) {
    parts.push(`## What it does not report\n\n${rule.limits}\n`);
  }
  if (rule.controls?.length) {
    const rows = rule.controls.map(
      ({ framework, reference }) => `- [${framework}](README.md#${anchor(framework)}): ${reference}`,
    );
    parts.push(`## Controls it serves\n\n${rows.join("\n")}\n`);
  }
  if (rule.failures.length) {
    parts.push(`## Documented failures it mirrors\n\n${rule.failures.map(failureItem).join("\n")}\n`);
  }
  if (rule.id !== "contract" && rule.id !== "preflight") {
    parts.push(settingAside(rule));
  }
  return parts.join("\n");
}

/** The hand-written Markdown files that may have generated parts, by their path below the root. */
function written(root) {
  const below = (folder) =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? below(path) : entry.name.endsWith(".md") ? [path] : [];
    });
  const docs = below("docs").filter((path) => !path.startsWith("docs/rules/") && path !== "docs/coverage.md");
  const top = readdirSync(root).filter((name) => name.endsWith(".md"));
  return [...top, ...docs];
}

/** Every generated file by its path below the root. */
function files({ rules, schema, profiles }, root = ROOT) {
  const parts = {
    categories: () => categoryTable(rules),
    "contract-keys": () => keys(schema),
    profiles: () => profileParts(profiles),
    file: (path) => fileBlock(root, path),
    "compatibility-table": () => compatibilityTable(root),
    "supported-versions": () => supportedVersions(root),
    "quality-figures": () => qualityFigures(root),
  };
  return new Map([
    ...rules.map((rule) => [`docs/rules/${rule.id}.md`, page(rule, schema)]),
    ["docs/coverage.md", coveragePage(rules)],
    ["docs/rules/README.md", rulesIndex(rules)],
    ...written(root).map((path) => [path, filled(path, readFileSync(join(root, path), "utf8"), parts)]),
  ]);
}

/** The paths whose content is not what the rules say, and pages of rules that are no more. */
function stale(wanted, root = ROOT) {
  const changed = [...wanted].filter(([path, text]) => {
    const full = join(root, path);
    return !existsSync(full) || readFileSync(full, "utf8") !== text;
  });
  const folder = join(root, "docs/rules");
  const left = existsSync(folder) ? readdirSync(folder).filter((name) => !wanted.has(`docs/rules/${name}`)) : [];
  return { changed, left: left.map((name) => `docs/rules/${name}`) };
}

if (require.main === module) {
  const { rules } = require("../dist/policies");
  const { CONTRACT_SCHEMA } = require("../dist/contract/schema");
  const { PROFILES } = require("../dist/contract/profiles");
  const wanted = files({ rules, schema: CONTRACT_SCHEMA, profiles: PROFILES });
  const { changed, left } = stale(wanted);
  if (process.argv.includes("--check")) {
    const names = [...changed.map(([path]) => path), ...left];
    if (names.length > 0) {
      console.error(`Out of date, run \`npm run docs\`: ${names.join(", ")}`);
      process.exit(1);
    }
  } else {
    mkdirSync(join(ROOT, "docs/rules"), { recursive: true });
    changed.forEach(([path, text]) => writeFileSync(join(ROOT, path), text));
    left.forEach((path) => rmSync(join(ROOT, path)));
    console.log(`${String(changed.length)} written, ${String(left.length)} removed`);
  }
}

module.exports = { files, stale };
