import type { Wire } from "../../src/graph/recorded";
import { Archive, Asset, decode, known, readJson, UNKNOWN, UNKNOWN_STRING } from "../../src/graph/value";

const SIGNATURE = "4dabf18193072939515e22adb298388d";
const ASSET = "c44067f5952c0a294b673a41bacd8c17";
const ARCHIVE = "0def7320c3a5731c473e5ecbe6d01bc7";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";
const OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
const REFERENCE = "5cf8f73096256a8f31e491e813e4eb8e";

describe("decode", () => {
  it.each([
    ["an unknown string", UNKNOWN_STRING, UNKNOWN],
    ["an unknown list", "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2", UNKNOWN],
    ["a string with the same length", "a".repeat(36), "a".repeat(36)],
    ["a secret", { [SIGNATURE]: SECRET, value: { a: [1, UNKNOWN_STRING] } }, { a: [1, UNKNOWN] }],
    ["a secret that the engine hides", { a: "[secret]", b: "not [secret]" }, { a: UNKNOWN, b: "not [secret]" }],
    ["a secret without a value", { [SIGNATURE]: SECRET }, null],
    ["an output with its value", { [SIGNATURE]: OUTPUT, value: "x" }, "x"],
    ["an output that is not known", { [SIGNATURE]: OUTPUT }, UNKNOWN],
    ["a reference to a resource", { [SIGNATURE]: REFERENCE, urn: "urn:x", id: "i-1" }, "i-1"],
    ["a reference to a component", { [SIGNATURE]: REFERENCE, urn: "urn:x" }, "urn:x"],
    ["a reference to nothing", { [SIGNATURE]: REFERENCE }, null],
    ["a signature of a later engine", { [SIGNATURE]: "later", value: 1 }, UNKNOWN],
    ["an inline asset", { [SIGNATURE]: ASSET, text: "hello" }, new Asset("hello")],
    ["an empty inline asset", { [SIGNATURE]: ASSET, text: "", path: "" }, new Asset("")],
    ["a file asset", { [SIGNATURE]: ASSET, path: "./a" }, new Asset(undefined, "./a")],
    ["a remote asset", { [SIGNATURE]: ASSET, uri: "https://a" }, new Asset(undefined, undefined, "https://a")],
    ["a folder", { [SIGNATURE]: ARCHIVE, path: "./a" }, new Archive(undefined, "./a")],
    ["a remote archive", { [SIGNATURE]: ARCHIVE, uri: "https://a" }, new Archive(undefined, undefined, "https://a")],
    [
      "named assets, those that are none left out",
      {
        [SIGNATURE]: ARCHIVE,
        assets: { "a.py": { [SIGNATURE]: ASSET, text: "x" }, b: { [SIGNATURE]: ARCHIVE, path: "b" }, c: 1 },
      },
      new Archive({ "a.py": new Asset("x"), b: new Archive(undefined, "b") }),
    ],
    ["plain values", { a: null, b: true, c: [1.5, "x"] }, { a: null, b: true, c: [1.5, "x"] }],
  ])("reads %s", (_name, wire, value) => {
    expect(decode(wire)).toEqual(value);
  });
});

describe("what is nested too deep", () => {
  const DEEPEST = 200;
  const nested = (levels: number): Wire => (levels === 0 ? "x" : [{ a: nested(levels - 1) }]);
  const text = (levels: number): string => `${'[{"a":'.repeat(levels)}"x"${"}]".repeat(levels)}`;

  /** The value at the end of the only path. */
  const bottom = (value: unknown): unknown =>
    typeof value === "object" && value !== null ? bottom(Object.values(value)[0]) : value;

  it("is unknown, and the rest is read", () => {
    expect(bottom(decode(nested(DEEPEST / 2)))).toBe("x");
    expect(bottom(decode(nested(DEEPEST)))).toBe(UNKNOWN);
    const signed = { [SIGNATURE]: ARCHIVE, assets: { a: { [SIGNATURE]: SECRET, value: nested(DEEPEST) } } };
    expect(decode(signed)).toEqual(new Archive({}));
  });

  it("is unknown in JSON too", () => {
    expect(bottom(readJson(text(DEEPEST / 2)))).toBe("x");
    expect(bottom(readJson(text(DEEPEST)))).toBe(UNKNOWN);
    expect(bottom(readJson(text(100_000)))).toBe(UNKNOWN);
    expect(readJson(text(2).slice(1))).toBeUndefined();
  });
});

describe("known", () => {
  it("is true for values only", () => {
    expect([known(UNKNOWN), known(undefined), known(""), known(0), known(false)]).toEqual([
      false,
      false,
      true,
      true,
      true,
    ]);
  });
});
