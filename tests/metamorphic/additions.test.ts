import { differences, findingsOf, NONE, type Findings } from "../kit/findings";
import { describePrograms, recording } from "../kit/programs";
import { SHAPES } from "../../testing/stack";
import { withStrangers, withTag } from "../kit/transform/additions";

/** The rule that tells of all resources at once, in numbers and names. */
const ON_ALL = "cost-allocation-tags";

const withoutNumbers = ({ found, undecided }: Findings): Findings => ({
  found: found.map((one) => (one.rule === ON_ALL ? { ...one, message: "" } : one)),
  undecided,
});

describePrograms((program) => {
  it.each(SHAPES)("has the same findings beside resources that have nothing to do with it (%s)", async (shape) => {
    const recorded = await recording(program, shape);
    const { recorded: more, strangers } = withStrangers(recorded);
    const { found, undecided } = findingsOf(program, more);
    const own: Findings = {
      found: found.filter(({ urn = "" }) => !strangers.has(urn)),
      undecided: undecided.filter(({ urn }) => !strangers.has(urn)),
    };
    expect(differences(withoutNumbers(findingsOf(program, recorded)), withoutNumbers(own))).toEqual(NONE);
  });

  it.each(SHAPES)("has the same findings, to the letter, with a tag more that nobody asks for (%s)", async (shape) => {
    const recorded = await recording(program, shape);
    const tagged = withTag(recorded, "Mascot", "otter");
    expect(tagged).not.toEqual(recorded);
    expect(differences(findingsOf(program, recorded), findingsOf(program, tagged))).toEqual(NONE);
  });
});
