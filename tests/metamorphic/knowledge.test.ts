import type { Level } from "../../src/rules/rule";
import { findingsOf, NONE, type Findings } from "../kit/findings";
import { describePrograms, recording, type Program } from "../kit/programs";
import { EXISTS_ALREADY } from "../../src/rules/run";
import { SHAPES } from "../../src/testing/stack";
import { partlyKnown, someExisting, withUnknowns } from "../kit/transform/knowledge";
import { forEachSeed } from "../kit/transform/random";
import type { RecordedStack } from "../../src/graph/recorded";

/** Rules that report less about a resource that exists: about what AWS rejects or does only while one is created. */
const ABOUT_CREATION = new Set([
  "account-singleton",
  "api-gateway-deployment-methods",
  "cognito-client-pool",
  "dms-role-name",
  "ecs-cluster-capacity-providers",
  "ecs-image-from-empty-repository",
  "s3-acl-ownership",
  "s3-mfa-delete",
  "s3-notification-permission",
  "security-group-cycle",
]);

/** Rules on order matter only where both resources are created. */
const isAboutCreation = (rule: string): boolean => ABOUT_CREATION.has(rule) || /-(?:after|before)-|-order$/.test(rule);

/** The level of each finding, as it is before the resource exists. */
function byLine({ found }: Findings): Map<string, Level> {
  return new Map(
    found.map(({ rule, level, urn = "", path, message }) => {
      const isCreated = message.includes(EXISTS_ALREADY);
      return [`${rule} ${urn} ${path}: ${message.replace(` ${EXISTS_ALREADY}`, "")}`, isCreated ? "mandatory" : level];
    }),
  );
}

/** What a stack that exists, all of it or in part, reports otherwise than a first preview does. */
function changesOf(preview: Findings, existing: Findings): { lost: string[]; gained: string[] } {
  const [before, after] = [byLine(preview), byLine(existing)];
  const isExpected = (line: string, now: Level | undefined): boolean =>
    isAboutCreation(line.split(" ", 1).join("")) && now !== "mandatory";
  const lost = [...before].filter(([line, level]) => after.get(line) !== level && !isExpected(line, after.get(line)));
  // Of two resources where AWS allows one, the new one is reported.
  const gained = [...after].filter(([line]) => !before.has(line) && !line.startsWith("account-singleton "));
  return { lost: lost.map(([line]) => line), gained: gained.map(([line]) => line) };
}

async function bothOf(program: Program): Promise<{ preview: RecordedStack; deployed: RecordedStack }> {
  return { preview: await recording(program, "preview"), deployed: await recording(program, "up") };
}

const WEIGHT: Readonly<Record<Level, number>> = { advisory: 1, mandatory: 2 };

/** The worst level of each rule's findings at each location. */
function levelsOf({ found }: Findings): Map<string, number> {
  const levels = new Map<string, number>();
  for (const { rule, level, urn = "", path } of found) {
    const location = `${rule} ${urn} ${path}`;
    levels.set(location, Math.max(levels.get(location) ?? 0, WEIGHT[level]));
  }
  return levels;
}

/** The worst level at a location or inside of it: what is unknown as a whole has no inside. */
function levelBefore(before: ReadonlyMap<string, number>, location: string): number {
  const inside = [...before].filter(([other]) => other === location || /^[.[]/.test(other.slice(location.length)));
  return Math.max(0, ...inside.filter(([other]) => other.startsWith(location)).map(([, level]) => level));
}

/**
 * Rules that report one cause at one of several locations, so at another one where the first is unknown: a role for DMS
 * under a wrong name, or its absence under the right one; a credential in a service, or in the secret that provides it.
 */
const REPLACED = /^(dms-role-name|credentials-hardcoded) /;

describePrograms((program) => {
  it("has the same findings in its first preview and once it is deployed", async () => {
    const { preview, deployed } = await bothOf(program);
    expect(changesOf(findingsOf(program, preview), findingsOf(program, deployed))).toEqual(NONE);
  });

  it("has the same findings in a preview when some of it exists", async () => {
    const { preview, deployed } = await bothOf(program);
    const before = findingsOf(program, preview);
    forEachSeed((seed) => {
      const mixed = partlyKnown(preview, deployed, someExisting(preview, seed));
      expect(changesOf(before, findingsOf(program, mixed))).toEqual(NONE);
    });
  });

  it.each(SHAPES)("has no new or worse finding when some of its values are not known (%s)", async (shape) => {
    const recorded = await recording(program, shape);
    const before = levelsOf(findingsOf(program, recorded));
    forEachSeed((seed) => {
      const masked = withUnknowns(recorded, seed);
      const worse = [...levelsOf(findingsOf(program, masked))].filter(
        ([location, level]) => level > levelBefore(before, location),
      );
      expect(worse.filter(([location]) => !REPLACED.test(location))).toEqual([]);
    });
  });
});
