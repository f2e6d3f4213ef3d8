import { differences, findingsOf, mapFindings, NONE, type Findings } from "../kit/findings";
import { describePrograms, recording } from "../kit/programs";
import { SHAPES } from "../../src/testing/stack";
import { inOneComponent, inTwoComponents, ONE_LEVEL, THREE_LEVELS } from "../kit/transform/components";
import { forEachSeed } from "../kit/transform/random";

/** The rule on how a program is divided into components, which has to see how it is divided. */
const ON_COMPONENTS = "resource-has-parent";

const withoutComponents = ({ found, undecided }: Findings): Findings => ({
  found: found.filter(({ rule }) => rule !== ON_COMPONENTS),
  undecided,
});

describePrograms((program) => {
  describe.each([
    ["one level", ONE_LEVEL],
    ["three levels", THREE_LEVELS],
  ])("in components of its own, %s deep", (_, types) => {
    it.each(SHAPES)("has the same findings, to the letter, in one of them (%s)", async (shape) => {
      const recorded = await recording(program, shape);
      const { recorded: wrapped, urnBefore } = inOneComponent(recorded, types);
      const found = mapFindings(findingsOf(program, wrapped), urnBefore);
      expect(differences(findingsOf(program, recorded), found)).toEqual(NONE);
    });

    it.each(SHAPES)("has the same findings, to the letter, in two of them and outside (%s)", async (shape) => {
      const recorded = await recording(program, shape);
      const before = withoutComponents(findingsOf(program, recorded));
      forEachSeed((seed) => {
        const { recorded: wrapped, urnBefore } = inTwoComponents(recorded, types, seed);
        const found = withoutComponents(mapFindings(findingsOf(program, wrapped), urnBefore));
        expect(differences(before, found)).toEqual(NONE);
      });
    });
  });
});
