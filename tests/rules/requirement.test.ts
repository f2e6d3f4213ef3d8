import { rules } from "../../policies";
import type { Contract } from "../../src/contract/contract";
import type { Wire } from "../../src/graph/recorded";
import { Stack } from "../../src/graph/stack";
import { UNKNOWN_STRING } from "../../src/graph/value";
import {
  defineRequirement,
  type Expectation,
  type Plain,
  type Requirement,
  type RuleOfRequirements,
  type Setting,
} from "../../src/rules/requirement";
import { applicable, examplesFor, inputsOf, variableOf, withCompanion } from "../../src/rules/requirement/code";
import { merged, plainPath, valueAt } from "../../src/rules/requirement/path";
import { checkRule } from "../../src/rules/run";
import type { Rule } from "../../src/rules/rule";
import { build, resource, unknown, type Input } from "../../src/testing/stack";
import { isProperty } from "../../src/testing/aws-schema";
import { context } from "../kit/context";
import { exported, type Exported } from "../kit/exported";

const TYPE = "aws:mq/broker:Broker";

function required(property: string, must: Expectation, more: Partial<Requirement> = {}): Rule {
  return defineRequirement({
    id: "broker-setting",
    category: "validity",
    description: "Brokers must be so",
    severity: "low",
    level: "advisory",
    why: "It is an example.",
    fix: { typescript: "", python: "" },
    requirement: { types: [TYPE], property, must, consequence: "This follows.", instead: "Set `this: true`.", ...more },
  });
}

/** Messages, paths and what is not decided of one resource with these inputs. */
function outcomeOf(
  rule: Rule,
  type: string,
  inputs: Record<string, Input>,
  contract: Contract = {},
): { found: string[]; open: string[] } {
  const stack = Stack.from(build([resource(type, "one", inputs)], "preview"));
  const { results, undecided, crashes } = checkRule(rule, stack, { ...context, contract });
  expect(crashes).toEqual([]);
  return { found: results.map(({ path }) => path), open: undecided.map(({ path }) => path) };
}

const state = (rule: Rule, inputs: Record<string, Input>): "met" | "not met" | "undecided" => {
  const { found, open } = outcomeOf(rule, TYPE, inputs);
  return found.length > 0 ? "not met" : open.length > 0 ? "undecided" : "met";
};

const ENGINE = [{ property: "kind", must: { equals: "a" } }];

describe("a requirement", () => {
  it.each<[name: string, must: Expectation, more: Partial<Requirement>, value: Input, expected: string]>([
    ["true", { equals: true }, {}, true, "met"],
    ["true as text", { equals: true }, {}, "True", "met"],
    ["false", { equals: true }, {}, false, "not met"],
    ["an absent value", { equals: true }, {}, undefined, "not met"],
    ["an absent value that is right by default", { equals: true }, { whenAbsent: true }, undefined, "met"],
    ["an absent value that is wrong by default", { equals: true }, { whenAbsent: false }, undefined, "not met"],
    ["an unknown value", { equals: true }, {}, unknown, "undecided"],
    ["a value of another type", { equals: true }, {}, { a: 1 }, "undecided"],
    ["a forbidden word in another case", { isNot: "NONE" }, {}, "none", "not met"],
    ["another word", { isNot: "NONE" }, {}, "SOME", "met"],
    ["no word", { isNot: "NONE" }, {}, undefined, "met"],
    ["a forbidden word by default", { isNot: "NONE" }, { whenAbsent: "NONE" }, undefined, "not met"],
    ["one of some", { isOneOf: ["a", "b"] }, {}, "b", "met"],
    ["none of some", { isOneOf: ["a", "b"] }, {}, "c", "not met"],
    ["enough", { atLeast: 7 }, {}, 7, "met"],
    ["enough as text", { atLeast: 7 }, {}, "14", "met"],
    ["too few", { atLeast: 7 }, {}, 6, "not met"],
    ["too few by default", { atLeast: 7 }, { whenAbsent: 1 }, undefined, "not met"],
    ["not too many", { atMost: 7 }, {}, 7, "met"],
    ["too many", { atMost: 7 }, {}, 8, "not met"],
    ["a list with a forbidden element", { lacks: "all" }, {}, ["1", "all"], "not met"],
    ["a list with it behind an unknown one", { lacks: "all" }, {}, [unknown, "all"], "not met"],
    ["a list with an unknown element", { lacks: "all" }, {}, ["1", unknown], "undecided"],
    ["a list without it", { lacks: "all" }, {}, ["1"], "met"],
    ["a value at all", { isSet: true }, {}, "x", "met"],
    ["an unknown value, which is one", { isSet: true }, {}, unknown, "met"],
    ["an empty string", { isSet: true }, {}, "", "not met"],
    ["no value at all", { isSet: true }, {}, undefined, "not met"],
    ["an empty list, which is not set", { isSet: true }, {}, [], "not met"],
    ["none of some forbidden", { isNotOneOf: ["a", "b"] }, {}, "c", "met"],
    ["one of some forbidden", { isNotOneOf: ["a", "b"] }, {}, "B", "not met"],
    ["all of some", { containsAll: ["a", "b"] }, {}, ["b", "c", "a"], "met"],
    ["not all of some", { containsAll: ["a", "b"] }, {}, ["a"], "not met"],
    ["perhaps all of some", { containsAll: ["a", "b"] }, {}, ["a", unknown], "undecided"],
    ["enough elements, not all of them known", { countAtLeast: 2 }, {}, ["a", unknown], "met"],
    ["too few elements", { countAtLeast: 2 }, {}, ["a"], "not met"],
    ["what must not be there", { isAbsent: true }, {}, "x", "not met"],
    ["what must not be there and is not known", { isAbsent: true }, {}, unknown, "undecided"],
    ["what is not there", { isAbsent: true }, {}, undefined, "met"],
    ["what is not needed under a condition", { equals: true }, { when: ENGINE }, false, "met"],
    ["another way", { equals: true }, { orElse: [{ property: "kind", must: { equals: "b" } }] }, false, "met"],
    ["what does not need it", { equals: true }, { unless: () => true }, false, "met"],
  ])("of %s", (_name, must, more, value, expected) => {
    expect(state(required("setting", must, more), { setting: value, kind: "b" })).toBe(expected);
  });

  it("is for the resources that meet its conditions, as far as they are known", () => {
    const rule = required("setting", { equals: true }, { when: ENGINE });
    expect(state(rule, { setting: false, kind: "a" })).toBe("not met");
    expect(state(rule, { setting: false, kind: unknown })).toBe("undecided");
    expect(state(rule, { setting: true, kind: unknown })).toBe("met");
  });

  it("is about the element of a list that has a name", () => {
    const rule = required("parameters[name=a.tls].value", { equals: 1 });
    const parameters = (...all: Input[]): Record<string, Input> => ({ parameters: all });
    expect(state(rule, parameters({ name: "a.tls", value: "1" }, { name: "b", value: "0" }))).toBe("met");
    expect(outcomeOf(rule, TYPE, parameters({ name: "b" }, { name: "a.tls", value: "0" })).found).toEqual([
      "parameters[1].value",
    ]);
    expect(outcomeOf(rule, TYPE, parameters({ name: "b" })).found).toEqual(["parameters"]);
    expect(state(rule, parameters({ name: "b" }, unknown))).toBe("undecided");
    expect(state(rule, {})).toBe("not met");
  });

  it("is about the elements of a list that may be empty, or about one of them", () => {
    const each = required("users[].access", { equals: false });
    const one = required("users[].access", { equals: false }, { inAnyElement: true });
    expect([state(each, {}), state(each, { users: [] }), state(each, { users: [{}] })]).toEqual([
      "met",
      "met",
      "not met",
    ]);
    expect([state(one, {}), state(one, { users: [{ access: true }, { access: unknown }] })]).toEqual([
      "not met",
      "undecided",
    ]);
    expect(state(one, { users: [{ access: true }, { access: false }] })).toBe("met");
  });

  it("is checked in each element of a list", () => {
    const rule = required("users.access", { equals: false });
    expect(outcomeOf(rule, TYPE, { users: [{ access: false }, { access: true }, { access: unknown }] })).toEqual({
      found: ["users[1].access"],
      open: ["users[2].access"],
    });
    expect(outcomeOf(rule, TYPE, { users: unknown })).toEqual({ found: [], open: ["users.access"] });
  });

  it("describes what is there, what follows and what to write", () => {
    const messages = (rule: Rule, inputs: Record<string, Input>): string[] =>
      checkRule(rule, Stack.from(build([resource(TYPE, "one", inputs)], "preview")), context).results.map(
        ({ message }) => message,
      );
    const rule = required("setting", { equals: "on" }, { whenAbsent: "off" });
    expect(messages(rule, { setting: "slow" })).toEqual(['`setting: "slow"` is set. This follows. Set `this: true`.']);
    expect(messages(rule, {})).toEqual([
      '`setting` is not set, and the default is "off". This follows. Set `this: true`.',
    ]);
    expect(messages(required("setting", { isSet: true }), {})).toEqual([
      "`setting` is not set. This follows. Set `this: true`.",
    ]);
  });

  it.each<[name: string, setting: Setting, contract: Contract, value: number | undefined, message: RegExp | undefined]>(
    [
      ["its own number", { key: "backupRetentionDays" }, {}, 6, /Set `setting: 7`/],
      ["the contract's number", { key: "backupRetentionDays" }, { backupRetentionDays: 14 }, 7, /Set `setting: 14`/],
      ["a smaller one of the contract", { key: "backupRetentionDays" }, { backupRetentionDays: 3 }, 3, undefined],
      ["a number inside another key", { key: "tests.coverage" }, { tests: { coverage: 80 } }, 7, /Set `setting: 80`/],
      ["no number, which it does not need", { key: "tests.coverage", isOptional: true }, {}, undefined, undefined],
      [
        "the strictest number of the frameworks",
        { key: "tests.coverage", byFramework: { "AWS FSBP": 8, "PCI DSS 4.0.1": 12 } },
        { frameworks: ["AWS FSBP", "PCI DSS 4.0.1"] },
        8,
        /Set `setting: 12`/,
      ],
      [
        "the contract's number before that of a framework",
        { key: "tests.coverage", byFramework: { "AWS FSBP": 8 } },
        { frameworks: ["AWS FSBP"], tests: { coverage: 5 } },
        5,
        undefined,
      ],
    ],
  )("takes %s", (_name, setting, contract, value, message) => {
    const rule = defineRequirement({
      id: "broker-setting",
      category: "validity",
      description: "Brokers must be so",
      severity: "low",
      level: "advisory",
      why: "It is an example.",
      requirement: {
        types: [TYPE],
        property: "setting",
        must: { atLeast: 7, setting },
        consequence: "This follows.",
        fix: 7,
      },
    });
    const stack = Stack.from(build([resource(TYPE, "one", { setting: value })], "preview"));
    const { results } = checkRule(rule, stack, { ...context, contract });
    expect(results.map((result) => result.message)).toEqual(
      message === undefined ? [] : [expect.stringMatching(message)],
    );
  });

  it("gives its rule a remediation where the value needs no decision", () => {
    expect(required("setting", { equals: true }).remediation).toBeUndefined();
    expect(required("setting", { equals: true }, { fix: true }).remediation).toEqual({ does: "sets `setting: true`" });
    expect(required("setting", { equals: true }, { fix: true, fixWhenNew: true }).remediation).toEqual({
      doesWhenNew: "sets `setting: true`",
    });
  });
});

describe("a requirement that another resource can meet", () => {
  const BUCKET = "aws:s3/bucket:Bucket";
  const LOGGING = "aws:s3/bucketLogging:BucketLogging";
  const rule = defineRequirement({
    id: "bucket-setting",
    category: "validity",
    description: "Buckets must be so",
    severity: "low",
    level: "advisory",
    why: "It is an example.",
    requirement: {
      types: [BUCKET],
      companions: [{ types: [LOGGING], by: "bucket", property: "targetPrefix", must: { equals: "logs/" } }],
      companionExample: { targetBucket: "logs" },
      consequence: "Nobody sees who reads it.",
    },
  });
  const found = (...resources: ReturnType<typeof resource>[]): { found: string[]; open: string[] } => {
    const { results, undecided } = checkRule(rule, Stack.from(build(resources, "preview")), context);
    return { found: results.map(({ name = "" }) => name), open: undecided.map(({ name }) => name) };
  };
  const [one, another] = [resource(BUCKET, "one"), resource(BUCKET, "another")];

  it("is met by one that names it and holds the value", () => {
    const logging = resource(LOGGING, "logging", { bucket: one.id, targetPrefix: "logs/" });
    expect(found(one, another, logging)).toEqual({ found: ["another"], open: [] });
    const wrong = resource(LOGGING, "logging", { bucket: one.id, targetPrefix: "other/" });
    expect(found(one, wrong)).toEqual({ found: ["one"], open: [] });
  });

  it("is not decided while it is not known what another one names or holds", () => {
    const naming = resource(LOGGING, "logging", { bucket: unknown, targetPrefix: "logs/" });
    expect(found(one, another, naming)).toEqual({ found: [], open: ["another", "one"] });
    const holding = resource(LOGGING, "logging", { bucket: one.id, targetPrefix: unknown });
    expect(found(one, another, holding)).toEqual({ found: ["another"], open: ["one"] });
  });

  it("shows how to add it", () => {
    expect(rule.fix).toEqual({
      typescript:
        'const bucketLogging = new aws.s3.BucketLogging("bucketLogging", {\n' +
        '  bucket: bucket.id,\n  targetPrefix: "logs/",\n  targetBucket: "logs",\n});',
      python:
        'bucket_logging = aws.s3.BucketLogging("bucketLogging",\n' +
        '    bucket=bucket.id,\n    target_prefix="logs/",\n    target_bucket="logs",\n)',
      yaml:
        "resources:\n  bucketLogging:\n    type: aws:s3:BucketLogging\n    properties:\n" +
        '      bucket: "${bucket.id}"\n      targetPrefix: "logs/"\n      targetBucket: "logs"',
    });
    expect(examplesFor(rule.requirements)).toEqual({
      incorrect: '\nconst bucket = new aws.s3.Bucket("bucket");\n',
      correct: `\nconst bucket = new aws.s3.Bucket("bucket");\n${rule.fix.typescript}\n`,
    });
  });
});

describe("what follows from the data of a requirement", () => {
  const rule = defineRequirement({
    id: "api-logging",
    category: "observability",
    description: "APIs must be so",
    severity: "low",
    level: "advisory",
    why: "It is an example.",
    requirement: {
      types: ["aws:appsync/graphQLApi:GraphQLApi"],
      property: "logConfig.fieldLogLevel",
      must: { isOneOf: ["ALL", "ERROR"] },
      consequence: "This follows.",
      example: { authenticationType: "AWS_IAM", logConfig: { cloudwatchLogsRoleArn: "${role.arn}" } },
      incorrect: "NONE",
    },
  });

  it("is the fix in each language, and the last sentence of its message", () => {
    expect(rule.fix).toEqual({
      typescript: 'logConfig: { fieldLogLevel: "ALL" },',
      python: 'log_config={ "field_log_level": "ALL" },',
      yaml: 'logConfig: { fieldLogLevel: "ALL" }',
    });
    const stack = Stack.from(build([resource("aws:appsync/graphQLApi:GraphQLApi", "one")], "preview"));
    expect(checkRule(rule, stack, context).results.map(({ message }) => message)).toEqual([
      '`fieldLogLevel` is not set. This follows. Set `logConfig: { fieldLogLevel: "ALL" }`.',
    ]);
  });

  it("is a pair of programs", () => {
    const examples = examplesFor(rule.requirements);
    expect(examples.incorrect).toContain('logConfig: { cloudwatchLogsRoleArn: role.arn, fieldLogLevel: "NONE" },');
    expect(examples.correct).toMatch(/^\nconst role = new aws\.iam\.Role\(/);
  });
});

const requirements = rules.flatMap((rule) =>
  ((rule as Partial<RuleOfRequirements>).requirements ?? []).flatMap((one) =>
    one.types.map((type) => [rule.id, type, one.property ?? "a companion", rule, one] as const),
  ),
);

/** A rule that reports also where no contract requires it. */
const heard = (rule: Rule): Rule => ({ ...rule, level: "advisory" });

const unknownAt = (path: string): Record<string, Input> => ({ [plainPath(path).split(".", 1).join("")]: unknown });

const asInputs = (inputs: Record<string, Plain>): Record<string, Wire> =>
  structuredClone(inputs) as Record<string, Wire>;

/** A contract that sets the key of a requirement to the number that the requirement has. */
function settingIn(must: Expectation | undefined): Contract {
  if (must === undefined || !("setting" in must) || must.setting === undefined) {
    return {};
  }
  const number = "atLeast" in must ? must.atLeast : must.atMost;
  return must.setting.key.split(".").reduceRight<unknown>((inner, key) => ({ [key]: inner }), number) as Contract;
}

describe.each(requirements)("the requirement of %s for %s: %s", (_id, type, _property, rule, requirement) => {
  const { property, must, whenAbsent, companions = [], orElse = [], when = [], example = {} } = requirement;
  const { right, wrong } = inputsOf(requirement);
  // Alone, since the others of its rule have values of their own.
  const { id, category, description, severity, why } = rule;
  const only = defineRequirement({ id, category, description, severity, why, level: "advisory", requirement });
  const contract = settingIn(must);
  const outcome = (inputs: Record<string, Input>): ReturnType<typeof outcomeOf> =>
    outcomeOf(only, type, inputs, contract);
  const foundIn = (others: Exported[], inputs: Record<string, Plain>, form: "created" | "discovered"): string[] => {
    const stack = exported([{ type, name: "one", inputs: asInputs(inputs) }, ...others], form);
    const { results, crashes } = checkRule(only, stack, { ...context, contract });
    expect(crashes).toEqual([]);
    return results.map(({ name = "" }) => name);
  };

  it("names what @pulumi/aws has", () => {
    const paths = [property ?? "region", ...[...orElse, ...when].map((one) => one.property), ...Object.keys(example)];
    expect(paths.map(plainPath).filter((path) => !isProperty(type, path))).toEqual([]);
    for (const companion of companions) {
      const { types, by = {}, named = "region", property: theirs = "region" } = companion;
      const own = typeof by === "string" ? [by] : Object.keys(by);
      const all = types.flatMap((one) => [theirs, ...own].map((path) => [one, plainPath(path)] as const));
      expect(all.filter(([one, path]) => !isProperty(one, path))).toEqual([]);
      expect(isProperty(type, named)).toBe(true);
    }
  });

  it("is not met by a wrong resource, as a program creates it and as it is discovered", () => {
    expect(foundIn([], wrong, "created")).toEqual(["one"]);
    expect(foundIn([], { ...wrong, region: "us-east-1", tags: { Team: "shop" } }, "discovered")).toEqual(["one"]);
  });

  if (property !== undefined && must !== undefined) {
    it("is met by a right resource, as a program creates it and as it is discovered", () => {
      expect(outcome(asInputs(right))).toEqual({ found: [], open: [] });
      expect(foundIn([], right, "created")).toEqual([]);
      expect(foundIn([], right, "discovered")).toEqual([]);
    });

    it("is not decided while the value is not known", () => {
      const { found, open } = outcome({ ...asInputs(right), ...unknownAt(property) });
      expect(found).toEqual([]);
      expect(open.length > 0).toBe(!("isSet" in must) || property.includes("."));
    });

    it("takes an absent value for its default", () => {
      const base = merged(applicable(requirement), {}) as Record<string, Plain>;
      const absent = foundIn([], base, "created").length;
      if (JSON.stringify(base).includes(`"${plainPath(property).split(".").at(-1) ?? ""}":`)) {
        return; // the example has it
      }
      if (whenAbsent !== undefined) {
        const inputs = merged(base, valueAt(property, whenAbsent)) as Record<string, Plain>;
        expect(foundIn([], inputs, "created")).toHaveLength(absent);
      } else if (!property.includes("[]")) {
        const isFine = ["isNot", "isNotOneOf", "lacks", "isAbsent"].some((key) => key in must);
        expect(absent).toBe(isFine ? 0 : 1);
      }
    });

    it("is not decided by a value of another type", () => {
      const isOfAnyType = ["isSet", "isAbsent", "countAtLeast"].some((key) => key in must);
      const inputs = merged(applicable(requirement), valueAt(property, { other: { than: "this" } }));
      expect(isOfAnyType || outcome(asInputs(inputs as Record<string, Plain>)).found.length === 0).toBe(true);
    });
  }

  for (const companion of companions) {
    it(`can be met by ${companion.types.join(" or ")}, and is not decided while it is not known for which resource it is`, () => {
      const { own, others } = withCompanion({ ...requirement, types: [type] }, companion);
      const all = others.map((one) => ({ ...one, inputs: asInputs(one.inputs) }));
      const inputs = { ...wrong, ...own };
      const first: Exported = { type, name: variableOf(type), inputs: asInputs(inputs) };
      const run = (resources: Exported[]): string[] =>
        checkRule(heard(rule), exported(resources), context).results.map(({ name = "" }) => name);
      expect(run([first, ...all])).toEqual([]);
      const by = typeof companion.by === "object" ? Object.values(companion.by) : [];
      const another = { ...asInputs(wrong), ...Object.fromEntries(by.map((key) => [key, "another"])) };
      expect(run([first, ...all, { ...first, name: "another", inputs: another }])).toEqual(["another"]);
      const hidden = Object.fromEntries(Object.keys(all[0]?.inputs ?? {}).map((key) => [key, UNKNOWN_STRING]));
      const open = exported([
        companion.named === undefined
          ? first
          : { ...first, inputs: { ...first.inputs, [companion.named]: UNKNOWN_STRING } },
        ...(companion.named === undefined ? all.map((one) => ({ ...one, inputs: hidden })) : []),
      ]);
      const { results, undecided } = checkRule(heard(rule), open, context);
      expect([results.length, undecided.length]).toEqual([0, 1]);
    });
  }
});
