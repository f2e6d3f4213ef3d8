import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PROFILES } from "../contract/profiles";
import { CONTRACT_SCHEMA } from "../contract/schema";
import { rules } from "../policies";
import { files, stale } from "../scripts/docs";

it("is what the rules say: docs/rules, docs/contract.md and the table in README.md (else: npm run docs)", () => {
  const readme = readFileSync(join(__dirname, "../README.md"), "utf8");
  const { changed, left } = stale(files({ rules, schema: CONTRACT_SCHEMA, profiles: PROFILES, readme }));
  expect({ changed: changed.map(([path]) => String(path)), left }).toEqual({ changed: [], left: [] });
});
