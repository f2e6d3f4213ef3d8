import assert from "node:assert/strict";
import type { Contract } from "../contract/contract";
import type { Problem } from "../contract/problem";
import { remediationCheck } from "../rules/remediate";
import type { Level, Rule } from "../rules/rule";
import type { ProjectFacts, ProjectFiles } from "../source/project-files";
import { appliesTo, checkResource, checkRoot, checkStack, type RunContext, type Fix, type Outcome } from "../rules/run";
import { pathsOf } from "../graph/merge-patch";
import { joinPath } from "../graph/path";
import type { RecordedStack, Wire } from "../graph/recorded";
import { STACK_TYPE, Stack } from "../graph/stack";
import { traceReads } from "../graph/view";
import { isProperty } from "./aws-schema";
import { memoryFiles } from "./files";
import { remediated } from "./remediation";
import { build, type BuiltResource, type Shape } from "./stack";

/** One stack with its contract, configuration and files. */
export interface Case {
  /** What it is about: part of the test's name. */
  name: string;
  /** Its resources; none where it is absent. */
  stack?: BuiltResource[];
  /** Defaults to dev. */
  stackName?: string;
  /** What the stack promises; nothing where it is absent. */
  contract?: Contract;
  /** The errors in the contract as the user wrote it. */
  contractProblems?: Problem[];
  /** The day of the check, `YYYY-MM-DD`; defaults to 2026-11-22. */
  day?: string;
  /** The configuration in force, by full key such as `aws:region`. */
  config?: Record<string, string>;
  /** The region that AWS_REGION sets. */
  environmentRegion?: string;
  /** True in a deployment; a preview where it is absent. */
  deploying?: boolean;
  /** Files of the program by path; absent: its folder is not known. */
  files?: Record<string, string>;
  /** The value of PREFLIGHT_PROJECT, where that is not a folder. */
  missingFolder?: string;
  /** String literals of the program's sources, instead of those in `files`. */
  literals?: string[];
  /** A case is run as a first preview and as an update (an undecided one as a preview), unless one is named here. */
  shape?: Shape;
  /** A remediation, which sees one resource only, changes what the rest of this stack makes unnecessary. */
  isRemediated?: true;
}

/** A finding as a case expects it. */
export interface ExpectedFinding {
  /** The logical name; absent for a finding on the stack as a whole. */
  resource?: string;
  /** The property path; absent or empty for the resource itself. */
  path?: string;
  /** Defaults to mandatory for rules that are mandatory, advisory otherwise: state it where the contract decides. */
  level?: Level;
  /** Matches one of the messages on that resource. */
  message?: RegExp;
  /** Of a rule with a remediation: it leaves this finding, or does so in this shape. */
  stays?: true | Shape;
}

/** A stack in which the rule finds something. */
export interface InvalidCase extends Case {
  /** All of its findings, in any order. */
  findings: ExpectedFinding[];
  /** Strings that no message may contain. */
  secrets?: string[];
  /** Of a rule with a remediation: by resource, the properties that it changes, as they are then; absent where it removes one. */
  fixed?: Record<string, Record<string, Wire | undefined>>;
}

/** A stack in which the rule cannot decide. */
export interface UndecidedCase extends Case {
  /** `resource.path` of the checks that cannot be decided. */
  at: string[];
}

/** What a rule is tested with. */
export interface RuleCases {
  /** Stacks in which it finds nothing. */
  valid: readonly Case[];
  /** Stacks in which it has exactly the expected findings. */
  invalid: readonly InvalidCase[];
  /** Stacks in which it reports that it cannot decide. */
  undecided?: readonly UndecidedCase[];
}

const merge = (outcomes: Outcome[]): Outcome => ({
  results: outcomes.flatMap((outcome) => outcome.results),
  undecided: outcomes.flatMap((outcome) => outcome.undecided),
  ...(outcomes.find((outcome) => outcome.crash) && { crash: outcomes.map((outcome) => outcome.crash).join() }),
});

function filesOf(texts: Record<string, string>, literals: string[] | undefined): ProjectFiles {
  const files = memoryFiles(texts);
  return literals ? Object.defineProperty(files, "literals", { value: new Set(literals) }) : files;
}

/**
 * The context of a case.
 * @internal
 */
export function runContextOf(testCase: Case): RunContext {
  const { files, literals } = testCase;
  const project: ProjectFacts = {
    name: "shop",
    stack: testCase.stackName ?? "dev",
    config: new Map(Object.entries(testCase.config ?? {})),
    deploying: testCase.deploying ?? false,
    hasConfiguration: true,
    ...(testCase.environmentRegion && { environmentRegion: testCase.environmentRegion }),
    ...(testCase.missingFolder !== undefined && { missingFolder: testCase.missingFolder }),
    ...((files ?? literals) && { files: filesOf(files ?? {}, literals) }),
  };
  return {
    contract: testCase.contract ?? {},
    contractProblems: testCase.contractProblems ?? [],
    day: testCase.day ?? "2026-11-22",
    project,
  };
}

const recordedOf = ({ stack = [] }: Case, shape: Shape): RecordedStack => build(stack, shape);

/**
 * Runs a rule on a case as the pack does: each resource, then the stack, then the project.
 * @internal
 */
export function runRule(rule: Rule, testCase: Case, shape: Shape, recorded = recordedOf(testCase, shape)): Outcome {
  const stack = Stack.from(recorded);
  const runContext = runContextOf(testCase);
  const resources = stack.resources.filter((resource) => !resource.external && appliesTo(rule, resource.type));
  return merge([
    ...resources.map((resource) => checkResource(rule, resource, runContext)),
    checkStack(rule, stack, runContext),
    checkRoot(rule, runContext),
  ]);
}

/** The fixes of a rule's remediation in a case. */
function fixesOf(rule: Rule, testCase: Case, shape: Shape): { type: string; fix: Fix }[] {
  const check = remediationCheck(rule);
  const checked = check ? { ...rule, resource: check } : rule;
  return Stack.from(recordedOf(testCase, shape))
    .resources.filter((resource) => check && !resource.external && appliesTo(checked, resource.type))
    .flatMap((resource) => checkResource(checked, resource, runContextOf(testCase)).results)
    .flatMap(({ type = "", fix }) => (fix ? [{ type, fix }] : []));
}

/** A case's stack after the rule's remediation of each of its resources. */
function afterRemediation(rule: Rule, testCase: Case, shape: Shape): RecordedStack {
  return remediated(rule, recordedOf(testCase, shape), runContextOf(testCase), { whenNew: true });
}

/** By resource, the properties that have changed, with their new values. */
function changesBetween(before: RecordedStack, after: RecordedStack): Required<InvalidCase>["fixed"] {
  const changes = after.resources.map(({ name, inputs }, index) => {
    const old = before.resources[index]?.inputs ?? {};
    const keys = [...new Set([...Object.keys(old), ...Object.keys(inputs)])];
    const changed = keys.filter((key) => JSON.stringify(old[key]) !== JSON.stringify(inputs[key]));
    return [name, Object.fromEntries(changed.map((key) => [key, inputs[key]]))] as const;
  });
  return Object.fromEntries(changes.filter(([, changed]) => Object.keys(changed).length > 0));
}

const shapes = ({ shape }: Case): Shape[] => (shape ? [shape] : ["preview", "up"]);

const byText = (left: object, right: object): number => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1);

/** What runs tests, as jest, mocha and vitest (with `globals`) give it to every file, and Node.js on request. */
interface Runner {
  describe: (name: string, suite: () => void) => unknown;
  it: (name: string, test: () => void) => unknown;
}

function runner(): Runner {
  const { describe, it } = globalThis as Partial<Runner>;
  if (describe && it) {
    return { describe, it };
  }
  if (process.env["VITEST"] !== undefined) {
    throw new Error("ruleTest needs describe and it: set `test: { globals: true }` in vitest's configuration.");
  }
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded where no other runner is
  return require("node:test") as typeof import("node:test");
}

/** Notes what is read meanwhile: the type, and the path without indexes. */
function traced<T>(reads: Set<string>, run: () => T): T {
  traceReads((type, path) => reads.add(`${type} ${withoutIndexes(path)}`));
  try {
    return run();
  } finally {
    traceReads(undefined);
  }
}

const withoutIndexes = (path: string): string => path.replace(/\[\d+\]/g, "");

function checkMessages(results: Outcome["results"], { findings, secrets = [] }: InvalidCase): void {
  for (const { message, missingDependencies = [] } of results) {
    // A dependency that is to be added is drawn in reports too.
    assert.ok(
      missingDependencies.length > 0 || !/\bdepends_?on\b/i.test(message),
      "a finding that requires dependsOn has `missingDependencies`",
    );
    assert.match(message, /[.!?)]$/);
    assert.doesNotMatch(message, /undefined|\[object|Symbol\(|NaN/);
    // Not with `match`, which would print the secret.
    assert.ok(!secrets.some((secret) => message.includes(secret)), "a message contains a secret");
  }
  for (const { message: expected, resource } of findings) {
    const texts = results.filter(({ name }) => name === resource).map(({ message }) => message);
    if (expected && !texts.some((text) => expected.test(text))) {
      // It compares what cannot be equal, so that the report shows both.
      assert.deepStrictEqual(texts, [expected], "no message is as expected");
    }
  }
}

const locations = (results: Outcome["results"]): object[] =>
  results.map(({ name, path, message }) => ({ name, path, message }));

/** The same as objects of this realm, since jest's tests have another than Node.js itself, and with removed values. */
const plain = (changes: object): unknown =>
  JSON.parse(JSON.stringify(changes, (_key, value: unknown) => (value === undefined ? "(removed)" : value)));

const locationsAt = (results: readonly { name?: string; resource?: string; path?: string }[]): object[] =>
  results.map(({ name, resource = name ?? null, path = "" }) => ({ resource, path })).sort(byText);

/** A test of a case. */
type Check<T extends Case> = (one: T, shape: Shape) => void;

/**
 * Describes a rule by its cases, in whichever test runner runs the file, and checks that every property that it reads
 * exists in @pulumi/aws, since a misspelt one would always read as absent.
 */
export function ruleTest(rule: Rule, cases: RuleCases): void {
  const { describe, it } = runner();
  const reads = new Set<string>();
  const run = (testCase: Case, shape: Shape, recorded?: RecordedStack): Outcome => {
    const outcome = traced(reads, () => runRule(rule, testCase, shape, recorded));
    assert.equal(outcome.crash, undefined, "the rule crashed");
    return outcome;
  };
  const fixed = (testCase: Case, shape: Shape): RecordedStack =>
    traced(reads, () => afterRemediation(rule, testCase, shape));
  const each = <T extends Case>(
    kind: string,
    list: readonly T[],
    shapesOf: (one: Case) => readonly Shape[],
    checks: Readonly<Record<string, Check<T>>>,
  ): void => {
    for (const one of list) {
      for (const shape of shapesOf(one)) {
        describe(`${kind}: ${one.name} (${shape})`, () => {
          for (const [name, check] of Object.entries(checks)) {
            it(name, () => {
              check(one, shape);
            });
          }
        });
      }
    }
  };
  const isLeft: Check<Case> = (one, shape) => {
    const before = recordedOf(one, shape);
    assert.equal(JSON.stringify(fixed(one, shape)) !== JSON.stringify(before), one.isRemediated ?? false);
  };

  describe(rule.id, () => {
    each("valid", cases.valid, shapes, {
      "has no finding": (one, shape) => {
        assert.deepStrictEqual(locations(run(one, shape).results), []);
      },
      ...(rule.remediation && { "is changed by the remediation only where the case expects it": isLeft }),
    });

    each("invalid", cases.invalid, shapes, {
      "has exactly the expected findings": (one, shape) => {
        const { results } = run(one, shape);
        const usual: Level = rule.level === "mandatory" || rule.level === "only-if-required" ? "mandatory" : "advisory";
        const expected = one.findings.map(({ resource = null, path = "", level = usual }) => ({
          resource,
          path,
          level,
        }));
        const found = results.map(({ name = null, path, level }) => ({ resource: name, path, level }));
        assert.deepStrictEqual(found.sort(byText), expected.sort(byText));
        checkMessages(results, one);
      },
    });

    each("undecided", cases.undecided ?? [], ({ shape }) => [shape ?? "preview"], {
      "has no finding and names what is unknown": (one, shape) => {
        const { results, undecided } = run(one, shape);
        assert.deepStrictEqual(locations(results), []);
        const found = undecided.map(({ name, path }) => (path === "" ? name : `${name}.${path}`));
        assert.deepStrictEqual(found.sort(), [...one.at].sort());
      },
      ...(rule.remediation && { "is left as it is by the remediation": isLeft }),
    });

    if (rule.remediation) {
      const { does, doesWhenNew } = rule.remediation;
      const fixes = (): ReturnType<typeof fixesOf> =>
        cases.invalid.flatMap((one) => shapes(one).flatMap((shape) => fixesOf(rule, one, shape)));

      each("remediated", cases.invalid, shapes, {
        "has only the findings that are to stay": (one, shape) => {
          const recorded = fixed(one, shape);
          const stays = one.findings.filter((finding) => finding.stays === true || finding.stays === shape);
          assert.deepStrictEqual(locationsAt(run(one, shape, recorded).results), locationsAt(stays));
          if (one.fixed) {
            assert.deepStrictEqual(plain(changesBetween(recordedOf(one, shape), recorded)), plain(one.fixed));
          }
        },
      });

      it("has a case with the properties that it sets", () => {
        assert.ok(cases.invalid.some((one) => one.fixed !== undefined));
      });

      it("fixes what its docs state, on existing and on new resources", () => {
        const made = fixes();
        assert.deepStrictEqual(
          {
            does: made.some(({ fix: { whenNew } }) => !whenNew),
            doesWhenNew: made.some(({ fix: { whenNew } }) => whenNew),
          },
          { does: does !== undefined, doesWhenNew: doesWhenNew !== undefined },
        );
      });

      it("sets only properties that @pulumi/aws has", () => {
        const set = fixes().flatMap(({ type, fix: { at, patch } }) =>
          pathsOf(patch).map((keys) => ({ type, path: withoutIndexes(keys.reduce(joinPath, at)) })),
        );
        assert.deepStrictEqual(
          set.filter(({ type, path }) => !exists(type, path)),
          [],
        );
      });
    }

    it("reads only properties that @pulumi/aws has", () => {
      const wrong = [...reads].filter((read) => {
        const [type = "", path = ""] = read.split(" ", 2);
        return type !== STACK_TYPE && !exists(type, path);
      });
      assert.deepStrictEqual(wrong, []);
    });
  });
}

/** What other packages have is not known here. */
const exists = (type: string, path: string): boolean => !/^(?:aws|pulumi):/.test(type) || isProperty(type, path);
