import fc from "fast-check";
import { findJsonError } from "../../src/graph/json-error";

const SYMBOL = "a string in double quotes, a number, true, false or null is expected";
const NAME = "a property name in double quotes is expected";
const NUMBER = "a number is incomplete";
const OPEN_STRING = "a string is not closed before the end of the line";
const ESCAPE = "a string has an invalid escape sequence";
const COMMA = "a comma or a closing bracket is expected";
const COMMENT = "JSON has no comments";
const EARLY = "it ends too early";
const VALUE = "a value is expected";
const END = "nothing more is expected";

it.each(['{"a":[1,2,{"b":null}]}', "[]", '"x"', " {} \n", '{"a":"\\u00e9\\""}', "-1.5e3", "true"])(
  "finds no error in %s",
  (text) => {
    expect(findJsonError(text)).toBeUndefined();
  },
);

it.each([
  ["", 1, 1, EARLY],
  [" \n", 2, 1, EARLY],
  ["{", 1, 2, EARLY],
  ['{"a"', 1, 5, EARLY],
  ['{"a":', 1, 6, EARLY],
  ['{"a":1', 1, 7, EARLY],
  ['{"a":1,', 1, 8, EARLY],
  ['["a', 1, 4, EARLY],
  ['["a\\', 1, 5, EARLY],
  ["[1.", 1, 4, EARLY],
  ["state", 1, 1, SYMBOL],
  ["policy.json", 1, 1, SYMBOL],
  ["[NaN]", 1, 2, SYMBOL],
  ["['a']", 1, 2, SYMBOL],
  ["{'a': 1}", 1, 2, SYMBOL],
  ["{a: 1}", 1, 2, SYMBOL],
  ['{"a": True}', 1, 7, SYMBOL],
  ["[-a]", 1, 2, SYMBOL],
  ["}", 1, 1, VALUE],
  ["[1,]", 1, 4, VALUE],
  ["[,1]", 1, 2, VALUE],
  ['{\n  "a": [1,\n  ]\n}', 3, 3, VALUE],
  ['{"a": }', 1, 7, VALUE],
  ['{"a": 1,}', 1, 9, NAME],
  ['{"a" 1}', 1, 6, "a colon is expected"],
  ['{\n  "a": [1, 2\n  "b": 3\n}', 3, 3, COMMA],
  ['{"a": 1]', 1, 8, COMMA],
  ["{} {}", 1, 4, END],
  ["1]", 1, 2, END],
  ["// state\n{}", 1, 1, COMMENT],
  ["[/* one */ 1]", 1, 2, COMMENT],
  ["[1.]", 1, 2, NUMBER],
  ["[01]", 1, 3, COMMA],
  ['["a\nb"]', 1, 2, OPEN_STRING],
  ['["a\tb"]', 1, 2, "a string has a control character that must be escaped"],
  ['["\\x41"]', 1, 2, ESCAPE],
  ['["\\u12"]', 1, 2, ESCAPE],
])("finds in %j at line %i, column %i that %s", (text, line, column, reason) => {
  expect(findJsonError(text)).toEqual({ line, column, reason });
});

/** JSON with one character inserted, removed or changed, and sequences of JSON's tokens. */
const nearlyJson = fc.oneof(
  fc
    .tuple(fc.json(), fc.nat(), fc.stringMatching(/^[ {}[\],:"'\\/0123.+eEtruefalsn\n\t-]?$/), fc.nat(2))
    .map(([json, at, inserted, removed]) => {
      const offset = at % (json.length + 1);
      return json.slice(0, offset) + inserted + json.slice(offset + removed);
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

it("finds an error exactly where JSON.parse does", () => {
  fc.assert(
    fc.property(nearlyJson, (text) => {
      expect(findJsonError(text) === undefined).toBe(parses(text));
    }),
    { numRuns: 5_000 },
  );
});

it("reads a long or deep text, and cannot locate an error in a deep one", () => {
  const deep = 100_000;
  expect(findJsonError("[".repeat(deep) + "]".repeat(deep))).toBeUndefined();
  expect(findJsonError(`"${"x\\n".repeat(2_000_000)}"`)).toBeUndefined();
  expect(findJsonError("[".repeat(deep))).toEqual({ line: 1, column: 1, reason: "it is nested too deeply" });
});
