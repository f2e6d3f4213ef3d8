// Packs the package as npm publishes it.
"use strict";
const { execFileSync } = require("node:child_process");
const { join } = require("node:path");

/** @returns the path of the tarball, which lies in the folder */
exports.tarballIn = (folder) => {
  const args = ["pack", "--loglevel=error", "--pack-destination", folder];
  return join(folder, execFileSync("npm", args, { cwd: join(__dirname, ".."), encoding: "utf8" }).trim());
};
