import { resolveContract } from "../../contract/resolve";
import type { EffectiveContract } from "../../contract/schema";
import { RULE_IDS } from "../../policies";
import type { RecordedStack } from "../../stack/recorded";
import { differences, findingsOf, mapFindings, NONE, withoutTexts, type Findings } from "../kit/findings";
import { describePrograms, recording } from "../kit/programs";
import { SHAPES } from "../../testing/stack";
import { inAnotherProject, meaningless, renamed } from "../kit/transform/names";
import { SEEDS } from "../kit/transform/random";

const PREFIX = "zq7-";

/** Rules that tell how long a name is which AWS or the provider makes of the logical one. */
const ON_LENGTH = new Set(["load-balancer-name-length", "name-charset"]);

/** Rules that tell of several resources at the one whose name comes first, or is the first too many. */
const ON_ONE_OF_SEVERAL = new Set([
  "account-singleton",
  "nat-gateway-elastic-ip-shared",
  "security-group-cycle",
  "service-quota",
]);

/**
 * What a name says to a rule, and nothing else in it may count: the environment's suffix (in the stack's name), the
 * functions of which a contract asks for variables, the active side of blue and green, a migration, and a database. Its
 * length, characters and separators are kept as well, since the provider makes the name in AWS of it.
 */
const MEANT =
  /^(dev|switch|active|colou?r|current|live|blue|green|environment|migrat\w*|schema|init|db|database|sql|mysql|cache|redis)$/;

const contractOf = ({ config, stack }: RecordedStack): EffectiveContract =>
  resolveContract({ stackConfig: config, stack, ruleIds: RULE_IDS }).contract;

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
        without(one, ON_LENGTH, { message: "" }),
      );
      expect(before && after && differences(before, after)).toEqual(NONE);
    },
  );

  it.each(SHAPES)("has the same findings at the same places when its names mean nothing (%s)", async (shape) => {
    const recorded = await recording(program, shape);
    const atPlaces = (findings: Findings): Findings =>
      without(withoutTexts(findings), ON_ONE_OF_SEVERAL, { urn: undefined, path: "" });
    const before = atPlaces(findingsOf(program, recorded));
    for (const seed of SEEDS) {
      const { recorded: other, urnBefore } = renamed(
        recorded,
        meaningless(recorded, (word) => MEANT.test(word), seed),
      );
      expect(differences(before, atPlaces(mapFindings(findingsOf(program, other), urnBefore)))).toEqual(NONE);
    }
  });

  it.each(SHAPES)(
    "has the same findings in another project and stack, where the contract names neither (%s)",
    async (shape) => {
      const recorded = await recording(program, shape);
      const { environmentSuffix, project } = contractOf(recorded);
      if (environmentSuffix === undefined && project?.name === undefined) {
        const { recorded: other, urnBefore } = inAnotherProject(recorded, "another-project", "k7");
        const found = mapFindings(findingsOf(program, other), urnBefore);
        expect(differences(findingsOf(program, recorded), found)).toEqual(NONE);
      }
    },
  );
});
