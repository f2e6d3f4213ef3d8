import type { RecordedResource, RecordedStack } from "../../src/graph/recorded";
import { grouped } from "../../src/graph/stack";
import { findingsOf } from "../kit/findings";
import { describePrograms, programs, recording, type Program } from "../kit/programs";

const isOfAws = ({ type }: RecordedResource): boolean => /^aws:[^:/]+\/[^:]+:/.test(type);

/** How many findings each rule has. A rule may report the same problem on another resource where one is skipped. */
function counts(program: Program, recorded: RecordedStack): Map<string, number> {
  const groups = grouped(findingsOf(program, recorded).found, ({ rule }) => [rule]);
  return new Map([...groups].map(([rule, found]) => [rule, found.length]));
}

/** The rules that have more findings where new resources are skipped, as `--target` and `--exclude` do it. */
function louderWithout(
  isSkipped: (resource: RecordedResource) => boolean,
  { program, recorded, before }: { program: Program; recorded: RecordedStack; before: ReadonlyMap<string, number> },
): string[] {
  const resources = recorded.resources.map((resource) =>
    isSkipped(resource) ? { ...resource, skipped: true, outputs: {} } : resource,
  );
  return [...counts(program, { ...recorded, resources })].flatMap(([rule, count]) =>
    count > (before.get(rule) ?? 0) ? [rule] : [],
  );
}

describePrograms((program) => {
  it("has no more findings where new resources are skipped: all of one type, or all of the other types", async () => {
    const recorded = await recording(program, "preview");
    const stack = { program, recorded, before: counts(program, recorded) };
    const types = [...new Set(recorded.resources.filter(isOfAws).map(({ type }) => type))];
    // One way in one program, the other way in the next: most types are in several.
    const louder = types.flatMap((type, index) =>
      (index + programs.indexOf(program)) % 2 === 0
        ? louderWithout((resource) => resource.type === type, stack)
        : louderWithout((resource) => isOfAws(resource) && resource.type !== type, stack),
    );
    expect(louder).toEqual([]);
  });
});
