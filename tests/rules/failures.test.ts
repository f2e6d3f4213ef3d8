import { rules } from "../../policies";
import { documentOf, FAILURE_DOCUMENTS, FAILURES } from "../../src/rules/failures";

const COUNTS = { F: 25, P: 19, B: 36, C: 13, E: 9 };

it("has all documented failures, each with a title and a sentence", () => {
  const ids = Object.entries(COUNTS).flatMap(([letter, count]) =>
    Array.from({ length: count }, (_, index) => `${letter}${String(index + 1)}`),
  );
  expect(Object.keys(FAILURES)).toEqual(ids);
  expect(Object.keys(FAILURE_DOCUMENTS)).toEqual(Object.keys(COUNTS));
  for (const [id, { title, sentence }] of Object.entries(FAILURES)) {
    expect({ id, title }).toEqual({ id, title: expect.stringMatching(/^[A-Z].*[^.]$/) as string });
    expect({ id, sentence }).toEqual({ id, sentence: expect.stringMatching(/^[A-Z].*\.$/) as string });
  }
});

it("is mirrored by rules, each failure by one at least", () => {
  const mirrored = new Set<string>(rules.flatMap(({ failures }) => failures));
  expect([...mirrored].filter((id) => !Object.hasOwn(FAILURES, id))).toEqual([]);
  expect(Object.keys(FAILURES).filter((id) => !mirrored.has(id))).toEqual([]);
});

it("knows the review of a failure", () => {
  expect(documentOf("B20")).toBe("blue-green migration");
});
