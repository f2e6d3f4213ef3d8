import type { ProjectDocument } from "./project-files";

/** A part of a Markdown document on its own. */
export interface Block {
  kind: "heading" | "text" | "code";
  /** Of a heading: 1 to 6. */
  level: number;
  /** Of code: the word after the fence, in lower case. */
  language: string;
  text: string;
  /** The number of its first line, that of the fence for code. */
  line: number;
}

const FENCE = /^ {0,3}(```+|~~~+)[ \t]*([\w+#-]*)/;
const HEADING = /^ {0,3}(#{1,6})[ \t]+(\S.*)$/;
const UNDERLINE = /^ {0,3}(?:=+|--+)[ \t]*$/;

/** The blocks of a document, in order; without comments. */
export function blocksOf({ text }: ProjectDocument): Block[] {
  const blocks: Block[] = [];
  let paragraph: Block | undefined;
  let fence: { mark: string; block: Block } | undefined;
  for (const [index, line] of withoutComments(text).split(/\r?\n/).entries()) {
    const number = index + 1;
    const opening = FENCE.exec(line);
    const heading = HEADING.exec(line);
    if (fence) {
      if (opening?.[1]?.startsWith(fence.mark) && opening[2] === "") {
        fence = undefined;
      } else {
        fence.block.text += `${line}\n`;
      }
    } else if (opening?.[1]) {
      const block: Block = {
        kind: "code",
        level: 0,
        language: (opening[2] ?? "").toLowerCase(),
        text: "",
        line: number,
      };
      blocks.push(block);
      fence = { mark: opening[1], block };
      paragraph = undefined;
    } else if (heading?.[1] && heading[2] !== undefined) {
      blocks.push({ kind: "heading", level: heading[1].length, language: "", text: heading[2], line: number });
      paragraph = undefined;
    } else if (line.trim() === "") {
      paragraph = undefined;
    } else if (paragraph && UNDERLINE.test(line)) {
      paragraph.kind = "heading";
      paragraph.level = line.includes("=") ? 1 : 2;
      paragraph = undefined;
    } else if (paragraph) {
      paragraph.text += `\n${line}`;
    } else {
      paragraph = { kind: "text", level: 0, language: "", text: line, line: number };
      blocks.push(paragraph);
    }
  }
  return blocks;
}

/** The text with its comments blank, line for line. */
function withoutComments(text: string): string {
  let clean = "";
  let at = 0;
  for (let start = text.indexOf("<!--"); start !== -1; start = text.indexOf("<!--", at)) {
    const end = text.indexOf("-->", start);
    if (end === -1) {
      break;
    }
    clean += text.slice(at, start) + text.slice(start, end + 3).replace(/[^\n]/g, "");
    at = end + 3;
  }
  return clean + text.slice(at);
}
