// @ts-check
// Writes the code that ajv makes of the contract's schema in place of the compiled module that makes it at run time.
"use strict";
const { writeFileSync } = require("node:fs");
const { join } = require("node:path");

/** @param {string} dist the folder of the compiled pack */
function compileSchemaCheck(dist) {
  const file = join(dist, "src/contract/schema-check.js");
  /** @type {{ compiler: import("ajv").Ajv, check: import("ajv").ValidateFunction }} */
  const { compiler, check } = require(file);
  /** @type {{ default: typeof import("ajv/dist/standalone").default }} */
  const { default: standaloneCode } = require("ajv/dist/standalone");
  writeFileSync(file, `${standaloneCode(compiler, check)}\nmodule.exports = { check: module.exports };\n`);
}

module.exports = { compileSchemaCheck };
