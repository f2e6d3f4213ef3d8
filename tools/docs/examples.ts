// The sections of a rule's page with an incorrect and a correct program.
import { existsSync } from "node:fs";
import { extname, join } from "node:path";
import { stringify } from "yaml";
import { FRAMEWORKS } from "../../src/aws/frameworks";
import type { Contract } from "../../src/contract/contract";
import type { RuleExamples } from "../../src/rules/examples";
import type { RuleOfRequirements } from "../../src/rules/requirement";
import { examplesFor } from "../../src/rules/requirement/code";
import type { Rule } from "../../src/rules/rule";
import { block } from "./markdown";

const POLICIES = join(__dirname, "../../policies");

/** What the examples leave out: the imports, in the order of their names. */
const IMPORTS = ["aws", "pulumi", "random"];

const FENCES: Readonly<Record<string, string>> = {
  ".json": "json",
  ".md": "text",
  ".py": "python",
  ".ts": "typescript",
  ".yaml": "yaml",
};

type Program = RuleExamples["incorrect"];

/** The contract under which a rule reports that is silent otherwise: it requires the first framework of the rule. */
function contractOf({ level, contractKeys, controls = [] }: Rule): Contract | undefined {
  const framework = FRAMEWORKS.find((name) => controls.some((control) => control.framework === name));
  return level === "only-if-required" && contractKeys === undefined && framework !== undefined
    ? { frameworks: [framework] }
    : undefined;
}

/** The examples of a rule, those of a requirement made from its data; undefined for a rule that has none yet. */
export function examplesOf(rule: Rule & Partial<RuleOfRequirements>): RuleExamples | undefined {
  const { category, id, requirements } = rule;
  const path = join(POLICIES, category, `${id}.examples.ts`);
  if (!existsSync(path)) {
    const contract = contractOf(rule);
    return requirements && { ...examplesFor(requirements), ...(contract && { contract }) };
  }
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would make everything asynchronous
  return (require(path) as { default: RuleExamples }).default;
}

/** A program with the imports that it needs. */
function withImports(code: string): string {
  const imports = IMPORTS.filter(
    (name) => new RegExp(`\\b${name}\\.`).test(code) && !code.includes(`import * as ${name} `),
  );
  const lines = imports.map((name) => `import * as ${name} from "@pulumi/${name}";\n`);
  return `${lines.join("")}\n${code.trim()}`.trim();
}

function shown(program: Program): string {
  return typeof program === "string"
    ? block("typescript", withImports(program))
    : Object.entries(program)
        .map(([path, text]) => {
          const code = extname(path) === ".ts" ? withImports(text) : text.trim();
          return `\`${path}\`:\n\n${block(FENCES[extname(path)] ?? "text", code)}`;
        })
        .join("\n");
}

/** What both programs are checked with, in a sentence and a block of configuration. */
function setting({ contract, config }: RuleExamples): string {
  const values = { ...config, ...(contract && { "preflight:contract": { value: contract } }) };
  return Object.keys(values).length === 0
    ? ""
    : `Both programs are checked with this configuration:\n\n${block("yaml", stringify({ config: values }).trimEnd())}\n`;
}

export function examplesSections(rule: Rule): string[] {
  const examples = examplesOf(rule);
  if (examples === undefined) {
    return [];
  }
  const deployed = examples.exists ? "The finding shows once this program is deployed.\n\n" : "";
  return [
    `## Incorrect\n\n${setting(examples)}${deployed}${shown(examples.incorrect)}`,
    `## Correct\n\n${shown(examples.correct)}`,
  ];
}
