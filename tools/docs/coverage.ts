// docs/coverage.md: which documented failures the rules mirror, and how often the examples show them; and
// docs/failures.md: what each of them is.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FailureId, Rule } from "../../src/rules/rule";
import { documentOf, FAILURE_DOCUMENTS, FAILURES } from "../../src/rules/failures";
import { anchor, cell, plural, table } from "./markdown";

const EXAMPLES = join(__dirname, "../../examples");

/** The examples, by the letter of the review whose failures they show. */
const EXAMPLE_OF: Readonly<Record<string, string>> = {
  F: "fastcart",
  P: "payment-migration",
  B: "blue-green",
  C: "product-catalog",
  E: "multi-environment",
};

interface Expected {
  failures: Record<string, { rule: string; reason?: string }[]>;
  findings: { rule: string }[];
}

const expected = (example: string): Expected =>
  JSON.parse(readFileSync(join(EXAMPLES, example, "expected.json"), "utf8")) as Expected;

const shownBy = (example: string): string =>
  `Shown by \`examples/${example}/flawed\`; \`examples/${example}/fixed\` has no finding.\n`;

/** The heading over the failures of a review. */
export const headingOf = (letter: string): string => `${letter}: ${documentOf(letter)}`;

/** The flawed example that shows a failure. */
export const exampleOf = (id: string): string => `examples/${EXAMPLE_OF[id.charAt(0)] ?? ""}/flawed`;

export const titleOf = (id: FailureId): string => FAILURES[id]?.title ?? "";

/** A failure with its title, as a link from a page in the given folder. */
export const failureLink = (id: FailureId, folder: string): string =>
  `[${id}](${folder}failures.md#${id.toLowerCase()}): ${titleOf(id)}`;

function countOf(rule: string, { findings }: Expected): string {
  return plural(findings.filter((finding) => finding.rule === rule).length, "finding");
}

function partOf([letter, example]: [string, string]): string {
  const all = expected(example);
  const rows = Object.entries(all.failures).map(([id, mirrored]) => {
    const shown = mirrored.map(
      ({ rule, reason }) => `[\`${rule}\`](rules/${rule}.md) (${reason ?? countOf(rule, all)})`,
    );
    return [failureLink(id as FailureId, ""), shown.join(", ")];
  });
  const failed = table(["Failure", "Rules, and what they find there"], rows);
  return `## ${headingOf(letter)}\n\n${shownBy(example)}\n${failed}\n`;
}

function rejectedPart(rules: readonly Rule[]): string {
  const all = expected("rejected");
  // Rules that only a contract requires are about good practice, and silent in an example without one.
  const validity = rules.filter(
    ({ category, id, level }) => (category === "validity" && level !== "only-if-required") || id === "output-as-text",
  );
  const rows = validity.map(({ id }) => [`[\`${id}\`](rules/${id}.md)`, countOf(id, all)]);
  return `## What AWS rejects\n\n${shownBy("rejected")}\n${table(["Rule", "How often it finds something there"], rows)}\n`;
}

/** The examples that mirror no document. */
const OTHERS = [
  { example: "multi-region", heading: "Several regions, by providers" },
  { example: "multi-region-python", heading: "Several regions, by the `region` of resources" },
  { example: "whole-architecture", heading: "Whole architectures" },
];

function otherPart({ example, heading }: (typeof OTHERS)[number]): string {
  const all = expected(example);
  const found = [...new Set(all.findings.map(({ rule }) => rule))];
  const rows = found.map((id) => [`[\`${id}\`](rules/${id}.md)`, countOf(id, all)]);
  return `## ${heading}\n\n${shownBy(example)}\n${table(["Rule", "How often it finds something there"], rows)}\n`;
}

export function coveragePage(rules: readonly Rule[]): string {
  const mirrored = new Set(rules.flatMap(({ failures }) => failures)).size;
  const parts = [...Object.entries(EXAMPLE_OF).map(partOf), rejectedPart(rules), ...OTHERS.map(otherPart)];
  return (
    `# Coverage\n\n${String(mirrored)} [documented failures](failures.md), each with the rules that report it and how often.\n\n` +
    parts.join("\n")
  );
}

/** The rules that mirror each failure, by its id. */
function mirroring(rules: readonly Rule[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { id, failures } of rules) {
    for (const failure of failures) {
      found.set(failure, [...(found.get(failure) ?? []), `[\`${id}\`](rules/${id}.md)`]);
    }
  }
  return found;
}

export function failuresPage(rules: readonly Rule[]): string {
  const mirrored = mirroring(rules);
  const all = Object.entries(FAILURES);
  const parts = Object.keys(FAILURE_DOCUMENTS).map((letter) => {
    const rows = all
      .filter(([id]) => id.startsWith(letter))
      .map(([id, { title, sentence }]) => [
        `<a id="${id.toLowerCase()}"></a>${id}`,
        title,
        cell(sentence),
        mirrored.get(id)?.join(", ") ?? "–",
      ]);
    const example = exampleOf(letter);
    return (
      `## ${headingOf(letter)}\n\n[\`${example}\`](../${example}) shows them; [Coverage](coverage.md#${anchor(headingOf(letter))}) counts the findings.\n\n` +
      `${table(["Id", "Failure", "What happened", "Rules that report it"], rows)}\n`
    );
  });
  return (
    `# Documented failures\n\nReviewers of five Pulumi programs for AWS documented ${String(all.length)} failures: some stop a deployment, some make it\n` +
    "insecure, fragile or expensive. Rules, their pages and `preflight rules --failure F5` cite them by these ids.\n\n" +
    parts.join("\n")
  );
}
