import fc from "fast-check";
import { parse, stringify } from "yaml";
import { inserted } from "../../src/cli/settings/insert";

const EXEMPTION = { rule: "rds-not-public", resource: "legacy-*", reason: "it's: moving # soon", until: "2027-01-31" };
const PATH = ["config", "preflight:exemptions"];

function added(text: string, path: readonly string[] = PATH, value: unknown = [EXEMPTION]): string {
  return inserted("F.yaml", text, { path, value }).text;
}

describe("a value goes into a file of any layout, and the rest stays to the letter", () => {
  it.each([
    ["an empty file", ""],
    ["a comment alone", "# nothing yet\n"],
    ["an empty map", "config:\n"],
    ["an empty map with comments", "config: # here\n  # nothing yet\nencryptionsalt: v1:abc\n"],
    ["a comment at the end", "config:\n  aws:region: us-east-1 # keep\n  # trailing\nencryptionsalt: v1:abc\n"],
    ["four columns and no newline at the end", "config:\n    aws:region:   'us-east-1'"],
    ["Windows newlines", "config:\r\n  aws:region: us-east-1\r\nother: 1\r\n"],
    [
      "a list without indent",
      "config:\n  preflight:exemptions:\n  - rule: a\n    resource: b # x\n\n  # y\n  a:b: c\n",
    ],
    ["an empty list in brackets", "config:\n  preflight:exemptions: []\n"],
    ["a list in brackets", "config:\n  preflight:exemptions: [ {rule: a} ] # why\n"],
    ["a key without a value", "config:\n  preflight:exemptions:\n  aws:region: x\n"],
    ["maps in braces", "config: {aws:region: us-east-1,}\n"],
    ["JSON", '{\n  "config": {\n    "a:b": "c"\n  }\n}\n'],
    ["a text of several lines before it", "config:\n  a:key: |\n    text\n    more\n"],
    ["a text that keeps its newlines", "config:\n  a:key: |+\n    text\n\n\nother: 1\n"],
    ["an anchor beside it", "config:\n  a:b: &c\n    d: 1\n  e:f: *c\n"],
  ])("%s", (_name, text) => {
    const result = added(text);
    const before = (parse(text) ?? {}) as { config?: Record<string, unknown[]> };
    const list = before.config?.["preflight:exemptions"] ?? [];
    expect(parse(result)).toEqual({ ...before, config: { ...before.config, [PATH[1] ?? ""]: [...list, EXEMPTION] } });
    expect(isInsertion(text, result)).toBe(true);
    expect(result.includes("\r\n")).toBe(text.includes("\r\n"));
    expect(/[^\r]\n/.test(result) && result.includes("\r\n")).toBe(false);
  });

  it("adds keys to a map that is there", () => {
    expect(
      added("config:\n  preflight:contract:\n    a: 1\nx: 2\n", ["config", "preflight:contract"], { b: [1] }),
    ).toBe("config:\n  preflight:contract:\n    a: 1\n    b:\n      - 1\nx: 2\n");
  });

  it("holds for maps of any shape", () => {
    const scalar = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
    const values = fc.dictionary(
      fc.stringMatching(/^[a-z]{1,5}:[a-z]{1,5}$/),
      fc.oneof(scalar, fc.array(scalar), fc.dictionary(fc.string(), scalar)),
    );
    const layout = fc.record({
      indent: fc.integer({ min: 1, max: 6 }),
      indentSeq: fc.boolean(),
      lineWidth: fc.constantFrom(0, 30),
    });
    fc.assert(
      fc.property(values, fc.option(fc.string()), layout, (config, other, options) => {
        const text = stringify({ config, ...(other !== null && { other }) }, options);
        const result = added(text);
        expect(isInsertion(text, result)).toBe(true);
        expect((parse(result) as { config: unknown }).config).toEqual({
          ...config,
          "preflight:exemptions": [EXEMPTION],
        });
      }),
    );
  });
});

/** True where one text is the other with something put in at one place. */
function isInsertion(text: string, result: string): boolean {
  let start = 0;
  while (start < text.length && text[start] === result[start]) {
    start++;
  }
  return result.endsWith(text.slice(start));
}

it("quotes what another reader of YAML would take for something else", () => {
  expect(added("", ["a"], ["2027-01-31", "yes", "0o7", "1e3", "on"])).toBe(
    'a:\n  - "2027-01-31"\n  - "yes"\n  - "0o7"\n  - "1e3"\n  - "on"\n',
  );
});

it("shows the keys that lead there and what is new, and nothing else of the file", () => {
  const { shown } = inserted("F.yaml", "config:\n  db:password: hunter2\n", { path: PATH, value: ["x"] });
  expect(shown).toEqual(["  config:", "+   preflight:exemptions:", "+     - x"]);
});

it.each([
  ["an alias", "a: &a\n  x: 1\nconfig: *a\n"],
  ["a text", "config: text\n"],
])("says what to write where it cannot: %s", (_name, text) => {
  expect(() => added(text)).toThrow(/F\.yaml .*write this into it yourself:\nconfig:\n {2}preflight:exemptions:/);
});
