// Compiles the pack into dist/. Runs at each install: where there is nothing to compile with, what is there stays.
"use strict";
const { cpSync, existsSync, rmSync } = require("node:fs");
const { join } = require("node:path");

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
if (emitSkipped) {
  console.error("preflight: the compiler wrote nothing.");
  process.exit(1);
}
