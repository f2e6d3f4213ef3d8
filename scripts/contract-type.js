// Writes contract/contract.ts, the type of a contract, from its JSON Schema: the type is for people and for those who
// import the package, so it has a sentence at each key and needs no library. `--check` writes nothing and fails where the
// file is not what the schema says.
"use strict";
const { readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { compile } = require("json-schema-to-typescript");

const FILE = join(__dirname, "..", "contract", "contract.ts");
const BANNER = `// Written by \`npm run api\` from the schema in schema.ts.
/* eslint-disable @typescript-eslint/consistent-indexed-object-style */`;

/** The schema without titles, of which the compiler would make a type each. */
function untitled(node) {
  if (Array.isArray(node) || typeof node !== "object" || node === null) {
    return node;
  }
  const entries = Object.entries(node).filter(([key, value]) => key !== "title" || typeof value !== "string");
  return Object.fromEntries(entries.map(([key, value]) => [key, untitled(value)]));
}

/** The text of contract/contract.ts for this schema. */
function contractType(schema) {
  return compile(untitled(schema), "Contract", {
    bannerComment: BANNER,
    additionalProperties: true,
    style: { printWidth: 120 },
  });
}

contractType(require("../dist/contract/schema").CONTRACT_SCHEMA).then((text) => {
  if (!process.argv.includes("--check")) {
    writeFileSync(FILE, text);
  } else if (readFileSync(FILE, "utf8") !== text) {
    console.error("contract/contract.ts is not what contract/schema.ts says: run `npm run api`.");
    process.exitCode = 1;
  }
});
