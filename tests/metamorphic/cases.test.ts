import type { RecordedResource, RecordedStack, Wire } from "../../src/graph/recorded";
import { SIGNATURE, UNKNOWN_STRING } from "../../src/graph/value";
import type { Level, Rule } from "../../src/rules/rule";
import type { Outcome } from "../../src/rules/run";
import { runRule, type Case, type RuleCases } from "../../src/testing/rule-test";
import { build, SHAPES } from "../../src/testing/stack";
import { loadRuleTests, type RuleWithCases } from "../kit/rule-cases";

const mockCases: RuleWithCases[] = [];
jest.mock("../../src/testing/rule-test", () => ({
  ...jest.requireActual<object>("../../src/testing/rule-test"),
  ruleTest: (rule: Rule, cases: RuleCases) => void mockCases.push([rule.id, rule, cases]),
}));
loadRuleTests();

/** Rules with findings that an unknown value leads to, and why that is right. */
const BY_DESIGN: Readonly<Record<string, string>> = {
  "dms-role-name": "a role under a wrong name is reported, else its absence under the right one",
  "elasticache-failover": "the number of nodes is reported, else that Multi-AZ needs automatic failover",
  "endpoint-not-public": "a public address is open unless something is known to protect it",
  "iam-wildcard-action": "a name that is not known does not make a policy a permissions boundary",
  "rds-not-public": "a public address is open unless something is known to protect it",
  "required-tags": "an unknown `tagsAll` is made of the tags and the default tags, which are known",
  "security-group-client-source": "a block as large as a VPC counts as one where the VPC's own block is not known",
  "waf-associated": "a load balancer is open unless its groups are known to be closed",
};

/** A value of a resource, by the keys that lead to it. */
interface Place {
  urn: string;
  keys: readonly (string | number)[];
  value: Wire;
  /** True where the property has values that come from other resources. */
  isComputed: boolean;
}

const isContainer = (value: Wire): value is Wire[] | Record<string, Wire> =>
  typeof value === "object" && value !== null && !(SIGNATURE in value);

/** True for what a program could as well have left out: unknown there is not less than what is known. */
const isEmpty = (value: Wire): boolean =>
  value === null || value === "" || (isContainer(value) && Object.values(value).every(isEmpty));

/**
 * All that may be unknown in a stack: not what another resource has as well, which would be unknown there too, and no list
 * with computed values as a whole, whose dependencies then show all that it refers to.
 */
function placesOf({ resources }: RecordedStack): Place[] {
  const texts = new Map(resources.map(({ urn, inputs }) => [urn, JSON.stringify(inputs)]));
  const isShared = (urn: string, value: Wire): boolean =>
    typeof value === "string" && [...texts].some(([other, text]) => other !== urn && text.includes(value));
  const below = (place: Place): Place[] => {
    const { urn, keys, value, isComputed } = place;
    const isKnown = !isEmpty(value) && !isShared(urn, value) && value !== UNKNOWN_STRING;
    const inside = isContainer(value) ? Object.entries(value) : [];
    return [
      ...(isKnown && !(isContainer(value) && isComputed) ? [place] : []),
      ...inside.flatMap(([key, item]) =>
        below({ urn, keys: [...keys, Array.isArray(value) ? Number(key) : key], value: item, isComputed }),
      ),
    ];
  };
  return resources
    .filter(({ custom, external, type }) => custom && external !== true && !type.startsWith("pulumi:"))
    .flatMap(({ urn, inputs, propertyDependencies }) =>
      Object.entries(inputs).flatMap(([key, value]) =>
        below({ urn, keys: [key], value, isComputed: (propertyDependencies[key] ?? []).length > 0 }),
      ),
    );
}

function hidden(value: Wire, [key, ...rest]: Place["keys"]): Wire {
  if (key === undefined) {
    return UNKNOWN_STRING;
  }
  if (Array.isArray(value)) {
    return value.map((item, index) => (index === key ? hidden(item, rest) : item));
  }
  return isContainer(value) ? { ...value, [key]: hidden(value[key] ?? null, rest) } : value;
}

/** The stack with the value at one place unknown. */
function without(recorded: RecordedStack, { urn, keys }: Place): RecordedStack {
  const [property = ""] = keys;
  const resources = recorded.resources.map((resource): RecordedResource => {
    if (resource.urn !== urn) {
      return resource;
    }
    const inputs = hidden(resource.inputs, keys) as RecordedResource["inputs"];
    const outputs =
      property in resource.outputs ? { ...resource.outputs, [property]: inputs[property] ?? null } : resource.outputs;
    return { ...resource, inputs, outputs };
  });
  return { ...recorded, resources };
}

const WEIGHT: Readonly<Record<Level, number>> = { advisory: 1, mandatory: 2 };

/** The worst level of the findings at each location. */
function levelsOf({ results }: Outcome): Map<string, number> {
  const levels = new Map<string, number>();
  for (const { urn = "", path, alsoAt = [], level } of results) {
    for (const one of [{ urn, path }, ...alsoAt]) {
      const location = `${one.urn} ${one.path}`;
      levels.set(location, Math.max(levels.get(location) ?? 0, WEIGHT[level]));
    }
  }
  return levels;
}

/** The level that a location had before, or one inside of it: what is unknown as a whole has no inside. */
function levelBefore(before: ReadonlyMap<string, number>, location: string): number {
  const inside = [...before].filter(
    ([other]) =>
      other.startsWith(location) && (location.endsWith(" ") || /^(?:$|[.[])/.test(other.slice(location.length))),
  );
  return Math.max(0, ...inside.map(([, level]) => level));
}

/** One line for each finding that is there, or is worse, only because one value is not known. */
function worseFindings(rule: Rule, one: Case): string[] {
  return (one.shape ? [one.shape] : SHAPES).flatMap((shape) => {
    const recorded = build(one.stack ?? [], shape);
    const before = levelsOf(runRule(rule, one, shape, recorded));
    // A case that is for updates only depends on computed values, which a preview does not know.
    const places = placesOf(recorded).filter(({ isComputed }) => !isComputed || one.shape !== "up");
    return places.flatMap((place) => {
      const after = levelsOf(runRule(rule, one, shape, without(recorded, place)));
      const worse = [...after].filter(([location, level]) => level > levelBefore(before, location));
      return worse.map(
        ([location]) => `${one.name} (${shape}), without ${place.urn} ${place.keys.join(".")}: ${location}`,
      );
    });
  });
}

describe("a value that is not known", () => {
  it.each(mockCases.filter(([id]) => BY_DESIGN[id] === undefined))("makes no finding of %s", (_id, rule, cases) => {
    const all = [...cases.valid, ...cases.invalid, ...(cases.undecided ?? [])];
    expect(all.flatMap((one) => worseFindings(rule, one))).toEqual([]);
  });

  it.each(mockCases.filter(([id]) => BY_DESIGN[id] !== undefined))("makes one of %s by design", (_id, rule, cases) => {
    expect([...cases.valid, ...cases.invalid].flatMap((one) => worseFindings(rule, one))).not.toEqual([]);
  });
});
