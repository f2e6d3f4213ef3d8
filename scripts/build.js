// Compiles the pack into dist/. Runs at each install: where there is nothing to compile with, what is there stays.
"use strict";
const { cpSync, existsSync, readFileSync, readdirSync, rmSync } = require("node:fs");
const { join, resolve } = require("node:path");

const root = join(__dirname, "..");

function load(name) {
  try {
    return require(name);
  } catch {
    return undefined;
  }
}

const ts = load("typescript");
if (!existsSync(join(root, "tsconfig.build.json"))) {
  process.exit(0);
}
if (!ts) {
  if (!existsSync(join(root, "dist", "index.js"))) {
    console.error(
      "preflight: not compiled, since typescript is not installed; run `npm ci` with development dependencies.",
    );
  }
  process.exit(0);
}

/** Types are for those who import the package: what nothing of it leads to is taken away. */
function keepTypesOf(entries) {
  const dist = join(root, "dist");
  const reached = new Set();
  const waiting = entries.map((entry) => join(dist, entry));
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
  const emitted = readdirSync(dist, { recursive: true }).filter((path) => path.endsWith(".d.ts"));
  emitted
    .map((path) => join(dist, path))
    .filter((path) => !reached.has(path))
    .forEach((path) => rmSync(path));
}

const { config, error } = ts.readConfigFile(join(root, "tsconfig.build.json"), ts.sys.readFile);
if (error) {
  throw new Error(ts.flattenDiagnosticMessageText(error.messageText, "\n"));
}
rmSync(join(root, "dist"), { recursive: true, force: true });
const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
const program = ts.createProgram(fileNames, options);
// Types are checked by `npm run check`; an install compiles what it can, also without development dependencies.
const { emitSkipped } = program.emit();
// The tables are read at run time, when a rule first needs them.
const isTable = (path) => !/\.ts$/.test(path);
cpSync(join(root, "facts"), join(root, "dist", "facts"), { recursive: true, filter: isTable });
cpSync(join(root, "report", "schema.json"), join(root, "dist", "report", "schema.json"));
// What the HTML report puts into its page is read when it is written.
cpSync(join(root, "report", "html", "assets"), join(root, "dist", "report", "html", "assets"), { recursive: true });
cpSync(join(root, "testing", "aws-schema.json"), join(root, "dist", "testing", "aws-schema.json"));
keepTypesOf(["library.d.ts", "testing/index.d.ts"]);
if (emitSkipped) {
  console.error("preflight: the compiler wrote nothing.");
  process.exit(1);
}
