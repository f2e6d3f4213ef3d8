import { joinPath, keysOf, overlaps, type Key } from "../../src/graph/path";

it.each<[string, Key[]]>([
  ["", []],
  ["tags", ["tags"]],
  ["ingress[0].cidrBlocks[12]", ["ingress", 0, "cidrBlocks", 12]],
  ['tags["kubernetes.io/role"].x', ["tags", "kubernetes.io/role", "x"]],
  ['tags["a"]b"]', ["tags", 'a"]b']],
  ["a-b.c_d", ["a-b", "c_d"]],
])("joins and takes apart %s", (path, keys) => {
  expect(keys.reduce(joinPath, "")).toBe(path);
  expect(keysOf(path)).toEqual(keys);
});

it.each(['tags["plain"]', "a[*].b", "a..b", "a[0", 'tags["a"].b"]'])(
  "does not take apart what is not of its own: %s",
  (path) => {
    expect(keysOf(path)).toBeUndefined();
  },
);

it("decides whether one path leads to the other or around it", () => {
  expect(overlaps(["tags"], ["tags", "Name"])).toBe(true);
  expect(overlaps(["tags", "Name"], ["tags"])).toBe(true);
  expect(overlaps([], ["tags"])).toBe(true);
  expect(overlaps(["tags", "Name"], ["tags", "Owner"])).toBe(false);
  expect(overlaps(["tags"], ["tagsAll"])).toBe(false);
});
