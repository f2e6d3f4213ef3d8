import { differences, findingsOf, NONE } from "../kit/findings";
import { describePrograms, recording } from "../kit/programs";
import { SHAPES } from "../../src/testing/stack";
import { inAnotherOrder } from "../kit/transform/order";
import { forEachSeed } from "../kit/transform/random";

// The engine sends resources in random order.
describePrograms((program) => {
  it.each(SHAPES)(
    "has the same findings, to the letter, in whatever order its resources are sent (%s)",
    async (shape) => {
      const recorded = await recording(program, shape);
      const findings = findingsOf(program, recorded);
      forEachSeed((seed) => {
        expect(differences(findings, findingsOf(program, inAnotherOrder(recorded, seed)))).toEqual(NONE);
      });
    },
  );
});
