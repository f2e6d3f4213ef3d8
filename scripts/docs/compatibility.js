// What docs/compatibility.json, which `npm run compat` writes, says in words.
"use strict";
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { table } = require("./markdown");

const read = (root) => JSON.parse(readFileSync(join(root, "docs/compatibility.json"), "utf8"));

/** The versions that were tried, a row for each pair. */
function compatibilityTable(root) {
  const rows = read(root).runs.flatMap(({ node, day, stacks, findings, pairs }) =>
    pairs.map(([policy, pulumi]) => [node, policy, pulumi, `the same ${findings} findings in ${stacks} stacks`, day]),
  );
  return table(["Node.js", "`@pulumi/policy`", "`@pulumi/pulumi`", "Pack and command find", "Tried on"], rows);
}

/** The versions that are supported, in a sentence. */
function supportedVersions(root) {
  const { oldest, runs } = read(root);
  const newest = runs.at(-1).pairs.at(-1);
  const ranges = Object.entries(oldest).map(([name, from], index) => `\`${name}\` ${from} to ${newest[index]}`);
  return `It runs with ${ranges.join(" and ")}: [what was tried](docs/compatibility.md).`;
}

module.exports = { compatibilityTable, supportedVersions };
