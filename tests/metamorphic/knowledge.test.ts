import type { Level } from "../../policies/rule";
import { differences, findingsOf, NONE, type Findings } from "../kit/findings";
import { describePrograms, recording, type Program } from "../kit/programs";
import { SHAPES } from "../../testing/stack";
import { partlyKnown, someExisting, withUnknowns } from "../kit/transform/knowledge";
import { numbers, SEEDS } from "../kit/transform/random";
import type { RecordedStack } from "../../stack/recorded";

/** Rules on what AWS refuses to make, and does not take away where it is there already: advisory then. */
const ON_WHAT_IS_TO_COME = new Set(["s3-acl-ownership", "s3-mfa-delete"]);

/** What is found, without what is not decided: that is what unknown values are about. */
const foundIn = ({ found }: Findings): Findings => ({
  found: found.map((one) => (ON_WHAT_IS_TO_COME.has(one.rule) ? { ...one, level: "advisory" } : one)),
  undecided: [],
});

async function bothOf(program: Program): Promise<{ preview: RecordedStack; deployed: RecordedStack }> {
  return { preview: await recording(program, "preview"), deployed: await recording(program, "up") };
}

const WEIGHT: Readonly<Record<Level, number>> = { advisory: 1, mandatory: 2 };

/** The worst level of what each rule finds at each place. */
function levelsOf({ found }: Findings): Map<string, number> {
  const levels = new Map<string, number>();
  for (const { rule, level, urn = "", path } of found) {
    const place = `${rule} ${urn} ${path}`;
    levels.set(place, Math.max(levels.get(place) ?? 0, WEIGHT[level]));
  }
  return levels;
}

/** One value in so many is taken away. */
const ONE_IN = 12;

/**
 * Where one finding stands for another, of the same fault, that comes out when the first cannot be told: of a role for
 * DMS under a wrong name and of the lack of one under the right name; of a credential where a service asks for it, and in
 * the secret that hands it on.
 */
const STOOD_FOR = /^(dms-role-name|credentials-hardcoded) /;

describePrograms((program) => {
  it("has the same findings, to the letter, in its first preview and once it is deployed", async () => {
    const { preview, deployed } = await bothOf(program);
    expect(differences(foundIn(findingsOf(program, preview)), foundIn(findingsOf(program, deployed)))).toEqual(NONE);
  });

  it("has the same findings, to the letter, in a preview when some of it is there already", async () => {
    const { preview, deployed } = await bothOf(program);
    const before = foundIn(findingsOf(program, preview));
    for (const seed of SEEDS) {
      const mixed = partlyKnown(preview, deployed, someExisting(preview, seed));
      expect(differences(before, foundIn(findingsOf(program, mixed)))).toEqual(NONE);
    }
  });

  it.each(SHAPES)(
    "has no new finding, and none that is worse, when some of its values are not known (%s)",
    async (shape) => {
      const recorded = await recording(program, shape);
      const before = levelsOf(findingsOf(program, recorded));
      for (const seed of SEEDS) {
        const drawn = numbers(20_000, ONE_IN, seed);
        const masked = withUnknowns(recorded, (index) => drawn[index % drawn.length] === 0);
        const worse = [...levelsOf(findingsOf(program, masked))].filter(
          ([place, level]) => level > (before.get(place) ?? 0),
        );
        expect(worse.filter(([place]) => !STOOD_FOR.test(place))).toEqual([]);
      }
    },
  );
});
