import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { CONTRACT_SCHEMA } from "../../src/contract/schema";
import { rules } from "../../policies";
import { CATEGORIES } from "../../src/rules/rule";
import { checkAll, type RunContext, type Result } from "../../src/rules/run";
import type { RecordedResource, Wire } from "../../src/graph/recorded";
import { Stack } from "../../src/graph/stack";
import { UNKNOWN_STRING } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { isType, propertiesBelow, propertiesOf } from "../../src/testing/aws-schema";
import { EVERYTHING } from "../kit/contracts";

const ROOT = join(__dirname, "../..");

/** The TypeScript files below a folder, by their path from it. */
const below = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".ts"));

/** Every rule file as `category/id.ts`; a module that serves one rule has the rule's name and a second one. */
const files = below("policies").filter((name) => /^\w+\/[\w-]+\.ts$/.test(name));

/** The type tokens in the sources of rules and of the questions that they share. */
const tokens = [
  ...new Set(
    ["policies", "src/graph", "src/aws"]
      .flatMap((folder) => below(folder).map((file) => `${folder}/${file}`))
      .flatMap((file) => readFileSync(join(ROOT, file), "utf8").match(/"aws:[\w-]+\/\w+:\w+"/g) ?? [])
      .map((token) => token.slice(1, -1)),
  ),
].sort();

/** Rules on what a program in YAML does not have, and on its documents. */
const WITHOUT_YAML = [
  "project-documentation-platform",
  "project-integration-tests",
  "project-suffix-required",
  "project-unit-tests",
];

describe("the list of rules", () => {
  it("has every file under policies/, by its name and category", () => {
    expect(rules.map(({ category, id }) => `${category}/${id}.ts`).sort()).toEqual(files.sort());
  });

  it("begins with the contract, whose settings the others need, and ends with preflight", () => {
    expect([rules[0]?.id, rules.at(-1)?.id]).toEqual(["contract", "preflight"]);
  });
});

it("names only types that @pulumi/aws has", () => {
  expect(tokens.filter((token) => !isType(token))).toEqual([]);
});

describe("what rules supersede", () => {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const superseding = rules.filter(({ supersedes = [] }) => supersedes.length > 0);
  const reach = (id: string, seen = new Set<string>()): Set<string> => {
    for (const other of byId.get(id)?.supersedes ?? []) {
      if (!seen.has(other)) {
        reach(other, seen.add(other));
      }
    }
    return seen;
  };

  it("are other rules, in no circle", () => {
    for (const { id, supersedes = [] } of superseding) {
      expect([id, supersedes.filter((other) => !byId.has(other))]).toEqual([id, []]);
      expect([id, reach(id).has(id)]).toEqual([id, false]);
    }
  });

  it("have checks that the pack runs together: a check of single resources is not superseded by one of the stack", () => {
    for (const { id, resource, supersedes = [] } of superseding) {
      const onResources = supersedes.filter((other) => byId.get(other)?.resource !== undefined);
      expect([id, onResources.length === 0 || resource !== undefined]).toEqual([id, true]);
    }
  });
});

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (_id, rule) => {
  it("documents what users need to know", () => {
    expect(CATEGORIES).toContain(rule.category);
    expect(rule.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(rule.description).toMatch(/^[A-Z].{5,90}[^.]$/);
    expect(rule.description).toContain(" must ");
    expect(rule.why).toMatch(/^.{40,}\.$/s);
    expect(rule.fix.typescript).not.toBe("");
    expect(rule.fix.python).not.toBe("");
    expect(rule.fix.yaml ?? "absent").not.toBe("");
    expect(rule.fix.yaml === undefined).toBe(WITHOUT_YAML.includes(rule.id));
    for (const failure of rule.failures) {
      expect(failure).toMatch(/^(F([1-9]|1\d|2[0-5])|P([1-9]|1\d)|B([1-9]|[12]\d|3[0-6])|C([1-9]|1[0-3])|E[1-9])$/);
    }
  });

  it("is required by keys that a contract can have", () => {
    const isByContract = rule.level === "only-if-required" || rule.level === "advisory-unless-required";
    // The contract can require the framework of a control instead.
    expect((rule.contractKeys ?? []).length > 0 || (rule.controls ?? []).length > 0 || !isByContract).toBe(true);
    for (const key of rule.contractKeys ?? []) {
      const [first = "", second] = key.split(".");
      const properties = CONTRACT_SCHEMA.properties as Record<string, { properties?: object }>;
      expect(Object.keys(properties)).toContain(first);
      if (second !== undefined) {
        expect(Object.keys(properties[first]?.properties ?? {})).toContain(second);
      }
    }
  });
});

/** The keys of a path such as `ingress[0].cidrBlocks["a b"]`. */
function keysOf(path: string): (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|\["(.*?)"\](?=[.[]|$)|([^.[\]]+)/g)].map(([, index, quoted, plain]) =>
    index === undefined ? (quoted ?? plain ?? "") : Number(index),
  );
}

/** True where the value at a path is unknown; a path leads into JSON too. */
function isUnknownAt(resource: View, path: string): boolean {
  return keysOf(path).reduce((view, key) => view.json().at(key), resource).isUnknown;
}

const runContextWith = (contract: RunContext["contract"]): RunContext => ({
  contract,
  contractProblems: [],
  day: "2026-11-22",
  project: { name: "shop", stack: "dev", config: new Map(), deploying: false, hasConfiguration: true },
});

describe("a value that is not known yet", () => {
  /** The findings on one resource whose only input is this. */
  function findingsOn(type: string, inputs: Record<string, Wire>): Result[] {
    const recorded: RecordedResource = {
      urn: `urn:pulumi:dev::shop::${type}::r`,
      type,
      name: "r",
      custom: true,
      inputs,
      outputs: inputs,
      dependencies: [],
      propertyDependencies: {},
    };
    const stack = Stack.from({ project: "shop", stack: "dev", organization: "o", config: {}, resources: [recorded] });
    return checkAll(rules, stack, runContextWith(EVERYTHING)).results;
  }

  it.each(tokens)("is never reported as missing or wrong: %s", (type) => {
    for (const property of propertiesOf(type)) {
      const atTop = findingsOn(type, { [property]: UNKNOWN_STRING });
      expect(atTop.filter(({ path }) => path === property).map(({ rule, path }) => [rule.id, path])).toEqual([]);
      for (const inner of propertiesBelow(type, property)) {
        const below = findingsOn(type, { [property]: { [inner]: UNKNOWN_STRING } });
        expect(below.filter(({ path }) => path === `${property}.${inner}`).map(({ rule }) => [rule.id, inner])).toEqual(
          [],
        );
      }
    }
  });
});

describe("on stacks of arbitrary shape", () => {
  const scalar = fc.oneof(
    fc.constant(UNKNOWN_STRING),
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.string(),
    fc.constantFrom(
      "",
      "0.0.0.0/0",
      "::/0",
      "-1",
      "{",
      "[]",
      '{"Statement":[]}',
      "arn:aws:iam::aws:policy/x",
      "rate(1 day)",
    ),
    fc.json({ maxDepth: 3 }),
  );
  const wire: fc.Arbitrary<Wire> = fc.letrec<{ value: Wire }>((tie) => ({
    value: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      scalar,
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(fc.oneof(fc.string(), fc.constantFrom(...nestedNames())), tie("value"), { maxKeys: 4 }),
    ),
  })).value;

  function nestedNames(): string[] {
    return ["name", "type", "arn", "enabled", "cidrBlocks", "fromPort", "toPort", "protocol", "metric", "variables"];
  }

  const resource = fc.constantFrom(...tokens).chain((type) =>
    fc.record({
      type: fc.constant(type),
      inputs: fc.dictionary(fc.constantFrom(...propertiesOf(type)), wire, { maxKeys: 12 }),
      dependsOn: fc.array(fc.nat({ max: 8 }), { maxLength: 3 }),
    }),
  );

  const contracts = fc.constantFrom<RunContext["contract"]>({}, EVERYTHING);

  it("no rule crashes, none reports an unknown value, and every message is a sentence", () => {
    fc.assert(
      fc.property(fc.array(resource, { maxLength: 8 }), contracts, (resources, contract) => {
        const urn = (index: number): string =>
          `urn:pulumi:dev::shop::${resources[index]?.type ?? ""}::r${String(index)}`;
        const recorded = resources.map((one, index): RecordedResource => {
          const dependencies = one.dependsOn.filter((other) => other < resources.length).map(urn);
          return {
            urn: urn(index),
            type: one.type,
            name: `r${String(index)}`,
            custom: true,
            inputs: one.inputs,
            outputs: { ...one.inputs, id: UNKNOWN_STRING },
            dependencies,
            propertyDependencies: Object.fromEntries(Object.keys(one.inputs).map((key) => [key, dependencies])),
          };
        });
        const stack = Stack.from({ project: "shop", stack: "dev", organization: "o", config: {}, resources: recorded });
        const outcome = checkAll(rules, stack, runContextWith(contract));
        expect(outcome.crashes).toEqual([]);
        for (const { rule, message, urn: place, path } of outcome.results) {
          expect(message).toMatch(/[.!?)]$/);
          expect(message).not.toMatch(/Symbol\(|\[object Object\],/);
          // The resources that a value comes from may be enough to decide; a value without them is not known.
          const resource = stack.get(place);
          // A key that the policy language does not have is wrong whatever its value.
          const isOnKey =
            rule.id === "iam-policy-syntax" && message.includes("is not an element of the policy language");
          if (resource?.dependencies.length === 0 && !isOnKey) {
            expect([rule.id, path, isUnknownAt(resource, path)]).toEqual([rule.id, path, false]);
          }
        }
      }),
      { numRuns: 400 },
    );
  });
});
