import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { rules } from "../../policies";
import { lazyRule, writtenData, writtenRule, type WrittenRule } from "../../src/rules/lazy";
import type { Rule } from "../../src/rules/rule";

const ROOT = resolve(__dirname, "../..");

class Table {
  readonly rows = ["a"];
}

/** A rule with all that a rule may hold. */
const example = {
  id: "example",
  description: "Examples must be short",
  failures: [],
  nothing: undefined,
  none: null,
  table: new Table(),
  resource: {
    types: ["aws:sqs/queue:Queue"],
    check(this: { types: readonly string[] }, name: string): string {
      return `${name} of ${this.types.join()}`;
    },
  },
  requirements: [{ property: "name", unless: (name: string) => name === "spared" }],
};

type Example = typeof example;

/** The rule as it is read from a file, and how often its module was loaded. */
function readBack(): { rule: Example; loads: () => number } {
  const written = writtenRule("example", example as unknown as Rule);
  let count = 0;
  const load = (): Rule => {
    count++;
    return example as unknown as Rule;
  };
  return {
    rule: lazyRule(JSON.parse(JSON.stringify(written)) as WrittenRule, load) as unknown as Example,
    loads: () => count,
  };
}

describe("a lazy rule", () => {
  it("has its data without its module", () => {
    const { rule, loads } = readBack();
    expect(rule).toMatchObject({
      id: "example",
      failures: [],
      none: null,
      resource: { types: ["aws:sqs/queue:Queue"] },
    });
    expect(Object.keys(rule.resource)).toEqual(["types", "check"]);
    expect(loads()).toBe(0);
  });

  it("loads its module when a function is called, which is called where it is", () => {
    const { rule, loads } = readBack();
    expect(rule.resource.check("orders")).toBe("orders of aws:sqs/queue:Queue");
    expect(rule.requirements[0]?.unless("spared")).toBe(true);
    expect(loads()).toBe(1);
  });

  it("loads its module for what a file cannot hold", () => {
    const { rule, loads } = readBack();
    expect(rule.table).toBeInstanceOf(Table);
    expect(loads()).toBe(1);
  });

  it("can be changed as any rule", () => {
    const { rule } = readBack();
    const changed = { ...rule, resource: { ...rule.resource, types: ["aws:sns/topic:Topic"] } };
    expect(changed.resource.types).toEqual(["aws:sns/topic:Topic"]);
  });
});

describe("the compiled rules", () => {
  const script = `
    const { rules, RULE_IDS } = require("./dist/policies/index.js");
    const { writtenData } = require("./dist/src/rules/lazy.js");
    const loaded = Object.keys(require.cache).filter((file) => /dist.policies.\\w+./.test(file) && file.endsWith(".js"));
    const data = rules.map(writtenData);
    console.log(JSON.stringify({ loaded, data, ids: [...RULE_IDS] }));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["-e", script], {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });

  it("are those of the sources", () => {
    expect(stderr).toBe("");
    const { data, ids } = JSON.parse(stdout) as { data: unknown; ids: string[] };
    expect(data).toEqual(JSON.parse(JSON.stringify(rules.map(writtenData))));
    expect(ids).toEqual(rules.map(({ id }) => id));
  });

  it("are listed without the module of any", () => {
    const { loaded } = JSON.parse(stdout) as { loaded: string[] };
    expect(loaded.map((file) => file.replaceAll("\\", "/").split("/dist/")[1])).toEqual(["policies/index.js"]);
  });
});
