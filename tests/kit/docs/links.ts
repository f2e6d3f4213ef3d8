import { existsSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import { ROOT } from "../command";
import type { Document } from "./documents";

/** Other sites, by the only forms in which they are linked. */
const ELSEWHERE = /^https:\/\/[\w.-]+\.[a-z]{2,}(\/[\w~!$&'()*+,;=:@%./?#-]*)?$/;

/** What is wrong with a document's links, each with its line. Nothing is asked of the network. */
export function linkProblems(document: Document, all: ReadonlyMap<string, Document>): string[] {
  const { path, links } = document;
  return links.flatMap(({ line, href }) => {
    const wrong = problemOf(href, document, all);
    return wrong === undefined ? [] : [`${path}:${String(line)}: ${href} ${wrong}`];
  });
}

function problemOf(href: string, document: Document, all: ReadonlyMap<string, Document>): string | undefined {
  if (/^[a-z][a-z+.-]*:/i.test(href)) {
    return ELSEWHERE.test(href) || /^mailto:[\w.+-]+@[\w.-]+$/.test(href) ? undefined : "is no link to another site";
  }
  const [file = "", anchor] = decodeURIComponent(href).split("#", 2);
  const target = file === "" ? document.path : posix.normalize(posix.join(posix.dirname(document.path), file));
  if (target.startsWith("../") || target.startsWith("/")) {
    return "leads out of the repository";
  }
  const full = join(ROOT, target);
  if (!all.has(target) && !existsSync(full)) {
    return "leads nowhere";
  }
  if (anchor === undefined) {
    return undefined;
  }
  const page =
    all.get(target) ?? (existsSync(full) && statSync(full).isDirectory() ? all.get(`${target}/README.md`) : undefined);
  return page?.anchors.has(anchor) ? undefined : "names no heading there";
}
