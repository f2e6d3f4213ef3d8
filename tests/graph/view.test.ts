import fc from "fast-check";
import { Resource } from "../../src/graph/resource";
import { Archive, Asset, UNKNOWN, type Value } from "../../src/graph/value";
import { View } from "../../src/graph/view";

const of = (inputs: Value): Resource => new Resource({ urn: "urn:x", type: "aws:x/y:Y", name: "y", inputs });

describe("a view", () => {
  const resource = of({
    yes: true,
    text: "true",
    no: "false",
    number: 5,
    digits: " 7 ",
    blank: " ",
    none: null,
    later: UNKNOWN,
    map: { a: 1, "b c": UNKNOWN },
    list: ["x", UNKNOWN, null],
    single: [{ inner: "deep" }],
    several: [{ inner: 1 }, { inner: 2 }],
    empty: [],
    policy: '{"Statement":[{"Effect":"Allow"}]}',
    broken: "{",
    asset: new Asset("x"),
    archive: new Archive({}),
  });

  it("reads truth", () => {
    expect(["yes", "text", "no", "number", "none", "later", "map"].map((key) => resource.bool(key))).toEqual([
      true,
      true,
      false,
      UNKNOWN,
      undefined,
      UNKNOWN,
      UNKNOWN,
    ]);
  });

  it.each([
    [true, ["True", "TRUE", "1", "t", "T"]],
    [false, ["False", "FALSE", "0", "f", "F"]],
    [UNKNOWN, ["yes", "no", "on", "2", "tRUE", ""]],
  ] as const)("reads truth %p in the spellings that the provider converts", (expected, spellings) => {
    for (const spelling of spellings) {
      expect([spelling, of({ flag: spelling }).bool("flag")]).toEqual([spelling, expected]);
    }
  });

  it("reads numbers", () => {
    expect(["number", "digits", "blank", "yes", "none", "later", "text"].map((key) => resource.num(key))).toEqual([
      5,
      7,
      UNKNOWN,
      UNKNOWN,
      undefined,
      UNKNOWN,
      UNKNOWN,
    ]);
  });

  it("reads text", () => {
    expect(["text", "number", "yes", "none", "later", "map"].map((key) => resource.str(key))).toEqual([
      "true",
      "5",
      "true",
      undefined,
      UNKNOWN,
      UNKNOWN,
    ]);
  });

  it("reads lists, one value as a list of one", () => {
    const values = (key: string): unknown => {
      const list = resource.list(key);
      return Array.isArray(list) ? list.map((item) => [item.path, item.value]) : list;
    };
    expect(values("list")).toEqual([
      ["list[0]", "x"],
      ["list[1]", UNKNOWN],
      ["list[2]", undefined],
    ]);
    expect(values("text")).toEqual([["text", "true"]]);
    expect(values("none")).toBeUndefined();
    expect(values("later")).toBe(UNKNOWN);
  });

  it("reads maps", () => {
    const map = resource.entries("map");
    expect(Array.isArray(map) && map.map(([key, item]) => [key, item.path, item.value])).toEqual([
      ["a", "map.a", 1],
      ["b c", 'map["b c"]', UNKNOWN],
    ]);
    expect(["none", "later", "list", "asset", "archive", "text"].map((key) => resource.entries(key))).toEqual([
      undefined,
      UNKNOWN,
      UNKNOWN,
      UNKNOWN,
      UNKNOWN,
      UNKNOWN,
    ]);
  });

  it("goes through lists of one, and not through longer ones", () => {
    expect(resource.str("single", "inner")).toBe("deep");
    expect(resource.str("single", 0, "inner")).toBe("deep");
    expect(resource.num("several", "inner")).toBe(UNKNOWN);
    expect(resource.num("several", 1, "inner")).toBe(2);
    expect(resource.num("several", 2, "inner")).toBeUndefined();
    expect(resource.str("empty", "inner")).toBeUndefined();
  });

  it("answers unknown below what is unknown or of another shape, absent below what is absent", () => {
    expect(resource.str("later", "a", "b")).toBe(UNKNOWN);
    expect(resource.str("text", "a")).toBe(UNKNOWN);
    expect(resource.str("asset", "a")).toBe(UNKNOWN);
    expect(resource.str("archive", "a")).toBe(UNKNOWN);
    expect(resource.str("none", "a")).toBeUndefined();
    expect(resource.str("nothing", "a")).toBeUndefined();
    expect(resource.str("map", "toString")).toBeUndefined();
  });

  it("knows what it is", () => {
    expect([resource.at("none").isAbsent, resource.at("later").isAbsent, resource.at("text").isAbsent]).toEqual([
      true,
      false,
      false,
    ]);
    expect([resource.at("none").isUnknown, resource.at("later").isUnknown]).toEqual([false, true]);
    expect(resource.at("single", 0, "inner").path).toBe("single[0].inner");
    expect(resource.at("single").resource).toBe(resource);
    expect(resource.at().path).toBe("");
  });

  it("reads JSON texts", () => {
    expect(resource.json("policy").str("Statement", "Effect")).toBe("Allow");
    expect(resource.json("map").num("a")).toBe(1);
    expect(resource.json("broken").isUnknown).toBe(true);
    expect(resource.json("none").isAbsent).toBe(true);
  });

  it("lists every scalar below", () => {
    const paths = (key: string): [string, unknown][] =>
      resource
        .at(key)
        .scalars()
        .map(({ path, value }) => [path, value]);
    expect(paths("several")).toEqual([
      ["several[0].inner", 1],
      ["several[1].inner", 2],
    ]);
    expect(paths("map")).toEqual([
      ["map.a", 1],
      ['map["b c"]', UNKNOWN],
    ]);
    expect(paths("none")).toEqual([]);
    expect(paths("asset")).toHaveLength(1);
  });

  it("gives the texts among properties", () => {
    expect(resource.texts(["text", "none", "later", "number", "no"])).toEqual(["true", "false"]);
  });

  it("never throws, whatever the shape", () => {
    const keys = fc.array(fc.oneof(fc.string(), fc.nat({ max: 3 })), { maxLength: 4 });
    fc.assert(
      fc.property(fc.anything(), keys, (value, path) => {
        const view = new View(value as Value, "", of({}));
        view.bool(...path);
        view.num(...path);
        view.str(...path);
        view.list(...path);
        view.entries(...path);
        view.json(...path).scalars();
      }),
    );
  });
});

describe("a resource without inputs", () => {
  it("answers unknown to everything", () => {
    const resource = new Resource({ urn: "urn:x", type: "aws:alb/listener:Listener", name: "l" });
    expect(resource.external).toBe(true);
    expect([resource.str("port"), resource.list("a"), resource.id]).toEqual([UNKNOWN, UNKNOWN, UNKNOWN]);
    expect(resource.type).toBe("aws:lb/listener:Listener");
    expect(resource.isComputed("port")).toBe(false);
  });
});
