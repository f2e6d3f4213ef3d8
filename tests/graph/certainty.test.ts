import { allOf, anyOf, not, type Certainty } from "../../src/graph/certainty";
import { UNKNOWN } from "../../src/graph/value";

it.each<[Certainty[], Certainty]>([
  [[], false],
  [[false, false], false],
  [[false, UNKNOWN], UNKNOWN],
  [[UNKNOWN, true], true],
])("any of %p", (certainties, expected) => {
  expect(anyOf(certainties)).toBe(expected);
});

it.each<[Certainty[], Certainty]>([
  [[], true],
  [[true, true], true],
  [[true, UNKNOWN], UNKNOWN],
  [[UNKNOWN, false], false],
])("all of %p", (certainties, expected) => {
  expect(allOf(certainties)).toBe(expected);
});

it.each<[Certainty, Certainty]>([
  [true, false],
  [false, true],
  [UNKNOWN, UNKNOWN],
])("not %p", (certainty, expected) => {
  expect(not(certainty)).toBe(expected);
});
