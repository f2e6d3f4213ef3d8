import { differences, findingsOf, NONE, type Findings } from "../kit/findings";
import { describePrograms, recording } from "../kit/programs";
import { SHAPES } from "../../src/testing/stack";
import { withUnrelated, withTag } from "../kit/transform/additions";

/** The rule that reports all resources at once, in numbers and names. */
const ON_ALL = "cost-allocation-tags";

const withoutNumbers = ({ found, undecided }: Findings): Findings => ({
  found: found.map((one) => (one.rule === ON_ALL ? { ...one, message: "" } : one)),
  undecided,
});

describePrograms((program) => {
  it.each(SHAPES)("has the same findings beside resources that have nothing to do with it (%s)", async (shape) => {
    const recorded = await recording(program, shape);
    const { recorded: more, unrelated } = withUnrelated(recorded);
    const { found, undecided } = findingsOf(program, more);
    const own: Findings = {
      found: found.filter(({ urn = "" }) => !unrelated.has(urn)),
      undecided: undecided.filter(({ urn }) => !unrelated.has(urn)),
    };
    expect(differences(withoutNumbers(findingsOf(program, recorded)), withoutNumbers(own))).toEqual(NONE);
  });

  it.each(SHAPES)(
    "has the same findings, to the letter, with one more tag that is not required (%s)",
    async (shape) => {
      const recorded = await recording(program, shape);
      const tagged = withTag(recorded, "Mascot", "otter");
      expect(tagged).not.toEqual(recorded);
      expect(differences(findingsOf(program, recorded), findingsOf(program, tagged))).toEqual(NONE);
    },
  );
});
