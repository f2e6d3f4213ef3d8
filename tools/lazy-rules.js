// @ts-check
// Writes what is known of the compiled rules without their code into one file, which is what a pack starts with: the
// module of a rule, and the tables that it reads, are loaded when a resource or a stack concerns it.
"use strict";
const { readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");

const INDEX = `"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const { lazyRule } = require("../src/rules/lazy");
exports.rules = require("./rules.json").map((written) =>
  lazyRule(written, () => require(\`./\${written.module}\`).default),
);
exports.RULE_IDS = new Set(exports.rules.map(({ id }) => id));
`;

/**
 * Replaces the compiled list of the rules.
 * @param {string} dist the folder of the compiled pack
 */
function makeRulesLazy(dist) {
  const policies = join(dist, "policies");
  const index = join(policies, "index.js");
  /** @type {{ rules: readonly { id: string }[] }} */
  const { rules } = require(index);
  /** @type {{ writtenRule: (module: string | undefined, rule: unknown) => object }} */
  const { writtenRule } = require(join(dist, "src/rules/lazy"));
  /** @type {{ typesLookedUp: (rule: unknown) => readonly string[] | undefined }} */
  const { typesLookedUp } = require(join(dist, "src/rules/stack-types"));
  const modules = new Map(
    [...readFileSync(index, "utf8").matchAll(/require\("\.\/([\w-]+\/([\w-]+))"\)/g)].map(([, path, id]) => [id, path]),
  );
  const written = rules.map((rule) => ({
    ...writtenRule(modules.get(rule.id), rule),
    stackTypes: typesLookedUp(rule),
  }));
  writeFileSync(join(policies, "rules.json"), JSON.stringify(written));
  writeFileSync(index, INDEX);
}

module.exports = { makeRulesLazy };
