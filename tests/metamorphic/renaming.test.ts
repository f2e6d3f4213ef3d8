import { resolveContract } from "../../src/contract/resolve";
import type { EffectiveContract } from "../../src/contract/schema";
import { RULE_IDS } from "../../policies";
import type { RecordedStack } from "../../src/graph/recorded";
import { differences, findingsOf, mapFindings, NONE, withoutTexts, type Findings } from "../kit/findings";
import { describePrograms, recording } from "../kit/programs";
import { SHAPES } from "../../src/testing/stack";
import { inAnotherProject, meaningless, renamed } from "../kit/transform/names";
import { forEachSeed } from "../kit/transform/random";

const PREFIX = "zq7-";

/** Rules that are about the names themselves. */
const ABOUT_NAMES = new Set(["name-matches-pattern"]);

/** Rules that report the length of the name that AWS or the provider makes of the logical one. */
const ON_LENGTH = new Set(["load-balancer-name-length", "name-charset"]);

/** Rules that report several resources at the one whose name comes first, or is the first too many. */
const ON_ONE_OF_SEVERAL = new Set([
  "account-singleton",
  "duplicate-resources",
  "nat-gateway-elastic-ip-shared",
  "security-group-cycle",
  "service-quota",
  "target-group-one-balancer",
]);

/**
 * The parts of a name that may matter to a rule: the environment's suffix (in the stack's name), the
 * functions whose variables a contract requires, the active side of blue and green, a migration, and a database. Its
 * length, characters and separators are kept as well, since the provider makes the name in AWS of it.
 */
const MEANT =
  /^(dev|switch|active|colou?r|current|live|blue|green|environment|migrat\w*|schema|init|db|database|sql|mysql|cache|redis)$/;

const contractOf = ({ config, stack }: RecordedStack): EffectiveContract =>
  resolveContract({ stackConfig: config, stack, ruleIds: RULE_IDS }).contract;

/** Findings without the hints that name variables, which the sources have under the old names only. */
const withoutVariables = ({ found, undecided }: Findings): Findings => ({
  found: found.map((one) => (/depends_?on/i.test(one.message) ? { ...one, message: "" } : one)),
  undecided,
});

const notAboutNames = ({ found, undecided }: Findings): Findings => ({
  found: found.filter(({ rule }) => !ABOUT_NAMES.has(rule)),
  undecided: undecided.filter(({ rule }) => !ABOUT_NAMES.has(rule)),
});

const without = ({ found, undecided }: Findings, rules: ReadonlySet<string>, keys: object): Findings => ({
  found: found.map((one) => (rules.has(one.rule) ? { ...one, ...keys } : one)),
  undecided,
});

describePrograms((program) => {
  it.each(SHAPES)(
    "has the same findings, to the letter, when each name begins with the same text (%s)",
    async (shape) => {
      const recorded = await recording(program, shape);
      const { recorded: other, urnBefore } = renamed(recorded, ({ name }) => PREFIX + name);
      const found = mapFindings(findingsOf(program, other), urnBefore, (text) => text.replaceAll(PREFIX, ""));
      const [before, after] = [findingsOf(program, recorded), found].map((one) =>
        withoutVariables(without(notAboutNames(one), ON_LENGTH, { message: "" })),
      );
      expect(before && after && differences(before, after)).toEqual(NONE);
    },
  );

  it.each(SHAPES)("has the same findings at the same places when its names mean nothing (%s)", async (shape) => {
    const recorded = await recording(program, shape);
    const atPlaces = (findings: Findings): Findings =>
      without(notAboutNames(withoutTexts(findings)), ON_ONE_OF_SEVERAL, { urn: undefined, path: "" });
    const before = atPlaces(findingsOf(program, recorded));
    forEachSeed((seed) => {
      const { recorded: other, urnBefore } = renamed(
        recorded,
        meaningless(recorded, (word) => MEANT.test(word), seed),
      );
      expect(differences(before, atPlaces(mapFindings(findingsOf(program, other), urnBefore)))).toEqual(NONE);
    });
  });

  it.each(SHAPES)(
    "has the same findings in another project and stack, where the contract names neither (%s)",
    async (shape) => {
      const recorded = await recording(program, shape);
      const { environmentSuffix, project } = contractOf(recorded);
      if (environmentSuffix === undefined && project?.name === undefined) {
        const { recorded: other, urnBefore } = inAnotherProject(recorded, "another-project", "k7");
        const found = mapFindings(findingsOf(program, other), urnBefore);
        expect(differences(notAboutNames(findingsOf(program, recorded)), notAboutNames(found))).toEqual(NONE);
      }
    },
  );
});
