// @ts-check
// Runs the command in a checkout. Where an install without scripts (`npm ci --ignore-scripts`) has not compiled it, this
// does it first.
"use strict";
const { existsSync } = require("node:fs");
const { join } = require("node:path");

const COMMAND = join(__dirname, "../dist/src/cli/main.js");

if (!existsSync(COMMAND)) {
  require("./build");
}
if (existsSync(COMMAND)) {
  require(COMMAND);
} else {
  process.exitCode = 2;
}
