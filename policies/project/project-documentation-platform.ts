import { blocksOf, type Block } from "../../src/source/markdown";
import { isBridged, PLATFORMS, type Platform } from "../../src/source/platforms";
import { Source } from "../../src/source/source";
import { defineRule } from "../../src/rules/rule";
import type { ProjectDocument } from "../../src/source/project-files";

export default defineRule({
  id: "project-documentation-platform",
  category: "project",
  description: "Documentation must describe a Pulumi project",
  severity: "low",
  level: "only-if-required",
  contractKeys: ["project.runtime", "project.language"],
  failures: ["F24"],
  why:
    "Anyone who follows a README about another platform runs commands that deploy nothing, or a stack other than the " +
    "one that the program describes.",
  fix: {
    typescript: `# README.md
pulumi preview
pulumi up`,
    python: `# README.md
pulumi preview
pulumi up`,
  },
  limits:
    "Documents other than Markdown, documents and sections about a migration or comparison, and platforms whose parts " +
    "the program deploys, for example through @pulumi/cdk. It is always advisory.",
  root({ project: { files }, report }) {
    const documents = files?.documents.filter(({ path }) => !/prompt\.md$/i.test(path) && !isAside(path)) ?? [];
    for (const document of documents) {
      for (const { platform, line, what } of claimsIn(document)) {
        if (files && !isBridged(files, platform)) {
          report({
            // A document stops no deployment.
            level: "advisory",
            message:
              `${document.path}:${String(line)} ${what}, but the project is written with Pulumi. ` +
              "Describe it as a Pulumi project, with Pulumi's commands.",
          });
        }
      }
    }
  },
});

/** Words of a passage that compares platforms, or recalls an earlier one. */
const ASIDE =
  /\b(?:migrat|import|convert|compar|versus|vs\b|unlike|instead|rather|than\b|alternative|former|previous|legacy|replac|differ|equivalent|why\b|from\b|not\b|no longer|never|without|coming|familiar|similar|history|changelog|decision|adr\b)|n't\b/i;

const isAside = (text: string): boolean => ASIDE.test(text.replace(/[_-]/g, " "));

/** A sentence that states what a project is written with. */
const STATEMENT =
  /\b(?:this|the|our)\s+(?:[\w-]+\s+){0,4}(?:project|stack|repository|repo|infrastructure|program|code|solution|implementation|deployment|resources|environment)\b.*\b(?:uses?|using|built|written|defined|deploy(?:s|ed)|managed|provision(?:s|ed)|implemented|created|is an?|with)\b/is;

const LONGEST_SENTENCE = 1_000;

/** Words that make a heading below the title about the project. */
const TITLE_FOLLOWS = /\b(?:deploy|infrastructure|stack|project|setup|set-up|install|usage|getting started|program)/i;

interface Claim {
  platform: Platform;
  line: number;
  what: string;
}

/** For each other platform the first line where a document takes it for the project's. */
function claimsIn(document: ProjectDocument): Claim[] {
  const found = new Map<string, Claim>();
  const blocks = blocksOf(document);
  let heading = "";
  blocks.forEach((block, index) => {
    heading = block.kind === "heading" ? block.text : heading;
    const before = blocks[index - 1];
    const context = block.kind === "code" && before?.kind === "text" ? `${heading} ${before.text}` : heading;
    if (isAside(context)) {
      return;
    }
    for (const platform of PLATFORMS) {
      const claim = found.has(platform.name) ? undefined : claimOf(block, platform, isTitle(document, blocks, block));
      if (claim !== undefined) {
        found.set(platform.name, { platform, line: block.line, what: claim });
      }
    }
  });
  return [...found.values()];
}

function isTitle({ path }: ProjectDocument, blocks: readonly Block[], block: Block): boolean {
  return /readme/i.test(path) && block === blocks.find(({ kind }) => kind === "heading");
}

function claimOf(block: Block, platform: Platform, title: boolean): string | undefined {
  const { kind, text } = block;
  const isOther = (part: string): boolean => platform.mention.test(part) && !/\bPulumi\b/i.test(part) && !isAside(part);
  if (kind === "heading") {
    return isOther(text) && (title || TITLE_FOLLOWS.test(text)) ? `has the heading "${shortened(text)}"` : undefined;
  }
  if (kind === "code") {
    const command = text
      .split("\n")
      .map((line) => commandIn(line, platform))
      .find((found) => found !== undefined);
    return command === undefined ? codeClaim(block, platform) : `gives the command "${command}"`;
  }
  const command = [...text.matchAll(/`([^`\n]+)`/g)]
    .map(([, code = ""]) => commandIn(code, platform))
    .find((found) => found !== undefined);
  if (command !== undefined && !isAside(text)) {
    return `gives the command "${command}"`;
  }
  const states = text
    .split(/[.!?]\s|\n[^\S\n]*[-*]\s/)
    .some((sentence) => isOther(sentence) && STATEMENT.test(sentence.slice(0, LONGEST_SENTENCE)));
  return states ? `states that the project is written with ${platform.name}` : undefined;
}

/** The command that a line begins with, without its arguments, which may contain a password. */
const commandIn = (line: string, platform: Platform): string | undefined =>
  platform.command.exec(line.trim().replace(/^[$>]\s*/, ""))?.[0];

function codeClaim({ language, text }: Block, { name, module }: Platform): string | undefined {
  const ending = { ts: "ts", typescript: "ts", js: "js", javascript: "js", py: "py", python: "py" }[language];
  const isExample =
    name === "Terraform"
      ? /^(?:hcl|terraform|tf)$/.test(language) && /^[ \t]*(?:resource|provider|module)\s+"/m.test(text)
      : ending !== undefined && new Source(`example.${ending}`, text).imports.some((one) => module?.test(one.module));
  return isExample ? `shows code for ${name}` : undefined;
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);
