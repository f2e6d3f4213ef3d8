// Writes a page for each rule under docs/rules/, their index, a page for each service under docs/constraints/, docs/coverage.md, docs/failures.md, and the generated parts
// of README.md and docs/, from the rules and the contract. `--check` writes nothing and fails where a file is out of date.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rules as allRules } from "../policies";
import type { Contract } from "../src/contract/contract";
import { PROFILES } from "../src/contract/profiles";
import { CONTRACT_SCHEMA } from "../src/contract/schema";
import type { Rule } from "../src/rules/rule";
import { compatibilityTable, supportedVersions } from "./docs/compatibility";
import { keys, profiles as profileParts, type DocumentedNode } from "./docs/contract";
import { constraintPages } from "./docs/constraint-pages";
import { coveragePage, failuresPage } from "./docs/coverage";
import { frameworkCounts, frameworkPages } from "./docs/framework-page";
import { fileBlock, filled, type Parts } from "./docs/generated";
import { qualityFigures } from "./docs/quality";
import { rulePage } from "./docs/rule-page";
import { categoryTable, rulesIndex } from "./docs/rules-index";

const ROOT = join(__dirname, "..");

/** The folders whose pages are all generated. */
const GENERATED = ["docs/rules/", "docs/constraints/", "docs/frameworks/"];

/** The pages that are generated as a whole, besides those in these folders. */
const WHOLE: ReadonlySet<string> = new Set(["docs/coverage.md", "docs/failures.md"]);

interface Sources {
  rules: readonly Rule[];
  schema: DocumentedNode;
  profiles: Readonly<Record<string, Contract>>;
}

/** The hand-written Markdown files that may have generated parts, by their path below the root. */
function handWritten(root: string): string[] {
  const below = (folder: string): string[] =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? below(path) : entry.name.endsWith(".md") ? [path] : [];
    });
  const docs = below("docs").filter((path) => !GENERATED.some((folder) => path.startsWith(folder)) && !WHOLE.has(path));
  const top = readdirSync(root).filter((name) => name.endsWith(".md"));
  return [...top, ...docs];
}

/** Every generated file by its path below the root. */
export function files({ rules, schema, profiles }: Sources, root = ROOT): Map<string, string> {
  const parts: Parts = {
    categories: () => categoryTable(rules),
    frameworks: () => frameworkCounts("docs/frameworks/"),
    "contract-keys": () => keys(schema),
    profiles: () => profileParts(profiles),
    file: (path) => fileBlock(root, path),
    "compatibility-table": () => compatibilityTable(root),
    "supported-versions": () => supportedVersions(root),
    "quality-figures": () => qualityFigures(root),
  };
  return new Map([
    ...rules.map((rule): [string, string] => [`docs/rules/${rule.id}.md`, rulePage(rule, schema)]),
    ["docs/coverage.md", coveragePage(rules)],
    ["docs/failures.md", failuresPage(rules)],
    ["docs/rules/README.md", rulesIndex(rules)],
    ...frameworkPages(rules),
    ...constraintPages(),
    ...handWritten(root).map((path): [string, string] => [
      path,
      filled(path, readFileSync(join(root, path), "utf8"), parts),
    ]),
  ]);
}

/** The files that differ from what the rules say, and the pages of rules that no longer exist. */
export function stale(
  generated: ReadonlyMap<string, string>,
  root = ROOT,
): { changed: [string, string][]; left: string[] } {
  const changed = [...generated].filter(([path, text]) => {
    const full = join(root, path);
    return !existsSync(full) || readFileSync(full, "utf8") !== text;
  });
  const present = GENERATED.flatMap((folder) =>
    existsSync(join(root, folder)) ? readdirSync(join(root, folder)).map((name) => `${folder}${name}`) : [],
  );
  return { changed, left: present.filter((path) => !generated.has(path)) };
}

if (require.main === module) {
  const { changed, left } = stale(files({ rules: allRules, schema: CONTRACT_SCHEMA, profiles: PROFILES }));
  if (process.argv.includes("--check")) {
    const names = [...changed.map(([path]) => path), ...left];
    if (names.length > 0) {
      console.error(`Out of date, run \`npm run docs\`: ${names.join(", ")}`);
      process.exit(1);
    }
  } else {
    for (const folder of GENERATED) {
      mkdirSync(join(ROOT, folder), { recursive: true });
    }
    for (const [path, text] of changed) {
      writeFileSync(join(ROOT, path), text);
    }
    for (const path of left) {
      rmSync(join(ROOT, path));
    }
    console.log(`${String(changed.length)} written, ${String(left.length)} removed`);
  }
}
