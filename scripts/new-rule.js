// Begins a rule: `npm run new-rule ID -- --category CATEGORY` writes the rule, its test and its line in
// policies/index.ts. The stubs are wrong on purpose: their tests fail until they are filled in.
"use strict";
const { mkdirSync, readFileSync, readdirSync, writeFileSync } = require("node:fs");
const { join, relative } = require("node:path");
const { parseArgs } = require("node:util");

const ROOT = join(__dirname, "..");
const POLICIES = join(ROOT, "policies");
const DEFAULT_CATEGORY = "validity";

class InputError extends Error {}

const categories = () =>
  readdirSync(POLICIES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

/** The category of each rule that there is, by id. */
const existing = () =>
  new Map(
    categories().flatMap((category) =>
      readdirSync(join(POLICIES, category)).map((file) => [file.replace(/\.ts$/, ""), category]),
    ),
  );

/** What was asked for. npm takes an option without `--` before it for its own, and leaves its value among the words. */
function words(args) {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { category: { type: "string" } },
    });
    const taken = values.category === undefined && process.env.npm_config_category !== undefined;
    return taken && positionals.length === 2
      ? { ids: positionals.slice(0, 1), category: positionals[1] }
      : { ids: positionals, category: values.category };
  } catch (error) {
    throw new InputError(error.message.split(". ", 1)[0]);
  }
}

function read(args) {
  const { ids, category = DEFAULT_CATEGORY } = words(args);
  const [id] = ids;
  if (ids.length !== 1) {
    throw new InputError("give the id of one rule: npm run new-rule ID -- --category CATEGORY");
  }
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(id)) {
    throw new InputError(
      `"${id}" is no id: it has to be words in lower case joined by hyphens, such as sqs-dead-letter`,
    );
  }
  const home = existing().get(id);
  if (home !== undefined) {
    throw new InputError(`there is a rule ${id} already: policies/${home}/${id}.ts`);
  }
  if (!categories().includes(category)) {
    throw new InputError(`"${category}" is no category: it has to be one of ${categories().join(", ")}`);
  }
  return { id, category };
}

const camelCase = (id) => id.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

/** policies/index.ts with one rule more: its import before the next path, the list in the order of the imports. */
function indexWith({ id, category }) {
  const lines = readFileSync(join(POLICIES, "index.ts"), "utf8").split("\n");
  const pathOf = (line) => /^import \w+ from "\.\/([\w-]+\/[\w-]+)";$/.exec(line)?.[1];
  const next = lines.findIndex((line) => (pathOf(line) ?? "") > `${category}/${id}`);
  const last = lines.findLastIndex((line) => pathOf(line) !== undefined);
  lines.splice(next < 0 ? last + 1 : next, 0, `import ${camelCase(id)} from "./${category}/${id}";`);
  const names = lines.filter((line) => pathOf(line) !== undefined).map((line) => line.split(" ")[1]);
  const between = names.filter((name) => name !== "contract" && name !== "preflight");
  const list = ["contract", ...between, "preflight"].map((name) => `  ${name},\n`).join("");
  return lines.join("\n").replace(/(= \[\n)[^\]]*(\];)/, (_, start, end) => `${start}${list}${end}`);
}

function stub(template, { id, category }) {
  const text = readFileSync(join(__dirname, "new-rule", template), "utf8");
  return text.replaceAll("__ID__", id).replaceAll("__CATEGORY__", category);
}

function write(path, text) {
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, text);
  return relative(ROOT, path);
}

function main(args) {
  const rule = read(args);
  const { id, category } = rule;
  const policy = write(join(POLICIES, category, `${id}.ts`), stub("rule.txt", rule));
  const test = write(join(ROOT, "tests", "policies", category, `${id}.test.ts`), stub("rule.test.txt", rule));
  const index = write(join(POLICIES, "index.ts"), indexWith(rule));
  console.log(`${policy}
${test}
${index}

Fill in the two new files until these pass:
  npx jest tests/policies/${category}/${id}.test.ts
  npx jest every-rule mends -t ${id}
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
