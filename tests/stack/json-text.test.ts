import { jsonFault } from "../../stack/json-text";

describe("jsonFault", () => {
  it.each(['{"a":[1,2,{"b":null}]}', "[]", '"x"', " {} \n", '{"a":"\\u00e9\\""}', "-1.5e3", "true"])(
    "finds none in %s",
    (text) => {
      expect(jsonFault(text)).toBeUndefined();
    },
  );

  it.each([
    ["", 1, 1, "a value, found the end"],
    ["policy.json", 1, 1, "a value, found a word"],
    ['{"a": 1,}', 1, 9, "a name in double quotes, found }"],
    ['{\n  "a": [1, 2\n  "b": 3\n}', 3, 3, "a comma or the closing bracket, found a text"],
    ['{\n  "a": [1,\n  ]\n}', 3, 3, "a value, found ]"],
    ['{"a" 1}', 1, 6, "a colon, found 1"],
    ["{'a': 1}", 1, 2, "a name in double quotes or }, found a text in single quotes"],
    ["{a: 1}", 1, 2, "a name in double quotes or }, found a"],
    ['{"a": True}', 1, 7, "a value, found a word without quotes"],
    ['{"a": "x\n"}', 1, 7, "a value, found a text that is not closed"],
    ['{"a": "x', 1, 7, "a value, found a text that is not closed"],
    ['{"a": "\\', 1, 7, "a value, found a text that is not closed"],
    ['{"a": "\\x"}', 1, 7, "a value, found a text that is not closed, or has characters to be escaped"],
    ['{"a": [1, 2}', 1, 12, "a comma or the closing bracket, found }"],
    ['{"a": {"b": 1}', 1, 15, "a comma or the closing bracket, found the end"],
    ["{} {}", 1, 4, "nothing more, found {"],
    ["[] x", 1, 4, "nothing more, found x"],
    ['{"a": 01}', 1, 7, "a value, found a word"],
    ["[", 1, 2, "a value or ], found the end"],
  ])("finds where %j stops", (text, line, column, problem) => {
    const fault = jsonFault(text);
    expect(fault).toMatchObject({ line, column });
    expect(fault?.problem).toContain(problem);
  });

  it("is not troubled by depth or size", () => {
    expect(jsonFault("[".repeat(100_000))).toMatchObject({ column: 100_001 });
  });
});
