import { patchedAt, pathsOf, type Patch } from "../../src/graph/merge-patch";
import type { Key } from "../../src/graph/path";
import type { Wire } from "../../src/graph/recorded";
import { SIGNATURE, SIGNATURES, UNKNOWN_STRING } from "../../src/graph/value";

const secret = (value: Wire): Wire => ({ [SIGNATURE]: SIGNATURES.secret, value });
const asset: Wire = { [SIGNATURE]: SIGNATURES.asset, text: "x" };

it.each<[string, Wire, Key[], Patch, Wire]>([
  ["sets a property", { a: 1 }, [], { b: true }, { a: 1, b: true }],
  ["replaces one, in its place", { a: 1, b: 2 }, [], { a: 3 }, { a: 3, b: 2 }],
  ["takes one out", { a: 1, b: null }, [], { a: null }, { b: null }],
  ["takes out what is not there", { a: 1 }, [], { b: null }, { a: 1 }],
  ["goes on inside", { a: { b: { c: 1 }, d: null } }, ["a", "b"], { e: "x" }, { a: { b: { c: 1, e: "x" }, d: null } }],
  ["makes what is missing on the way", {}, ["a"], { b: { c: true } }, { a: { b: { c: true } } }],
  ["makes what is null on the way", { a: null }, ["a"], { b: 1 }, { a: { b: 1 } }],
  ["leaves out what it takes out of nothing", {}, [], { a: { b: null, c: 1 } }, { a: { c: 1 } }],
  ["goes on in an element", { a: [{ b: 1 }, { b: 2 }] }, ["a", 1], { b: 3 }, { a: [{ b: 1 }, { b: 3 }] }],
  ["goes on in the only element", { a: [{ b: 1 }] }, ["a"], { c: 2 }, { a: [{ b: 1, c: 2 }] }],
  ["fills an empty list", { a: [] }, ["a"], { c: 2 }, { a: [{ c: 2 }] }],
  ["takes an object for a list of one", { a: { b: 1 } }, ["a", 0], { c: 2 }, { a: { b: 1, c: 2 } }],
  ["adds elements", { a: ["x"] }, [], { a: { 1: "y", 2: "z" } }, { a: ["x", "y", "z"] }],
  ["replaces a list", { a: ["x"] }, [], { a: ["y", { b: 1 }] }, { a: ["y", { b: 1 }] }],
  ["keeps a secret", { a: secret(false) }, [], { a: true }, { a: secret(true) }],
  ["keeps a secret on the way", { a: secret({ b: 1 }) }, ["a"], { c: 2 }, { a: secret({ b: 1, c: 2 }) }],
  [
    "keeps what is unknown beside it",
    { a: { b: UNKNOWN_STRING } },
    ["a"],
    { c: 2 },
    { a: { b: UNKNOWN_STRING, c: 2 } },
  ],
  [
    "keeps a key of any name",
    { a: { "x.y": 1 } },
    ["a"],
    { __proto_: 2, "z.w": 3 },
    { a: { "x.y": 1, __proto_: 2, "z.w": 3 } },
  ],
])("%s", (_name, inputs, keys, patch, expected) => {
  const before = structuredClone(inputs);
  expect(patchedAt(inputs, keys, patch)).toEqual(expected);
  expect(inputs).toEqual(before);
});

it.each<[string, Wire, Key[], Patch]>([
  ["the value is not known", { a: UNKNOWN_STRING }, [], { a: 1 }],
  ["the value to take out is not known", { a: UNKNOWN_STRING }, [], { a: null }],
  ["a secret is not known", { a: secret(UNKNOWN_STRING) }, [], { a: 1 }],
  ["the value around it is not known", { a: UNKNOWN_STRING }, ["a"], { b: 1 }],
  ["a part of what it replaces is not known", { a: [1, UNKNOWN_STRING] }, [], { a: [2] }],
  ["a part of what it replaces is secret", { a: { b: secret(1) } }, [], { a: 2 }],
  ["what it takes out is secret", { a: secret(1) }, [], { a: null }],
  ["it is in an asset", { a: asset }, ["a"], { text: "y" }],
  ["it would replace an asset", { a: asset }, [], { a: "y" }],
  ["it is in a string", { a: "x" }, ["a"], { b: 1 }],
  ["the list has several elements", { a: [{}, {}] }, ["a"], { b: 1 }],
  ["the element is beyond the end", { a: ["x"] }, [], { a: { 2: "y" } }],
  ["an element would go", { a: ["x"] }, [], { a: { 0: null } }],
  ["the list is not there", {}, ["a", 0], { b: 1 }],
  ["one of several places cannot be changed", { a: 1, b: UNKNOWN_STRING }, [], { a: 2, b: 3 }],
])("makes nothing where %s", (_name, inputs, keys, patch) => {
  expect(patchedAt(inputs, keys, patch)).toBeUndefined();
});

it("names the places that it changes", () => {
  expect(pathsOf({ a: null, b: { c: 1, d: { 0: { e: [1] } } }, f: {} })).toEqual([
    ["a"],
    ["b", "c"],
    ["b", "d", 0, "e"],
    ["f"],
  ]);
});
