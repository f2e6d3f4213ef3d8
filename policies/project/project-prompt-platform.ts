import { blocksOf } from "../../project/markdown";
import { defineRule, type Context, type ProjectFiles, type Written } from "../rule";

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
  description: "PROMPT.md says in bold which platform and language it is about",
  severity: "low",
  level: "advisory",
  failures: ["F25"],
  why:
    "Whoever works from PROMPT.md, person or model, has to choose a platform and a language. A bold statement in its " +
    "opening paragraphs leaves no choice open.",
  fix: {
    typescript: "// PROMPT.md: Create the infrastructure in **Pulumi with TypeScript**.",
    python: "# PROMPT.md: Create the infrastructure in **Pulumi with Python**.",
    yaml: "# PROMPT.md: Create the infrastructure in **Pulumi with YAML**.",
  },
  limits: "Projects without a PROMPT.md in their folder or one below it.",
  root(context) {
    const { files } = context.project;
    const prompts = files?.documents.filter(({ path }) => /(?:^|\/)prompt\.md$/i.test(path)) ?? [];
    for (const prompt of files ? prompts : []) {
      reportPrompt(prompt, files, context);
    }
  },
});

function reportPrompt(prompt: Written, files: ProjectFiles | undefined, { contract, report }: Context): void {
  const asked = LANGUAGES[contract.project?.language ?? ""];
  const languages = asked === undefined ? OF_RUNTIME[files?.settings?.runtime ?? ""] : [asked];
  const wanted = `**Pulumi with ${languages?.[0] ?? "TypeScript"}**`;
  const platforms = openingBold(prompt).filter((bold) => /\bPulumi\b/i.test(bold));
  if (platforms.length === 0) {
    report({
      message: `${prompt.path} does not say in bold, in its opening paragraphs, what it is written for; begin it with ${wanted}.`,
    });
  } else if (
    !platforms.some((bold) => (languages ?? Object.values(LANGUAGES)).some((language) => names(bold, language)))
  ) {
    report({
      message: `${prompt.path} names Pulumi in bold, but not with the language of the program; write ${wanted}.`,
    });
  }
}

/** The bold texts of each opening paragraph and of the headings before it, those of a paragraph together. */
function openingBold(prompt: Written): string[] {
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
