// Lets `require` load the tests' kit, its TypeScript before the JSON of the same name.
"use strict";
const { readFileSync } = require("node:fs");
const ts = require("typescript");

const json = require.extensions[".json"];
const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true };
delete require.extensions[".json"];
require.extensions[".ts"] = (module, fileName) => {
  const { outputText } = ts.transpileModule(readFileSync(fileName, "utf8"), { fileName, compilerOptions });
  module._compile(outputText, fileName);
};
require.extensions[".json"] = json;
