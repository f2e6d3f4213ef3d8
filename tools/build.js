// @ts-check
// Compiles the pack into dist/. npm runs it at each install, also where the package is installed without development
// dependencies: where there is nothing to compile, or nothing to compile with, it leaves dist/ as it is.
"use strict";
const { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } = require("node:fs");
const { dirname, join, resolve } = require("node:path");
const { makeRulesLazy } = require("./lazy-rules");
const { compileSchemaCheck } = require("./schema-check");

const ROOT = join(__dirname, "..");
const DIST = join(ROOT, "dist");
const CONFIG = join(ROOT, "tsconfig.build.json");

/** What is not compiled and read at run time: the tables, when a rule first needs them, and parts of reports. */
const DATA = ["src/aws/data", "src/report/schema.json", "src/report/html/assets", "src/testing/aws-schema.json"];

/** @returns {typeof import("typescript") | undefined} the compiler, where it is installed */
function compiler() {
  try {
    return require("typescript");
  } catch {
    return undefined;
  }
}

/**
 * Removes the types that nothing leads to from the package's entries: types are for those who import the package.
 * @param {typeof import("typescript")} ts
 * @param {readonly string[]} entries
 */
function keepTypesOf(ts, entries) {
  /** @type {Set<string>} */
  const reached = new Set();
  const waiting = entries.map((entry) => join(DIST, entry));
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file) || !existsSync(file)) {
      continue;
    }
    reached.add(file);
    const { importedFiles } = ts.preProcessFile(readFileSync(file, "utf8"));
    for (const { fileName } of importedFiles.filter((one) => one.fileName.startsWith("."))) {
      const path = resolve(file, "..", fileName);
      waiting.push(`${path}.d.ts`, join(path, "index.d.ts"));
    }
  }
  readdirSync(DIST, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".d.ts"))
    .map((path) => join(DIST, path))
    .filter((path) => !reached.has(path))
    .forEach((path) => {
      rmSync(path);
    });
}

/** Writes the schema of preflight.yaml, with which editors complete it. */
function writeSchema() {
  const { publishedSchema } = require(join(DIST, "src/rules/configuration-schema.js"));
  const { rules } = require(join(DIST, "policies/index.js"));
  const ids = rules.map(/** @param {{ id: string }} rule */ ({ id }) => id);
  writeFileSync(join(DIST, "preflight.schema.json"), `${JSON.stringify(publishedSchema(ids), undefined, 2)}\n`);
}

/** The properties of a constraint with what AWS accepts, and what not. */
const CASES = new Set(["accepts", "rejects"]);

/**
 * Leaves out the cases of the constraints, which only tests read.
 * @param {typeof import("typescript")} ts
 * @returns {import("typescript").TransformerFactory<import("typescript").SourceFile>}
 */
function leaveOutCases(ts) {
  return (context) => {
    /** @type {import("typescript").Visitor} */
    const visit = (node) =>
      ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && CASES.has(node.name.text)
        ? undefined
        : ts.visitEachChild(node, visit, context);
    return (file) => (file.fileName.includes("/src/constraints/") ? ts.visitEachChild(file, visit, context) : file);
  };
}

/**
 * Writes characters beyond Latin-1 as escapes: V8 keeps a source that has one of them in twice as many bytes.
 * @param {string} path
 * @param {string} text
 */
function writeCompiled(path, text) {
  const escaped = (/** @type {string} */ character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, path.endsWith(".js") ? text.replaceAll(/[^\0-\xff]/g, escaped) : text);
}

/**
 * Types are checked by `npm run check`; this compiles what it can.
 * @param {typeof import("typescript")} ts
 * @returns {boolean} whether anything was written
 */
function build(ts) {
  const { config, error } = ts.readConfigFile(CONFIG, ts.sys.readFile);
  if (error) {
    throw new Error(ts.flattenDiagnosticMessageText(error.messageText, "\n"));
  }
  rmSync(DIST, { recursive: true, force: true });
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const program = ts.createProgram(fileNames, options);
  const { emitSkipped } = program.emit(undefined, writeCompiled, undefined, false, { before: [leaveOutCases(ts)] });
  for (const path of DATA) {
    cpSync(join(ROOT, path), join(DIST, path), { recursive: true, filter: (file) => !file.endsWith(".ts") });
  }
  makeRulesLazy(DIST);
  writeSchema();
  compileSchemaCheck(DIST);
  keepTypesOf(ts, ["src/library.d.ts", "src/testing/index.d.ts"]);
  return !emitSkipped;
}

/** @returns {string | undefined} what went wrong, in one line */
function problem() {
  const ts = compiler();
  if (ts === undefined) {
    return existsSync(join(DIST, "index.js"))
      ? undefined
      : "not compiled, since typescript is not installed: run `npm ci` with development dependencies.";
  }
  return build(ts) ? undefined : "the compiler wrote nothing.";
}

if (existsSync(CONFIG)) {
  const message = problem();
  if (message !== undefined) {
    console.error(`preflight: ${message}`);
    process.exitCode = compiler() === undefined ? 0 : 1;
  }
}
