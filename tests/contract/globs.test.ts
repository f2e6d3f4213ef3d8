import fc from "fast-check";
import { makeRe } from "picomatch";
import { globMatcher, unpairedBracket } from "../../src/contract/globs";

const matches = (glob: string, text: string): boolean => globMatcher(glob)(text);

describe("globMatcher", () => {
  it.each([
    ["", "", true],
    ["", "a", false],
    ["*", "", true],
    ["*", "urn:pulumi:dev::shop::aws:s3/bucket:Bucket::logs", true],
    ["a*c", "abbc", true],
    ["a*c", "abcd", false],
    ["*b*b*", "abcb", true],
    ["*b*b*", "abc", false],
    ["db-?", "db-1", true],
    ["db-?", "db-", false],
    ["db-?", "db-🦦", true],
    ["db-[0-9]", "db-7", true],
    ["db-[0-9]", "db-x", false],
    ["db-[!0-9]", "db-x", true],
    ["db-[^0-9a]", "db-a", false],
    ["[]x]", "]", true],
    ["[a-]", "-", true],
    ["{old,legacy}-db", "legacy-db", true],
    ["{old,legacy}-db", "new-db", false],
    ["{a,b*}", "bdog", true],
    ["{a,}b", "b", true],
    ["{a}", "{a}", true],
    ["{}", "{}", true],
    ["a\\*", "a*", true],
    ["a\\*", "ab", false],
    ["a\\", "a\\", true],
    ["(a|b)", "(a|b)", true],
    ["A", "a", false],
  ])("%s on %s: %s", (glob, text, expected) => {
    expect(matches(glob, text)).toBe(expected);
  });

  it("matches nothing where a bracket has no partner", () => {
    expect(["[", "[a", "{", "{a,b", "]"].map((glob) => matches(glob, glob))).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it("matches what picomatch matches", () => {
    const part = fc.constantFrom("a", "b", "c", "-", "*", "?", "[ab]", "[^ab]", "[a-c]", "{a,bc}", "{a*,b?}");
    const glob = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(""));
    const text = fc
      .array(fc.constantFrom("a", "b", "c", "-"), { minLength: 1, maxLength: 8 })
      .map((all) => all.join(""));
    fc.assert(
      fc.property(glob, text, (one, other) => {
        expect(matches(one, other)).toBe(makeRe(one, { bash: true, dot: true }).test(other));
      }),
      { numRuns: 2_000 },
    );
  });

  it("takes no time that grows with the power of the length, as regular expressions do", () => {
    expect(matches(`${"*a".repeat(200)}b`, "a".repeat(5_000))).toBe(false);
    expect(matches(`${"{a,aa}".repeat(80)}b`, "a".repeat(150))).toBe(false);
  });
});

describe("unpairedBracket", () => {
  it.each([
    ["legacy-{a,b", "{"],
    ["db[0", "["],
    ["db[", "["],
    ["db0]", "]"],
    ["{a,[b}", "["],
    ["{a,{b,c}}", "{"],
    ["db\\[0", undefined],
    ["subnet[0]", undefined],
    ["a}", undefined],
    ["*", undefined],
  ])("of %s: %s", (glob, bracket) => {
    expect(unpairedBracket(glob)).toBe(bracket);
  });
});
