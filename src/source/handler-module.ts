import type { SyntaxNode, Tree } from "@lezer/common";
import { anyOf, type Certainty } from "../graph/certainty";
import { handlerModule, isInArchive, type HandlerSource, type Module } from "../aws/functions/function-code";
import { isOlder, parseRuntime } from "../aws/functions/functions";
import { UNKNOWN, type Archive } from "../graph/value";

type Has = (path: string) => boolean;

/** A function's archive, with the handler to look for in it. */
export interface HandlerLocation {
  archive: Archive;
  runtime: string;
  handler: string;
}

/** True when an archive has the module of a handler, unknown where that cannot be seen; absent for other languages. */
export function hasModule({ archive, runtime, handler }: HandlerLocation, has: Has): Certainty | undefined {
  const module = handlerModule(runtime, handler);
  // What is in a layer or above the archive is not in it.
  if (!module || /^\/|^\.\.\/|^$/.test(stemOf(module))) {
    return undefined;
  }
  const found = anyOf(filesOf(module, runtime).map((file) => isInArchive(archive, file, has)));
  // Newer versions of Node.js may run TypeScript as it is.
  const mayRun = (): boolean =>
    !isOlder(parseRuntime(runtime).version, [22]) && hasTypeScript({ archive, runtime, handler }, has);
  return found === false && mayRun() ? UNKNOWN : found;
}

/** True when an archive has the module of a handler in TypeScript. */
export function hasTypeScript({ archive, runtime, handler }: HandlerLocation, has: Has): boolean {
  const module = handlerModule(runtime, handler);
  return (
    module?.language === "javascript" &&
    [".ts", ".mts", ".cts"].some((end) => isInArchive(archive, stemOf(module) + end, has) === true)
  );
}

/** The path of a module without its ending. */
export function stemOf({ files: [first = ""] }: Module): string {
  return first.replace(/\.\w+$/, "");
}

function filesOf(module: Module, runtime: string): string[] {
  const stem = stemOf(module);
  if (module.language === "javascript") {
    return [...module.files, stem, `${stem}.json`, `${stem}.node`, `node_modules/${stem}`, `node_modules/${stem}.js`];
  }
  const tag = `cpython-${parseRuntime(runtime).version.join("")}`;
  const built = ["so", "abi3.so", ...["x86_64", "aarch64"].map((machine) => `${tag}-${machine}-linux-gnu.so`)];
  return [...module.files, stem, `${stem}.pyc`, ...built.map((end) => `${stem}.${end}`)];
}

const DYNAMIC_PYTHON = /\bimport\s*(?:\(\s*)?\*|\b(?:globals|locals|vars|setattr|exec|__getattr__)\b/;
const PLAIN_EXPORTS = [
  /\bexports\s*\.\s*[\w$]+/g,
  /\bexports\s*=\s*\{/g,
  /\bObject\.defineProperty\(exports, ["']__esModule["']/g,
];

/** True when a source cannot export its handler: its name is nowhere in it, and nothing exports names unseen. */
export function lacksHandler({ language, text, handler }: HandlerSource): boolean {
  const [name = ""] = handler.split(".");
  if (!/^[\w$]+$/.test(name) || new RegExp(`(?<![\\w$])${name.replace(/\$/g, "\\$")}(?![\\w$])`).test(text)) {
    return false;
  }
  if (language === "python") {
    return !DYNAMIC_PYTHON.test(text);
  }
  const rest = PLAIN_EXPORTS.reduce((left, pattern) => left.replace(pattern, ""), text);
  return !/\bexports\b|\bexport\s*\*|\.\.\./.test(rest);
}

// Loaded when a function's code is first looked at: most runs never do.
const parse = (text: string): Tree =>
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  (require("@lezer/javascript") as typeof import("@lezer/javascript")).parser.parse(text);

/** Code that runs later, or whose failure is taken care of. */
const LATER =
  /^(?:Function\w+|ArrowFunction|MethodDeclaration|ClassBody|TryStatement|IfStatement|ConditionalExpression)$/;

/** How a JavaScript module loads a package whenever it is loaded itself; absent where it does not, or only later. */
export function loads(text: string, packageName: string): "require" | "import" | undefined {
  const names = (node: SyntaxNode | null | undefined): boolean => {
    const name = node ? text.slice(node.from + 1, node.to - 1) : "";
    return name === packageName || name.startsWith(`${packageName}/`);
  };
  const visit = (node: SyntaxNode): "require" | "import" | undefined => {
    if (LATER.test(node.name)) {
      return undefined;
    }
    if (node.name === "ImportDeclaration") {
      return names(node.getChild("String")) ? "import" : undefined;
    }
    if (node.name === "CallExpression" && text.slice(node.from, node.firstChild?.to) === "require") {
      return names(node.getChild("ArgList")?.getChild("String")) ? "require" : undefined;
    }
    for (let child = node.firstChild; child; child = child.nextSibling) {
      const found = visit(child);
      if (found) {
        return found;
      }
    }
    return undefined;
  };
  return text.includes(packageName) ? visit(parse(text).topNode) : undefined;
}
