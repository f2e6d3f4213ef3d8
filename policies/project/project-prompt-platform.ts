import { blocksOf } from "../../src/source/markdown";
import { defineRule, type Context } from "../../src/rules/rule";
import type { ProjectFiles, ProjectDocument } from "../../src/source/project-files";

/** How many paragraphs open a document. */
const OPENING = 3;

const LANGUAGES: Readonly<Record<string, string>> = {
  typescript: "TypeScript",
  javascript: "JavaScript",
  python: "Python",
  go: "Go",
  csharp: "C#",
  java: "Java",
  yaml: "YAML",
};

const OF_RUNTIME: Readonly<Record<string, readonly string[]>> = {
  nodejs: ["TypeScript", "JavaScript"],
  bun: ["TypeScript", "JavaScript"],
  python: ["Python"],
  go: ["Go"],
  dotnet: ["C#", "F#", "VB", ".NET"],
  java: ["Java"],
  yaml: ["YAML"],
};

export default defineRule({
  id: "project-prompt-platform",
  category: "project",
  description: "PROMPT.md must name the platform and the language in bold",
  severity: "low",
  level: "only-if-required",
  contractKeys: ["project.runtime", "project.language"],
  failures: ["F25"],
  why:
    "A person or a model that works from PROMPT.md has to choose a platform and a language. A bold statement in its " +
    "opening paragraphs leaves no choice open.",
  fix: {
    typescript: `// PROMPT.md: Create the infrastructure in **Pulumi with TypeScript**.`,
    python: `# PROMPT.md: Create the infrastructure in **Pulumi with Python**.`,
    yaml: `# PROMPT.md: Create the infrastructure in **Pulumi with YAML**.`,
  },
  limits: "Projects without a PROMPT.md in their folder or one below it. It is always advisory.",
  root(context) {
    const { files } = context.project;
    const prompts = files?.documents.filter(({ path }) => /(?:^|\/)prompt\.md$/i.test(path)) ?? [];
    for (const prompt of files ? prompts : []) {
      reportPrompt(prompt, files, context);
    }
  },
});

function reportPrompt(prompt: ProjectDocument, files: ProjectFiles | undefined, { contract, report }: Context): void {
  const required = LANGUAGES[contract.project?.language ?? ""];
  const languages = required === undefined ? OF_RUNTIME[files?.settings?.runtime ?? ""] : [required];
  const statement = `**Pulumi with ${languages?.[0] ?? "TypeScript"}**`;
  const platforms = openingBold(prompt).filter((bold) => /\bPulumi\b/i.test(bold));
  if (platforms.length === 0) {
    report({
      // A document stops no deployment.
      level: "advisory",
      message: `"${prompt.path}" names no platform in bold in its opening paragraphs. Write "${statement}" there.`,
    });
  } else if (
    !platforms.some((bold) => (languages ?? Object.values(LANGUAGES)).some((language) => names(bold, language)))
  ) {
    report({
      level: "advisory",
      message: `"${prompt.path}" names Pulumi in bold without the language of the program. Write "${statement}".`,
    });
  }
}

/** What is bold in each opening paragraph and in the headings before it, joined by paragraph. */
function openingBold(prompt: ProjectDocument): string[] {
  const blocks = blocksOf(prompt);
  const texts = blocks.filter(({ kind }) => kind === "text");
  const last = texts[OPENING - 1] ?? blocks.at(-1);
  return blocks
    .filter(({ kind, line }) => kind !== "code" && last !== undefined && line <= last.line)
    .map(({ text }) =>
      [...text.matchAll(/\*\*([^*]+)\*\*|__([^_]+)__/g)].map(([, stars, lines]) => stars ?? lines).join(" "),
    );
}

function names(text: string, language: string): boolean {
  const start = text.toLowerCase().indexOf(language.toLowerCase());
  return start !== -1 && !/\w/.test(text[start + language.length] ?? "");
}
