import fc from "fast-check";
import { findJsonError } from "../../targets/json-error";

const NAME = "a property's name in double quotes is expected";
const NUMBER = "a number is not as JSON writes it";
const BREAK = "a string goes on in the next line or has another control character in it";
const ESCAPE = "a string has a backslash that escapes nothing";
const EARLY = "it ends too early";
const VALUE = "a value is expected";

it.each([
  ["", 0, EARLY],
  [" \n", 2, EARLY],
  ["{", 1, EARLY],
  ['{"a"', 4, EARLY],
  ['{"a":', 5, EARLY],
  ['{"a":1', 6, EARLY],
  ['{"a":1,', 7, EARLY],
  ['["a', 3, EARLY],
  ['["a\\', 4, EARLY],
  ['["\\u00e', 7, EARLY],
  ["[tru", 4, EARLY],
  ["[-", 2, EARLY],
  ["[1.", 3, EARLY],
  ["[1.5e+", 6, EARLY],
  ["state", 0, VALUE],
  ["}", 0, VALUE],
  ["[1,]", 3, VALUE],
  ["[,1]", 1, VALUE],
  ['{"a": }', 6, VALUE],
  ['{"a": tru}', 6, VALUE],
  ["[NaN]", 1, VALUE],
  ["[undefined]", 1, VALUE],
  ["['a']", 1, VALUE],
  ['{"a": 1,}', 8, NAME],
  ["{'a': 1}", 1, NAME],
  ["{a: 1}", 1, NAME],
  ["{,}", 1, NAME],
  ['{"a" 1}', 5, "a colon is expected"],
  ['{"a": 1 "b": 2}', 8, 'a comma or "}" is expected'],
  ['{"a": 1]', 7, 'a comma or "}" is expected'],
  ['[1 "2"]', 3, 'a comma or "]" is expected'],
  ["[[1]}", 4, 'a comma or "]" is expected'],
  ["{} {}", 3, "the end of the file is expected"],
  ["1]", 1, "the end of the file is expected"],
  ["// state\n{}", 0, "JSON has no comments"],
  ["[/* one */ 1]", 1, "JSON has no comments"],
  ["[01]", 1, NUMBER],
  ["[1.]", 1, NUMBER],
  ["[-a]", 1, NUMBER],
  ["[1e]", 1, NUMBER],
  ['["a\nb"]', 3, BREAK],
  ['["a\tb"]', 3, BREAK],
  ['["\\x41"]', 2, ESCAPE],
  ['["\\u12"]', 2, ESCAPE],
])("finds in %j at %i that %s", (text, offset, reason) => {
  expect(findJsonError(text)).toEqual({ offset, reason });
});

/** Texts of JSON with one character put in, taken out or changed, and texts of what JSON is made of. */
const nearly = fc.oneof(
  fc
    .tuple(fc.json(), fc.nat(), fc.stringMatching(/^[ {}[\],:"'\\/0123.+eEtruefalsn\n\t-]?$/), fc.nat(2))
    .map(([json, at, put, taken]) => {
      const place = at % (json.length + 1);
      return json.slice(0, place) + put + json.slice(place + taken);
    }),
  fc
    .array(fc.constantFrom("{", "}", "[", "]", ",", ":", '"a"', '"', "1", "-", "0", "true", "null", " ", "\n", "\\"))
    .map((parts) => parts.join("")),
);

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

it("finds an error just where JSON.parse does", () => {
  fc.assert(
    fc.property(nearly, (text) => {
      expect(findJsonError(text) === undefined).toBe(parses(text));
    }),
    { numRuns: 5_000 },
  );
});

it("finds the first error: what stands before it is JSON that only ends too early, or is whole", () => {
  fc.assert(
    fc.property(nearly, (text) => {
      const { offset = text.length } = findJsonError(text) ?? {};
      const before = findJsonError(text.slice(0, offset));
      expect([undefined, EARLY]).toContain(before?.reason);
    }),
    { numRuns: 5_000 },
  );
});

it("takes texts that are large or deep", () => {
  const deep = 200_000;
  expect(findJsonError(`"${"x\\n".repeat(2_000_000)}"`)).toBeUndefined();
  expect(findJsonError("[".repeat(deep) + "]".repeat(deep - 1))).toEqual({ offset: 2 * deep - 1, reason: EARLY });
});
