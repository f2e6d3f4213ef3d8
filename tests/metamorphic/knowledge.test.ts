import { differences, findingsOf, NONE, type Findings, type Found } from "../kit/findings";
import { describePrograms, recording } from "../kit/programs";
import { SHAPES } from "../kit/stack-builder";
import { partlyKnown, someExisting, withUnknowns } from "../kit/transform/knowledge";
import { numbers, SEEDS } from "../kit/transform/random";

const found = (findings: Findings): Findings => ({ found: findings.found, undecided: [] });

describePrograms((program) => {
  it("up", async () => {
    const [preview, deployed] = await Promise.all(SHAPES.map((shape) => recording(program, shape)));
    const before = found(findingsOf(program, preview!));
    expect(differences(before, found(findingsOf(program, deployed!)))).toEqual(NONE);
  });
  it("mixed", async () => {
    const [preview, deployed] = await Promise.all(SHAPES.map((shape) => recording(program, shape)));
    const before = found(findingsOf(program, preview!));
    for (const seed of SEEDS) {
      const mixed = partlyKnown(preview!, deployed!, someExisting(preview!, seed));
      expect(differences(before, found(findingsOf(program, mixed)))).toEqual(NONE);
    }
  });
  it.each(SHAPES)("masked (%s)", async (shape) => {
    const recorded = await recording(program, shape);
    const key = ({ rule, level, urn, path }: Found) => [rule, level, urn, path].join(" ");
    const before = new Set(findingsOf(program, recorded).found.map(key));
    for (const seed of SEEDS) {
      const drawn = numbers(20_000, 12, seed);
      const masked = withUnknowns(recorded, (index) => drawn[index % drawn.length] === 0);
      const gained = findingsOf(program, masked).found.filter((one) => !before.has(key(one)));
      expect(gained.map((one) => key(one) + one.message + seed)).toEqual([]);
    }
  });
});
