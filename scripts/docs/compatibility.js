// What docs/compatibility.json, which `npm run compat` writes, says in words.
"use strict";
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { table } = require("./markdown");

const read = (root) => JSON.parse(readFileSync(join(root, "docs/compatibility.json"), "utf8"));

/** The versions that were tried, a row for each pair. */
function compatibilityTable(root) {
  const rows = read(root).runs.flatMap(({ node, day, stacks, findings, tried }) =>
    tried.map(({ policy, pulumi }) => [node, policy, pulumi, `the same ${findings} findings in ${stacks} stacks`, day]),
  );
  return table(["Node.js", "`@pulumi/policy`", "`@pulumi/pulumi`", "Pack and command find", "Tried on"], rows);
}

/** The versions that are supported, in a sentence. */
function supportedVersions(root) {
  const { oldest, runs } = read(root);
  const { policy, pulumi } = runs.at(-1).tried.at(-1);
  return (
    `It runs with \`@pulumi/policy\` ${oldest["@pulumi/policy"]} to ${policy} and \`@pulumi/pulumi\` ` +
    `${oldest["@pulumi/pulumi"]} to ${pulumi}: [what was tried](docs/compatibility.md).`
  );
}

module.exports = { compatibilityTable, supportedVersions };
