import { joinNames, wordsOf } from "../../src/graph/words";

describe("words", () => {
  it.each([
    ["dbPassword", ["DB", "PASSWORD"]],
    ["DB_PASSWORD", ["DB", "PASSWORD"]],
    ["db-password2", ["DB", "PASSWORD2"]],
    ["", []],
  ])("of %s", (name, words) => {
    expect(wordsOf(name)).toEqual(words);
  });

  it.each([
    [[], ""],
    [["a"], "a"],
    [["a", "b"], "a and b"],
    [["a", "b", "c", "d"], "a, b, c and d"],
    [["a", "b", "c", "d", "e", "f"], "a, b, c, d and 2 more"],
  ])("join %j", (names, sentence) => {
    expect(joinNames(names)).toBe(sentence);
  });
});
