import type { Problem } from "../../contract/resolve";
import type { Contract } from "../../contract/schema";
import { placesOf } from "../../stack/merge-patch";
import { joinPath } from "../../stack/path";
import type { RecordedStack, Wire } from "../../stack/recorded";
import { STACK_TYPE, Stack } from "../../stack/stack";
import { traceReads } from "../../stack/view";
import { remediationCheck } from "../../policies/remediate";
import type { Level, ProjectFacts, ProjectFiles, Rule } from "../../policies/rule";
import {
  appliesTo,
  checkResource,
  checkRoot,
  checkStack,
  type Circumstances,
  type Mend,
  type Outcome,
} from "../../policies/run";
import { isProperty } from "./aws-schema";
import { memoryFiles } from "./memory-files";
import { remediated } from "./remediation";
import { build, type BuiltResource, type Shape } from "./stack-builder";

/** One stack and what surrounds it. */
export interface Case {
  name: string;
  stack?: BuiltResource[];
  /** Defaults to dev. */
  stackName?: string;
  contract?: Contract;
  contractProblems?: Problem[];
  /** Defaults to 2026-11-22. */
  day?: string;
  config?: Record<string, string>;
  environmentRegion?: string;
  deploying?: boolean;
  /** Files of the program by path; absent: its folder is not known. */
  files?: Record<string, string>;
  missingFolder?: string;
  /** String literals of the program's sources, instead of those in `files`. */
  literals?: string[];
  /** A case is run as a first preview and as an update (an undecided one as a preview), unless one is named here. */
  shape?: Shape;
  /** A remediation, which sees one resource only, changes what the rest of this stack makes unnecessary. */
  isRemediated?: true;
}

export interface ExpectedFinding {
  /** The logical name; absent for a finding on the stack as a whole. */
  resource?: string;
  /** The property path; absent or empty for the resource itself. */
  path?: string;
  /** Defaults to mandatory for rules that are mandatory, advisory otherwise: state it where the contract decides. */
  level?: Level;
  message?: RegExp;
  /** Of a rule with a remediation: it leaves this finding, or does so in this shape. */
  stays?: true | Shape;
}

export interface InvalidCase extends Case {
  findings: ExpectedFinding[];
  /** Texts that no message may contain. */
  secrets?: string[];
  /** Of a rule with a remediation: by resource, the properties that it changes, as they are then; absent where it takes one out. */
  mended?: Record<string, Record<string, Wire | undefined>>;
}

export interface UndecidedCase extends Case {
  /** `resource.path` of the checks that cannot be decided. */
  at: string[];
}

const merge = (outcomes: Outcome[]): Outcome => ({
  results: outcomes.flatMap((outcome) => outcome.results),
  undecided: outcomes.flatMap((outcome) => outcome.undecided),
  ...(outcomes.find((outcome) => outcome.fault) && { fault: outcomes.map((outcome) => outcome.fault).join() }),
});

function filesOf(texts: Record<string, string>, literals: string[] | undefined): ProjectFiles {
  const files = memoryFiles(texts);
  return literals ? Object.defineProperty(files, "literals", { value: new Set(literals) }) : files;
}

/** What surrounds a case. */
function circumstancesOf(testCase: Case): Circumstances {
  const { files, literals } = testCase;
  const project: ProjectFacts = {
    name: "shop",
    stack: testCase.stackName ?? "dev",
    config: new Map(Object.entries(testCase.config ?? {})),
    deploying: testCase.deploying ?? false,
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

/** Runs a rule on a case as the pack does: each resource, then the stack, then the project. */
export function runRule(rule: Rule, testCase: Case, shape: Shape, recorded = recordedOf(testCase, shape)): Outcome {
  const stack = Stack.from(recorded);
  const circumstances = circumstancesOf(testCase);
  const resources = stack.resources.filter((resource) => !resource.outside && appliesTo(rule, resource.type));
  return merge([
    ...resources.map((resource) => checkResource(rule, resource, circumstances)),
    checkStack(rule, stack, circumstances),
    checkRoot(rule, circumstances),
  ]);
}

const recordedOf = ({ stack = [] }: Case, shape: Shape): RecordedStack => build(stack, shape);

/** The mends that a rule's remediation offers on a case. */
function mendsOf(rule: Rule, testCase: Case, shape: Shape): { type: string; mend: Mend }[] {
  const check = remediationCheck(rule);
  const asked = check ? { ...rule, resource: check } : rule;
  return Stack.from(recordedOf(testCase, shape))
    .resources.filter((resource) => check && !resource.outside && appliesTo(asked, resource.type))
    .flatMap((resource) => checkResource(asked, resource, circumstancesOf(testCase)).results)
    .flatMap(({ type = "", mend }) => (mend ? [{ type, mend }] : []));
}

const shapes = ({ shape }: Case): Shape[] => (shape ? [shape] : ["preview", "up"]);

/** By resource, the properties that have changed, with their new values. */
function changesBetween(before: RecordedStack, after: RecordedStack): Required<InvalidCase>["mended"] {
  const changes = after.resources.map(({ name, inputs }, index) => {
    const old = before.resources[index]?.inputs ?? {};
    const keys = [...new Set([...Object.keys(old), ...Object.keys(inputs)])];
    const changed = keys.filter((key) => JSON.stringify(old[key]) !== JSON.stringify(inputs[key]));
    return [name, Object.fromEntries(changed.map((key) => [key, inputs[key]]))] as const;
  });
  return Object.fromEntries(changes.filter(([, changed]) => Object.keys(changed).length > 0));
}

/** True where the remediation changes something in a case's stack. */
function changedBy(rule: Rule, testCase: Case, shape: Shape): boolean {
  const recorded = recordedOf(testCase, shape);
  const after = remediated(rule, recorded, circumstancesOf(testCase), { whenNew: true });
  return JSON.stringify(after) !== JSON.stringify(recorded);
}

const byText = (left: object, right: object): number => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1);

/** Describes a rule by its cases, and checks that every property that it reads exists in @pulumi/aws. */
export function ruleTest(
  rule: Rule,
  cases: { valid: Case[]; invalid: InvalidCase[]; undecided?: UndecidedCase[] },
): void {
  describe(rule.id, () => {
    const reads = new Set<string>();
    beforeAll(() => {
      traceReads((type, path) => reads.add(`${type} ${path.replace(/\[\d+\]/g, "")}`));
    });
    afterAll(() => {
      traceReads(undefined);
    });

    describe.each(cases.valid.flatMap((one) => shapes(one).map((shape) => [one.name, shape, one] as const)))(
      "valid: %s (%s)",
      (_name, shape, one) => {
        it("has no finding", () => {
          const { results, fault } = runRule(rule, one, shape);
          expect(fault).toBeUndefined();
          expect(results.map(({ name, path, message }) => ({ name, path, message }))).toEqual([]);
        });
        if (rule.remediation) {
          it(`is ${one.isRemediated ? "changed" : "left as it is"} by the remediation`, () => {
            expect(changedBy(rule, one, shape)).toBe(one.isRemediated ?? false);
          });
        }
      },
    );

    describe.each(cases.invalid.flatMap((one) => shapes(one).map((shape) => [one.name, shape, one] as const)))(
      "invalid: %s (%s)",
      (_name, shape, one) => {
        it("has exactly the expected findings", () => {
          const { results, fault } = runRule(rule, one, shape);
          expect(fault).toBeUndefined();
          const wanted = one.findings.map(({ resource, path = "", level }) => ({
            resource: resource ?? null,
            path,
            level: level ?? (rule.level === "mandatory" || rule.level === "contract" ? "mandatory" : "advisory"),
          }));
          const found = results.map(({ name, path, level }) => ({ resource: name ?? null, path, level }));
          expect([...found].sort(byText)).toEqual([...wanted].sort(byText));
          for (const { message, awaits = [] } of results) {
            // An edge that is to be added is drawn in reports too.
            expect(awaits.length > 0 || !/\bdepends_?on\b/i.test(message)).toBe(true);
            expect(message).toMatch(/[.!?)]$/);
            expect(message).not.toMatch(/undefined|\[object|Symbol\(|NaN/);
            one.secrets?.forEach((secret) => {
              expect(message).not.toContain(secret);
            });
          }
          for (const { message, resource } of one.findings) {
            if (message) {
              const texts = results.filter(({ name }) => name === resource).map((result) => result.message);
              expect(texts).toContainEqual(expect.stringMatching(message));
            }
          }
        });
      },
    );

    if (rule.remediation) {
      const { does, doesWhenNew } = rule.remediation;
      const mends = cases.invalid.flatMap((one) => shapes(one).flatMap((shape) => mendsOf(rule, one, shape)));

      describe.each(cases.invalid.flatMap((one) => shapes(one).map((shape) => [one.name, shape, one] as const)))(
        "remediated: %s (%s)",
        (_name, shape, one) => {
          it("has only the findings that are to stay", () => {
            const recorded = remediated(rule, recordedOf(one, shape), circumstancesOf(one), { whenNew: true });
            const { results } = runRule(rule, one, shape, recorded);
            const wanted = one.findings
              .filter(({ stays }) => stays === true || stays === shape)
              .map(({ resource, path = "" }) => ({ resource, path }));
            const found = results.map(({ name, path }) => ({ resource: name, path }));
            expect([...found].sort(byText)).toEqual([...wanted].sort(byText));
            if (one.mended) {
              expect(changesBetween(recordedOf(one, shape), recorded)).toEqual(one.mended);
            }
          });
        },
      );

      it("has a case that says what is set", () => {
        expect(cases.invalid.some(({ mended }) => mended !== undefined)).toBe(true);
      });

      it("mends what its docs say, on existing and on new resources", () => {
        expect({
          does: mends.some(({ mend }) => !mend.whenNew),
          doesWhenNew: mends.some(({ mend }) => mend.whenNew),
        }).toEqual({ does: does !== undefined, doesWhenNew: doesWhenNew !== undefined });
      });

      it("sets only properties that @pulumi/aws has", () => {
        const places = mends.flatMap(({ type, mend: { at, patch } }) =>
          placesOf(patch).map((keys) => ({ type, path: keys.reduce(joinPath, at).replace(/\[\d+\]/g, "") })),
        );
        expect(places.filter(({ type, path }) => !isProperty(type, path))).toEqual([]);
      });
    }

    if (cases.undecided) {
      describe.each(
        cases.undecided.flatMap((one) =>
          [one.shape ?? ("preview" as const)].map((shape) => [one.name, shape, one] as const),
        ),
      )("undecided: %s (%s)", (_name, shape, one) => {
        it("has no finding and names what it could not know", () => {
          const { results, undecided, fault } = runRule(rule, one, shape);
          expect(fault).toBeUndefined();
          expect(results.map(({ name, path, message }) => ({ name, path, message }))).toEqual([]);
          expect(undecided.map(({ name, path }) => (path === "" ? name : `${name}.${path}`)).sort()).toEqual(
            [...one.at].sort(),
          );
        });
        if (rule.remediation) {
          it("is left as it is by the remediation", () => {
            expect(changedBy(rule, one, shape)).toBe(false);
          });
        }
      });
    }

    it("reads only properties that @pulumi/aws has", () => {
      const wrong = [...reads].filter((read) => {
        const [type = "", path = ""] = read.split(" ", 2);
        return type !== STACK_TYPE && !isProperty(type, path);
      });
      expect(wrong).toEqual([]);
    });
  });
}
