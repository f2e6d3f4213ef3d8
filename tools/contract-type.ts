// Writes src/contract/contract.ts, the type of a contract, from its JSON Schema: the type is for people and for those who
// import the package, so it has a sentence at each key and needs no library. `--check` writes nothing and fails where the
// file differs from the schema.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compile, type JSONSchema } from "json-schema-to-typescript";
import { CONTRACT_SCHEMA } from "../src/contract/schema";

const FILE = join(__dirname, "../src/contract/contract.ts");
const BANNER = `// Written by \`npm run api\` from the schema in schema.ts.
/* eslint-disable @typescript-eslint/consistent-indexed-object-style */`;

/** The schema without titles: the compiler would make a type of each. */
function untitled(node: unknown): unknown {
  if (Array.isArray(node) || typeof node !== "object" || node === null) {
    return node;
  }
  const entries = Object.entries(node).filter(([key, value]) => key !== "title" || typeof value !== "string");
  return Object.fromEntries(entries.map(([key, value]) => [key, untitled(value)]));
}

async function main(): Promise<void> {
  const text = await compile(untitled(CONTRACT_SCHEMA) as JSONSchema, "Contract", {
    bannerComment: BANNER,
    additionalProperties: true,
    style: { printWidth: 120 },
  });
  if (!process.argv.includes("--check")) {
    writeFileSync(FILE, text);
  } else if (readFileSync(FILE, "utf8") !== text) {
    console.error("src/contract/contract.ts differs from src/contract/schema.ts: run `npm run api`.");
    process.exitCode = 1;
  }
}

void main();
