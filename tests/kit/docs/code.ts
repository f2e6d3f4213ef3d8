import { spawnSync } from "node:child_process";
import { join } from "node:path";
import ts from "typescript";
import { parseAllDocuments } from "yaml";
import { ROOT } from "../command";
import { venvPython } from "../examples";

const flat = ({ messageText }: ts.Diagnostic): string => ts.flattenDiagnosticMessageText(messageText, " ");

/** The ways in which a piece of TypeScript can stand alone: statements, the insides of an object, an element. */
const FRAMES: readonly ((code: string) => string)[] = [
  (code) => code,
  (code) => `({\n${code}\n});`,
  (code) => `[\n${code}\n];`,
];

/** A piece of TypeScript that could be read, or what the parser says. */
export interface ReadTypeScript {
  source: ts.SourceFile;
  errors: string[];
}

function readFramed(code: string): ReadTypeScript {
  const { diagnostics = [] } = ts.transpileModule(code, { reportDiagnostics: true, fileName: "piece.ts" });
  return {
    source: ts.createSourceFile("piece.ts", code, ts.ScriptTarget.ES2022, true),
    errors: diagnostics.map(flat),
  };
}

function readPiece(code: string): ReadTypeScript {
  for (const frame of FRAMES) {
    const read = readFramed(frame(code));
    // `timeout: 60` can be read as a label before a statement too.
    if (read.errors.length === 0 && !read.source.statements.some(ts.isLabeledStatement)) {
      return read;
    }
  }
  return readFramed(code);
}

/** Reads a piece of TypeScript that stands alone; lines of comment may stand between its parts. */
export function readTypeScript(code: string): ReadTypeScript[] {
  const parts = code.split(/^\/\/.*\n?/m).filter((part) => part.trim() !== "");
  const apart = parts.map(readPiece);
  return apart.every(({ errors }) => errors.length === 0) ? apart : [readPiece(code)];
}

/** By the names that users import: the types that the package has. */
const PACKAGE = {
  "pulumi-preflight-aws": [join(ROOT, "dist/src/library.d.ts")],
  "pulumi-preflight-aws/testing": [join(ROOT, "dist/src/testing/index.d.ts")],
};

/** What the compiler says to whole files, by path below the repository; they may import each other and the project. */
export function compileProblems(files: ReadonlyMap<string, string>): string[] {
  const { config } = ts.readConfigFile(join(ROOT, "tests/tsconfig.json"), (path) => ts.sys.readFile(path)) as {
    config: unknown;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, join(ROOT, "tests"));
  const texts = new Map([...files].map(([path, text]) => [join(ROOT, path), text]));
  const host = ts.createCompilerHost(options);
  const withTexts: ts.CompilerHost = {
    ...host,
    readFile: (path) => texts.get(path) ?? host.readFile(path),
    fileExists: (path) => texts.has(path) || host.fileExists(path),
    getSourceFile: (path, ...rest) => {
      const text = texts.get(path);
      return text === undefined
        ? host.getSourceFile(path, ...rest)
        : ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
    },
  };
  const program = ts.createProgram([...texts.keys()], { ...options, noEmit: true, paths: PACKAGE }, withTexts);
  return [...texts.keys()].flatMap((path) => {
    const source = program.getSourceFile(path);
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return found.map((diagnostic) => {
      const line = diagnostic.file?.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line ?? 0;
      return `${path.slice(ROOT.length + 1)}:${String(line + 1)}: ${flat(diagnostic)}`;
    });
  });
}

/** The Python that the tests use, where there is one. */
export const python = [venvPython, "python3"].find(
  (path) => path !== undefined && spawnSync(path, ["--version"]).status === 0,
);

const READ_PYTHON = `
import ast, json, re, sys
FRAMES = ["%s", "f(\\n%s\\n)", "{\\n%s\\n}"]

def problem(code):
    first = None
    for frame in FRAMES:
        try:
            ast.parse(frame % code)
            return None
        except SyntaxError as error:
            first = first or f"{error.msg}, line {error.lineno}"
    return first

def problems(code):
    parts = [part for part in re.split(r"(?m)^#.*\\n?", code) if part.strip()]
    whole = problem(code)
    return None if whole is None or (len(parts) > 1 and not any(map(problem, parts))) else whole

print(json.dumps([problems(code) for code in json.load(sys.stdin)]))
`;

/** What Python says to pieces of code, one for each; null where it can be read: statements, arguments or entries. */
export function pythonProblems(pieces: readonly string[]): (string | null)[] {
  const { stdout, stderr } = spawnSync(python ?? "", ["-c", READ_PYTHON], {
    input: JSON.stringify(pieces),
    encoding: "utf8",
  });
  if (stderr !== "") {
    throw new Error(stderr);
  }
  return JSON.parse(stdout) as (string | null)[];
}

export function yamlProblem(text: string): string | undefined {
  return parseAllDocuments(text).flatMap(({ errors, warnings }) => [...errors, ...warnings])[0]?.message;
}

export function jsonProblem(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
