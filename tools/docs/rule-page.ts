// A rule's page under docs/rules/.
import type { Rule, RuleLevel } from "../../src/rules/rule";
import { BASIS_TEXT, fixExamples, LEVEL_TEXT } from "../../src/rules/words";
import { defaultOf, kindOf, nodeAt, type DocumentedNode } from "./contract";
import { exampleOf, failureLink } from "./coverage";
import { examplesSections } from "./examples";
import { anchor, block, cell, table } from "./markdown";
import { remediationSection } from "./remediation";

/** The title of the table of levels, on the page of all rules. */
export const LEVELS_TITLE = "Levels and why";

/** Rules that cannot be exempted: one checks the contract, one reports what preflight itself could not do. */
const WITHOUT_EXEMPTION: ReadonlySet<string> = new Set(["contract", "preflight"]);

/** What a finding does, by the level of its rule. */
const LEVEL_SENTENCES: Readonly<Record<RuleLevel, string>> = {
  mandatory: "A finding stops the operation.",
  advisory: "A finding is shown and stops nothing.",
  "advisory-unless-required":
    "A finding is shown and stops nothing; once the contract sets a key below, it stops the operation.",
  "only-if-required": "The rule is silent until the contract sets a key below; then a finding stops the operation.",
};

function evaluates(rule: Rule): string {
  return [
    rule.resource && "each resource, before it is created",
    rule.stack && "the whole stack, at the end of a preview",
    rule.root && "the project, once, before any resource",
  ]
    .filter((one) => one !== undefined)
    .join("; ");
}

function factsTable(rule: Rule): string {
  const level = `[${LEVEL_TEXT[rule.level]}](README.md#${anchor(LEVELS_TITLE)})`;
  const facts = [
    ["Level", rule.basis === undefined ? level : `${level}: ${BASIS_TEXT[rule.basis]}`],
    ["Severity", rule.severity],
    ["Category", `[${rule.category}](README.md#${rule.category})`],
    ["Evaluates", evaluates(rule)],
    ...(rule.resource?.types ? [["Types", rule.resource.types.map((type) => `\`${type}\``).join(", ")]] : []),
  ];
  return table(["", ""], facts);
}

function fixSection(rule: Rule): string {
  const title = "## How to fix it";
  const fixes = fixExamples(rule);
  const [first] = fixes;
  if (first !== undefined && first.language === undefined) {
    return `${title}\n\n${block(first.fence, first.code)}`;
  }
  const parts = fixes.map(({ language = "", fence, code }) => `### ${language}\n\n${block(fence, code)}`);
  if (rule.fix.yaml === undefined) {
    parts.push("### YAML\n\nA program in YAML has nothing of this kind.\n");
  }
  return `${title}\n\n${parts.join("\n")}`;
}

function keyTable(keys: readonly string[], schema: DocumentedNode): string {
  const rows = keys.map((key) => {
    const node = nodeAt(schema, key) ?? {};
    return [`[\`${key}\`](../contract.md#${key})`, kindOf(node), defaultOf(node), node.description ?? ""].map(cell);
  });
  return `It uses these keys of the [contract](../contract.md):\n\n${table(["Key", "Value", "Default", "Meaning"], rows)}\n`;
}

function configurationSection(rule: Rule, schema: DocumentedNode): string {
  const config = JSON.stringify({
    [rule.id]: { enforcementLevel: rule.level === "advisory" ? "mandatory" : "advisory" },
  });
  return [
    `## Configuration\n\n${LEVEL_SENTENCES[rule.level]}\n`,
    ...(rule.contractKeys?.length ? [keyTable(rule.contractKeys, schema)] : []),
    rule.id === "contract"
      ? "Its own configuration is the [contract of the organization](../guides/organization.md).\n"
      : `A [policy configuration](../guides/organization.md#levels) sets another level: \`${config}\`.\n`,
    ...(WITHOUT_EXEMPTION.has(rule.id)
      ? []
      : ["An [exemption](../contract.md#exemptions) makes its findings on one resource advisory until a day.\n"]),
  ].join("\n");
}

function listSection(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`## ${title}\n\n${items.map((item) => `- ${item}`).join("\n")}\n`];
}

/** A link's text: the address without what all addresses have. */
const shortened = (address: string): string => address.replace(/^https:\/\/(?:docs\.aws\.amazon\.com\/)?/, "");

/** The rules whose findings name a constraint that has a place on another page. */
const WITH_CONSTRAINTS: ReadonlySet<string> = new Set(["property-combinations"]);

export function rulePage(rule: Rule, schema: DocumentedNode): string {
  const { controls = [], failures, limits, references = [] } = rule;
  return [
    `# ${rule.id}\n`,
    `${rule.description}.\n`,
    `${factsTable(rule)}\n`,
    `## Why\n\n${rule.why}\n`,
    ...examplesSections(rule),
    fixSection(rule),
    ...(limits === undefined ? [] : [`## What it does not report\n\n${limits}\n`]),
    ...(WITH_CONSTRAINTS.has(rule.id)
      ? ["## Constraints\n\n[All constraints by service](../constraints/README.md), with their sources.\n"]
      : []),
    ...remediationSection(rule),
    configurationSection(rule, schema),
    ...listSection(
      "Controls",
      [...new Set(controls.map(({ framework }) => framework))].map((framework) => {
        const references = controls.filter((one) => one.framework === framework).map(({ reference }) => reference);
        return `[${framework}](README.md#${anchor(framework)}): ${references.join(", ")}`;
      }),
    ),
    ...listSection(
      "Documented failures",
      failures.map((id) => {
        const example = exampleOf(id);
        return `${failureLink(id, "../")}, shown by [\`${example}\`](../../${example})`;
      }),
    ),
    ...listSection(
      "References",
      references.map((address) => `[${shortened(address)}](${address})`),
    ),
  ].join("\n");
}
