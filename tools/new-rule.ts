// Begins a rule: `npm run new-rule ID -- --category CATEGORY` writes the rule, its examples, its test and its line in
// policies/index.ts; with `--requirement`, the data of a requirement, whose examples and tests are derived. The stubs are
// wrong on purpose: their tests fail until they are filled in.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";

const ROOT = join(__dirname, "..");
const POLICIES = join(ROOT, "policies");
const DEFAULT_CATEGORY = "validity";

class InputError extends Error {}

interface NewRule {
  id: string;
  category: string;
  /** True for a rule that is data about a property. */
  isRequirement: boolean;
}

const categories = (): string[] =>
  readdirSync(POLICIES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

/** The category of each existing rule, by id. */
const existing = (): Map<string, string> =>
  new Map(
    categories().flatMap((category) =>
      readdirSync(join(POLICIES, category))
        .filter((file) => /^[\w-]+\.ts$/.test(file))
        .map((file) => [file.replace(/\.ts$/, ""), category] as const),
    ),
  );

/** The arguments. npm takes an option without `--` before it as its own, and leaves its value among the words. */
function words(args: string[]): { ids: string[]; category: string | undefined; isRequirement: boolean } {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { category: { type: "string" }, requirement: { type: "boolean" } },
    });
    const isRequirement = values.requirement === true || process.env["npm_config_requirement"] === "true";
    const isTaken = values.category === undefined && process.env["npm_config_category"] !== undefined;
    return isTaken && positionals.length === 2
      ? { ids: positionals.slice(0, 1), category: positionals[1], isRequirement }
      : { ids: positionals, category: values.category, isRequirement };
  } catch (error) {
    throw new InputError((error as Error).message.split(". ", 1)[0]);
  }
}

function read(args: string[]): NewRule {
  const { ids, category = DEFAULT_CATEGORY, isRequirement } = words(args);
  const [id] = ids;
  if (id === undefined || ids.length > 1) {
    throw new InputError("give the id of one rule: npm run new-rule ID -- --category CATEGORY");
  }
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(id)) {
    throw new InputError(
      `"${id}" is not an id: it has to be words in lower case joined by hyphens, such as sqs-dead-letter`,
    );
  }
  const home = existing().get(id);
  if (home !== undefined) {
    throw new InputError(`there is a rule ${id} already: policies/${home}/${id}.ts`);
  }
  if (!categories().includes(category)) {
    throw new InputError(`"${category}" is not a category: it has to be one of ${categories().join(", ")}`);
  }
  return { id, category, isRequirement };
}

const camelCase = (id: string): string => id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** policies/index.ts with one more rule: its import before the next path, the list in the order of the imports. */
function indexWith({ id, category }: NewRule): string {
  const lines = readFileSync(join(POLICIES, "index.ts"), "utf8").split("\n");
  const importOf = (line: string): RegExpExecArray | null => /^import (\w+) from "\.\/([\w-]+\/[\w-]+)";$/.exec(line);
  const pathOf = (line: string): string | undefined => importOf(line)?.[2];
  const next = lines.findIndex((line) => (pathOf(line) ?? "") > `${category}/${id}`);
  const last = lines.findLastIndex((line) => pathOf(line) !== undefined);
  lines.splice(next < 0 ? last + 1 : next, 0, `import ${camelCase(id)} from "./${category}/${id}";`);
  const names = lines.flatMap((line) => importOf(line)?.[1] ?? []);
  const between = names.filter((name) => name !== "contract" && name !== "preflight");
  const list = ["contract", ...between, "preflight"].map((name) => `  ${name},\n`).join("");
  return lines.join("\n").replace(/(= \[\n)[^\]]*(\];)/, (_, start: string, end: string) => `${start}${list}${end}`);
}

function stub(template: string, { id, category }: NewRule): string {
  const text = readFileSync(join(__dirname, "new-rule", template), "utf8");
  return text.replaceAll("__ID__", id).replaceAll("__CATEGORY__", category);
}

function write(path: string, text: string): string {
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, text);
  return relative(ROOT, path);
}

function main(args: string[]): void {
  const rule = read(args);
  const { id, category, isRequirement } = rule;
  if (isRequirement) {
    const made = [
      write(join(POLICIES, category, `${id}.ts`), stub("requirement.txt", rule)),
      write(join(POLICIES, "index.ts"), indexWith(rule)),
    ];
    console.log(`${made.join("\n")}

Fill in the new file until this passes:
  npx jest requirement every-rule examples fixes -t ${id}
Then npm run docs writes docs/rules/${id}.md, and npm test runs everything.`);
    return;
  }
  const written = [
    write(join(POLICIES, category, `${id}.ts`), stub("rule.txt", rule)),
    write(join(POLICIES, category, `${id}.examples.ts`), stub("rule.examples.txt", rule)),
    write(join(ROOT, "tests", "policies", category, `${id}.test.ts`), stub("rule.test.txt", rule)),
    write(join(POLICIES, "index.ts"), indexWith(rule)),
  ];
  console.log(`${written.join("\n")}

Fill in the three new files until these pass:
  npx jest tests/policies/${category}/${id}.test.ts
  npx jest every-rule examples fixes -t ${id}
Then npm run docs writes docs/rules/${id}.md, and npm test runs everything.`);
}

try {
  main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof InputError)) {
    throw error;
  }
  console.error(`new-rule: ${error.message}`);
  process.exitCode = 2;
}
