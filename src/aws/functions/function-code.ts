import { anyOf, type Certainty } from "../../graph/certainty";
import type { Resource } from "../../graph/resource";
import { Archive, Asset, isUnknownOnWire, UNKNOWN } from "../../graph/value";
import type { Read } from "../../graph/view";

/** The source in which a function's handler is, and the handler's name there. */
export interface HandlerSource {
  language: "javascript" | "python";
  text: string;
  handler: string;
}

type ReadFile = (path: string) => string | undefined;

/**
 * The source of a Node.js or Python function whose code is in the program: inline, a file or a folder. Absent for all
 * other functions (images, code in S3, other languages); unknown where it cannot be read, such as in a zip file, and
 * where a part of it is not known yet.
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
  const module = handlerModule(runtime, handler);
  if (!module) {
    return undefined;
  }
  const text = module.files.map((file) => textIn(code, file, readFile)).find((one) => one !== undefined);
  return text === undefined || isUnknownOnWire(text)
    ? UNKNOWN
    : { language: module.language, handler: module.handler, text };
}

/** The module in a handler's name: the files that it may be, in the order in which the runtime looks for them. */
export interface Module {
  language: HandlerSource["language"];
  files: string[];
  handler: string;
}

/** The module in which a runtime looks for a handler; absent for other languages and names of no such form. */
export function handlerModule(runtime: string, handler: string): Module | undefined {
  return runtime.startsWith("nodejs")
    ? nodeModule(handler)
    : runtime.startsWith("python")
      ? pythonModule(handler)
      : undefined;
}

// "src/index.handler": the first dot after the last slash separates the module from the export.
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

const PACKED = /\.(?:zip|jar|war|tar|tgz|gz)$/i;

/** True when an archive has a file or folder; unknown for packed archives and files outside the program's folder. */
export function isInArchive(archive: Archive, file: string, has: (path: string) => boolean): Certainty {
  const { assets, path } = archive;
  if (assets === undefined) {
    return path === undefined || PACKED.test(path) || !has(path) ? UNKNOWN : has(`${path.replace(/\/$/, "")}/${file}`);
  }
  return anyOf(
    Object.entries(assets).map(([key, member]) => {
      const name = withoutEnds(key);
      const below = name === "" ? "" : `${name}/`;
      if (name === file || name.startsWith(`${file}/`)) {
        return true;
      }
      return member instanceof Archive && file.startsWith(below)
        ? isInArchive(member, file.slice(below.length), has)
        : false;
    }),
  );
}
