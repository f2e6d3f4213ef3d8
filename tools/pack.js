// @ts-check
// What Pulumi starts as the policy pack: the compiled one, or an error that names the command that compiles it.
"use strict";
const { existsSync } = require("node:fs");
const { join } = require("node:path");

const COMPILED = join(__dirname, "../dist/index.js");

if (!existsSync(COMPILED)) {
  const { RunError } = require("@pulumi/pulumi/errors");
  const folder = join(__dirname, "..");
  throw new RunError(
    `the pack in ${folder} is not compiled, as after an install without scripts: run 'npm run build' in that folder`,
  );
}
require(COMPILED);
