import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import GithubSlugger from "github-slugger";
import MarkdownIt from "markdown-it";
import { ROOT } from "../command";

export interface Link {
  /** The line in the document, from 1. */
  line: number;
  href: string;
}

/** A block of code. */
export interface Block {
  line: number;
  language: string;
  code: string;
  /** The file that a reader writes it to: `<!-- file: infra/index.ts -->` before it. */
  file?: string;
}

/** What a reader does not see but the check does first: `<!-- before: cp -r … -->`. */
export interface Hidden {
  line: number;
  command: string;
}

/** A Markdown file, as far as it is checked. */
export interface Document {
  /** Relative to the repository, with slashes. */
  path: string;
  anchors: ReadonlySet<string>;
  links: Link[];
  /** In the order of the document. */
  steps: (Block | Hidden)[];
  /** Code within a text. */
  spans: { line: number; text: string }[];
}

const parser = new MarkdownIt({ html: true });
const COMMENT = /^<!-- (file|before): (.+?) -->$/;
const ID = /<a (?:id|name)="([^"]+)"/g;

export const isBlock = (step: Block | Hidden): step is Block => "code" in step;

/** Reads one document. */
export function readDocument(path: string, text: string): Document {
  const anchors = new Set<string>();
  const slugger = new GithubSlugger();
  const document: Document = { path, anchors, links: [], steps: [], spans: [] };
  let file: string | undefined;
  let isHeading = false;
  let line = 0;
  for (const token of parser.parse(text, {})) {
    line = token.map ? token.map[0] + 1 : line;
    switch (token.type) {
      case "heading_open":
        isHeading = true;
        break;
      case "heading_close":
        isHeading = false;
        break;
      case "html_block": {
        const [, kind, value = ""] = COMMENT.exec(token.content.trim()) ?? [];
        if (kind === "before") {
          document.steps.push({ line, command: value });
        }
        file = kind === "file" ? value : undefined;
        break;
      }
      case "fence":
        document.steps.push({ line, language: token.info.trim(), code: token.content, ...(file && { file }) });
        file = undefined;
        break;
      case "code_block":
        document.steps.push({ line, language: "", code: token.content });
        break;
      case "inline":
        readInline(document, token.children ?? [], line);
        if (isHeading) {
          const parts = (token.children ?? []).filter(({ type }) => type === "text" || type === "code_inline");
          anchors.add(slugger.slug(parts.map(({ content }) => content).join("")));
        }
        break;
    }
    for (const [, id = ""] of token.content.matchAll(ID)) {
      anchors.add(id);
    }
  }
  return document;
}

function readInline({ links, spans }: Document, children: readonly MarkdownIt.Token[], first: number): void {
  let line = first;
  for (const child of children) {
    if (child.type === "softbreak" || child.type === "hardbreak") {
      line++;
    } else if (child.type === "link_open") {
      links.push({ line, href: child.attrGet("href") ?? "" });
    } else if (child.type === "image") {
      links.push({ line, href: child.attrGet("src") ?? "" });
    } else if (child.type === "code_inline") {
      // A span may be broken over lines, which its text does not tell any more.
      spans.push({ line, text: child.content.replaceAll("\n", " ") });
    }
  }
}

function markdownBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    // The reports of the API are written by API Extractor, in a form of its own.
    const isReports = path === "docs/api";
    return entry.isDirectory() && !isReports ? markdownBelow(path) : entry.name.endsWith(".md") ? [path] : [];
  });
}

/** The project's documents: those in its folder, docs/ and .github/. Programs' own documents belong to the examples. */
export function documents(): Document[] {
  const top = readdirSync(ROOT).filter((name) => name.endsWith(".md"));
  const below = ["docs", ".github"].filter((folder) => existsSync(join(ROOT, folder))).flatMap(markdownBelow);
  return [...top, ...below].sort().map((path) => readDocument(path, readFileSync(join(ROOT, path), "utf8")));
}
