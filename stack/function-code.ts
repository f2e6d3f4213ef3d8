import type { Resource } from "./resource";
import { Archive, Asset, UNKNOWN } from "./value";
import type { Read } from "./view";

/** The source in which a function's handler is, and the handler's name there. */
export interface HandlerSource {
  language: "javascript" | "python";
  text: string;
  handler: string;
}

type ReadFile = (path: string) => string | undefined;

/**
 * The source of a Node.js or Python function whose code is in the program: inline, a file or a folder. Absent for all
 * other functions (images, code in S3, other languages); unknown where it is not to be read, such as a zip file.
 */
export function handlerSource(fn: Resource, readFile: ReadFile): Read<HandlerSource> {
  const code = fn.at("code").value;
  const runtime = fn.str("runtime");
  const handler = fn.str("handler");
  if (code === undefined || runtime === undefined || handler === undefined) {
    return undefined;
  }
  if (!(code instanceof Archive) || runtime === UNKNOWN || handler === UNKNOWN) {
    return UNKNOWN;
  }
  const place = runtime.startsWith("nodejs")
    ? nodeModule(handler)
    : runtime.startsWith("python")
      ? pythonModule(handler)
      : undefined;
  if (!place) {
    return undefined;
  }
  for (const file of place.files) {
    const text = textIn(code, file, readFile);
    if (text !== undefined) {
      return { language: place.language, handler: place.handler, text };
    }
  }
  return UNKNOWN;
}

interface Module {
  language: HandlerSource["language"];
  files: string[];
  handler: string;
}

// "src/index.handler": the first dot after the last slash parts the module from the export.
function nodeModule(handler: string): Module | undefined {
  const dot = handler.indexOf(".", handler.lastIndexOf("/") + 1);
  const path = handler.slice(0, dot);
  return dot < 0
    ? undefined
    : {
        language: "javascript",
        files: [".js", ".mjs", ".cjs"].map((end) => path + end),
        handler: handler.slice(dot + 1),
      };
}

// "package.module.handler" or "package/module.handler".
function pythonModule(handler: string): Module | undefined {
  const dot = handler.lastIndexOf(".");
  return dot < 0
    ? undefined
    : {
        language: "python",
        files: [`${handler.slice(0, dot).replace(/\./g, "/")}.py`],
        handler: handler.slice(dot + 1),
      };
}

const withoutEnds = (path: string): string => path.replace(/^(?:\.\/)+|\/$/g, "").replace(/^\.$/, "");

function textIn(archive: Archive, file: string, readFile: ReadFile): string | undefined {
  if (archive.assets === undefined) {
    return archive.path ? readFile(`${archive.path.replace(/\/$/, "")}/${file}`) : undefined;
  }
  for (const [key, member] of Object.entries(archive.assets)) {
    const name = withoutEnds(key);
    const below = name === "" ? "" : `${name}/`;
    if (member instanceof Asset && name === file) {
      return member.path ? readFile(member.path) : member.text;
    }
    const inner =
      member instanceof Archive && file.startsWith(below)
        ? textIn(member, file.slice(below.length), readFile)
        : undefined;
    if (inner !== undefined) {
      return inner;
    }
  }
  return undefined;
}
