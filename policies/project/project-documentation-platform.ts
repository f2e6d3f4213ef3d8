import { blocksOf, type Block } from "../../project/markdown";
import { isBridged, PLATFORMS, type Platform } from "../../project/platforms";
import { Source } from "../../project/source";
import { defineRule, type Written } from "../rule";

export default defineRule({
  id: "project-documentation-platform",
  category: "project",
  description: "The documents describe a Pulumi project",
  severity: "low",
  level: "advisory",
  failures: ["F24"],
  why:
    "Who follows a README that names another platform runs commands that deploy nothing, or another stack than the one " +
    "that the program describes.",
  fix: {
    typescript: "# README.md\npulumi preview\npulumi up",
    python: "# README.md\npulumi preview\npulumi up",
  },
  limits:
    "Documents other than Markdown, documents and sections about a migration or comparison, and platforms whose parts " +
    "the program deploys, for example through @pulumi/cdk.",
  root({ project: { files }, report }) {
    const documents = files?.documents.filter(({ path }) => !/prompt\.md$/i.test(path) && !isAside(path)) ?? [];
    for (const document of documents) {
      for (const { platform, line, what } of claimsIn(document)) {
        if (files && !isBridged(files, platform)) {
          report({
            message: `${document.path}:${String(line)} ${what}, but the project is written with Pulumi; say so, and give the Pulumi commands.`,
          });
        }
      }
    }
  },
});

/** Words of a text that looks at other platforms, or back at one. */
const ASIDE =
  /\b(?:migrat|import|convert|compar|versus|vs\b|unlike|instead|rather|than\b|alternative|former|previous|legacy|replac|differ|equivalent|why\b|from\b|not\b|no longer|never|without|coming|familiar|similar|history|changelog|decision|adr\b)|n't\b/i;

const isAside = (text: string): boolean => ASIDE.test(text.replace(/[_-]/g, " "));

/** A sentence in which a project says what it is made with. */
const STATEMENT =
  /\b(?:this|the|our)\s+(?:[\w-]+\s+){0,4}(?:project|stack|repository|repo|infrastructure|program|code|solution|implementation|deployment|resources|environment)\b.*\b(?:uses?|using|built|written|defined|deploy(?:s|ed)|managed|provision(?:s|ed)|implemented|created|is an?|with)\b/is;

const LONGEST_SENTENCE = 1_000;

/** What makes a heading below the title speak of the project. */
const TITLE_FOLLOWS = /\b(?:deploy|infrastructure|stack|project|setup|set-up|install|usage|getting started|program)/i;

interface Claim {
  platform: Platform;
  line: number;
  what: string;
}

/** The first place, for each other platform, where a document takes it for the project's. */
function claimsIn(document: Written): Claim[] {
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

function isTitle({ path }: Written, blocks: readonly Block[], block: Block): boolean {
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
    return command === undefined ? codeClaim(block, platform) : `gives the command ${command}`;
  }
  const command = [...text.matchAll(/`([^`\n]+)`/g)]
    .map(([, code = ""]) => commandIn(code, platform))
    .find((found) => found !== undefined);
  if (command !== undefined && !isAside(text)) {
    return `gives the command ${command}`;
  }
  const states = text
    .split(/[.!?]\s|\n[^\S\n]*[-*]\s/)
    .some((sentence) => isOther(sentence) && STATEMENT.test(sentence.slice(0, LONGEST_SENTENCE)));
  return states ? `says that the project is made with ${platform.name}` : undefined;
}

/** The command that a line begins with, without its arguments, in which a password may stand. */
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
