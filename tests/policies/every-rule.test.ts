import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { CONTRACT_SCHEMA } from "../../contract/schema";
import { rules } from "../../policies";
import { CATEGORIES } from "../../policies/rule";
import { checkAll, type Circumstances, type Result } from "../../policies/run";
import type { RecordedResource, Wire } from "../../stack/recorded";
import { Stack } from "../../stack/stack";
import { UNKNOWN_STRING } from "../../stack/value";
import type { View } from "../../stack/view";
import { isType, propertiesBelow, propertiesOf } from "../../testing/aws-schema";
import { EVERYTHING } from "../kit/contracts";

const ROOT = join(__dirname, "../..");

/** Every rule file as `category/id`. */
const files = readdirSync(join(ROOT, "policies"))
  .filter((name) => statSync(join(ROOT, "policies", name)).isDirectory())
  .flatMap((folder) => readdirSync(join(ROOT, "policies", folder)).map((file) => `${folder}/${file}`));

/** The type tokens that stand in the sources of rules and of the questions that they share. */
const tokens = [
  ...new Set(
    [...files.map((file) => `policies/${file}`), ...readdirSync(join(ROOT, "stack")).map((file) => `stack/${file}`)]
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
  it("holds every file under policies/, under its own name and category", () => {
    expect(rules.map(({ category, id }) => `${category}/${id}.ts`).sort()).toEqual(files.sort());
  });

  it("begins with the contract, whose settings the others need, and ends with preflight", () => {
    expect([rules[0]?.id, rules.at(-1)?.id]).toEqual(["contract", "preflight"]);
  });
});

it("names only types that @pulumi/aws has", () => {
  expect(tokens.filter((token) => !isType(token))).toEqual([]);
});

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (_id, rule) => {
  it("says what users need to know", () => {
    expect(CATEGORIES).toContain(rule.category);
    expect(rule.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(rule.description).toMatch(/^[A-Z].{5,90}[^.]$/);
    expect(rule.why).toMatch(/^.{40,}\.$/s);
    expect(rule.fix.typescript).not.toBe("");
    expect(rule.fix.python).not.toBe("");
    expect(rule.fix.yaml ?? "absent").not.toBe("");
    expect(rule.fix.yaml === undefined).toBe(WITHOUT_YAML.includes(rule.id));
    for (const failure of rule.failures) {
      expect(failure).toMatch(/^(F([1-9]|1\d|2[0-5])|P([1-9]|1\d)|B([1-9]|[12]\d|3[0-6])|C([1-9]|1[0-3])|E[1-9])$/);
    }
  });

  it("is asked by keys that a contract can have", () => {
    const asks = rule.level === "contract" || rule.level === "raised-by-contract";
    expect((rule.contractKeys ?? []).length > 0 || !asks).toBe(true);
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

/** True where the value at a path is unknown; a path goes on into a text of JSON. */
function isUnknownAt(resource: View, path: string): boolean {
  return keysOf(path).reduce((view, key) => view.json().at(key), resource).isUnknown;
}

const circumstances = (contract: Circumstances["contract"]): Circumstances => ({
  contract,
  contractProblems: [],
  day: "2026-11-22",
  project: { name: "shop", stack: "dev", config: new Map(), deploying: false },
});

describe("what is not known yet", () => {
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
    return checkAll(rules, stack, circumstances(EVERYTHING)).results;
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

  const contracts = fc.constantFrom<Circumstances["contract"]>({}, EVERYTHING);

  it("no rule fails inside, none takes what is unknown for wrong, and every message is a sentence", () => {
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
        const outcome = checkAll(rules, stack, circumstances(contract));
        expect(outcome.faults).toEqual([]);
        for (const { rule, message, urn: place, path } of outcome.results) {
          expect(message).toMatch(/[.!?)]$/);
          expect(message).not.toMatch(/Symbol\(|\[object Object\],/);
          // What a value was computed from may tell enough; nothing tells of one that comes from nowhere.
          const resource = stack.get(place);
          // A key that the policy language does not have is wrong whatever stands under it.
          const isOnKey = rule.id === "iam-policy-syntax" && message.includes("the policy language has no ");
          if (resource?.dependencies.length === 0 && !isOnKey) {
            expect([rule.id, path, isUnknownAt(resource, path)]).toEqual([rule.id, path, false]);
          }
        }
      }),
      { numRuns: 400 },
    );
  });
});
