// A framework's page under docs/frameworks/: each control, the rules that check it, and what a program does not decide.
import {
  FRAMEWORKS,
  frameworkFile,
  frameworkTable,
  type Framework,
  type FrameworkControl,
} from "../../src/aws/frameworks";
import { rulesFor } from "../../src/rules/frameworks";
import type { Rule } from "../../src/rules/rule";
import { cell, table } from "./markdown";

/** How many controls a framework has, and how many of them rules check or a program does not decide. */
export interface FrameworkCounts {
  controls: number;
  checked: number;
  undecidable: number;
}

export function countsOf(framework: Framework): FrameworkCounts {
  const controls = Object.values(frameworkTable(framework).controls);
  const checked = controls.filter((control) => rulesFor(control).length > 0);
  const undecidable = controls.filter((control) => rulesFor(control).length === 0 && control.undecidable !== undefined);
  return { controls: controls.length, checked: checked.length, undecidable: undecidable.length };
}

function notDecided({ undecidable, listed, controls }: FrameworkControl, own: readonly Rule[]): string {
  return [
    ...(undecidable === undefined ? [] : [`${own.length > 0 ? "Where nothing declares it: " : ""}${undecidable}.`]),
    ...own.flatMap(({ id, limits }) =>
      limits === undefined ? [] : [`[${id}](../rules/${id}.md#what-it-does-not-report)`],
    ),
    ...(own.length === 0 && undecidable === undefined ? ["No rule checks it."] : []),
    ...(listed === false ? ["Security Hub does not list it for this standard."] : []),
    ...(controls === undefined ? [] : [`By ${controls.join(", ")} of AWS FSBP.`]),
  ].join(" ");
}

export function frameworkPage(framework: Framework, rules: readonly Rule[]): string {
  const { title, version, source, date, controls } = frameworkTable(framework);
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const { controls: count, checked, undecidable } = countsOf(framework);
  const rows = Object.entries(controls).map(([reference, control]) => {
    const own = rulesFor(control).flatMap((id) => byId.get(id) ?? []);
    return [
      reference,
      control.title,
      control.severity ?? "–",
      own.map(({ id, description }) => `[${id}](../rules/${id}.md): ${description}`).join("; ") || "–",
      notDecided(control, own) || "–",
    ].map(cell);
  });
  return [
    `# ${title} ${version}\n`,
    `${String(count)} controls: rules check ${String(checked)}, a program does not decide ${String(undecidable)}.\n`,
    `\`preflight check --framework "${framework}"\` reports what becomes of each; \`frameworks: ["${framework}"]\` in the ` +
      "[contract](../contract.md#frameworks) makes its rules mandatory.\n",
    table(["Control", "Title", "Severity", "Rules and what they require", "What is not decided"], rows),
    `\nSource: ${source}; ${date}.\n`,
  ].join("\n");
}

/** The frameworks with their counts; their pages are in a folder. */
export function frameworkCounts(folder: string): string {
  const rows = FRAMEWORKS.map((framework) => {
    const { controls, checked, undecidable } = countsOf(framework);
    const page = `${folder}${frameworkFile(framework)}.md`;
    return [`[${framework}](${page})`, String(controls), String(checked), String(undecidable)];
  });
  return table(["Framework", "Controls", "Checked by rules", "Not decidable from a program"], rows);
}

/** The pages of all frameworks by their path, and the list of them. */
export function frameworkPages(rules: readonly Rule[]): [string, string][] {
  return [
    ["docs/frameworks/README.md", `# Frameworks\n\n${frameworkCounts("")}\n`],
    ...FRAMEWORKS.map((framework): [string, string] => [
      `docs/frameworks/${frameworkFile(framework)}.md`,
      frameworkPage(framework, rules),
    ]),
  ];
}
