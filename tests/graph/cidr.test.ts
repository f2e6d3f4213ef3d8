import fc from "fast-check";
import {
  beginsAtFirst,
  coverInternet,
  contains,
  cover,
  neededForInternet,
  overlaps,
  parseBlock,
  sizeOf,
  type Block,
} from "../../src/graph/cidr";

const block = (text: string): Block => {
  const parsed = parseBlock(text);
  if (!parsed) {
    throw new Error(`${text} is no block`);
  }
  return parsed;
};

describe("CIDR blocks", () => {
  it("are read from texts, host bits dropped", () => {
    expect(parseBlock("10.0.1.7/24")).toEqual({ family: 4, first: 0x0a000100n, last: 0x0a0001ffn });
    expect(parseBlock("::/0")).toEqual({ family: 6, first: 0n, last: (1n << 128n) - 1n });
    expect(sizeOf(block("10.0.0.0/16"))).toBe(65536n);
  });

  it.each(["", "10.0.0.0", "10.0.0.0/33", "10.1/16", "vpc-123", "::/129", "0.0.0.0/-1"])("are not %p", (text) => {
    expect(parseBlock(text)).toBeUndefined();
  });

  it.each([
    ["10.0.1.0/24", true],
    ["10.0.1.7/24", false],
    ["10.0.1.7/32", true],
    ["2001:db8::/32", true],
    ["2001:db8::1/32", false],
    ["2001:db8::1/128", true],
    ["10.0.1.7", undefined],
  ])("%s begins at its first address: %p", (text, expected) => {
    expect(beginsAtFirst(text)).toBe(expected);
  });

  it("overlap and contain within one family only", () => {
    expect(overlaps(block("10.0.0.0/16"), block("10.0.255.0/24"))).toBe(true);
    expect(overlaps(block("10.0.0.0/16"), block("10.1.0.0/16"))).toBe(false);
    expect(overlaps(block("0.0.0.0/0"), block("::/0"))).toBe(false);
    expect(overlaps(block("10.0.0.255/32"), block("10.0.0.0/24"))).toBe(true);
    expect(overlaps(block("10.0.0.0/24"), block("10.0.0.255/32"))).toBe(true);
    expect(contains(block("10.0.0.0/16"), block("10.0.255.0/24"))).toBe(true);
    expect(contains(block("10.0.255.0/24"), block("10.0.0.0/16"))).toBe(false);
    expect(contains(block("::/0"), block("10.0.0.0/16"))).toBe(false);
  });

  it.each([
    [["10.0.0.0/32"], "10.0.0.0/32", true],
    [["10.0.0.0/32"], "10.0.0.0/31", false],
    [["10.0.0.0/32", "10.0.0.1/32"], "10.0.0.0/31", true],
    [["10.0.0.0/8", "203.0.113.0/24", "::/0"], "10.0.0.0/8", true],
    [["9.0.0.0/8", "11.0.0.0/8"], "10.0.0.0/8", false],
  ])("%j cover %s: %p", (texts, target, expected) => {
    expect(cover(texts.map(block), block(target))).toBe(expected);
  });

  it.each([
    [["0.0.0.0/0"], true],
    [["203.0.113.9/0"], true],
    [["::/0"], true],
    [["2000::/3"], true],
    [["0.0.0.0/1", "128.0.0.0/1"], true],
    [["128.0.0.0/1", "10.0.0.0/8", "0.0.0.0/1"], true],
    [["0.0.0.0/1"], false],
    [["0.0.0.0/1", "128.0.0.0/2"], false],
    [["0.0.0.0/2", "128.0.0.0/1"], false],
    [["10.0.0.0/8", "203.0.113.0/24"], false],
    [["0.0.0.0/1", "128.0.0.0/2", "192.0.0.0/3"], true],
    [
      ["0.0.0.0/5", "8.0.0.0/7", "11.0.0.0/8", "12.0.0.0/6", "16.0.0.0/4", "32.0.0.0/3", "64.0.0.0/2", "128.0.0.0/1"],
      true,
    ],
    [["192.0.0.0/3"], false],
    [["fc00::/7"], false],
    [["2000::/3", "fc00::/7"], true],
    [[], false],
  ])("%j together are the internet: %p", (texts, expected) => {
    expect(coverInternet(texts.map(block))).toBe(expected);
  });

  it("finds those without whom the others are not the internet, as trying it does", () => {
    const texts = [
      "0.0.0.0/0",
      "0.0.0.0/1",
      "128.0.0.0/1",
      "128.0.0.0/2",
      "192.0.0.0/2",
      "192.0.0.0/3",
      "10.0.0.0/8",
      "::/0",
    ];
    const sixes = ["2000::/3", "2000::/4", "3000::/4", "::/1", "fc00::/7"];
    const owned = fc.array(fc.tuple(fc.nat({ max: 4 }), fc.constantFrom(...texts, ...sixes).map(block)), {
      maxLength: 9,
    });
    fc.assert(
      fc.property(owned, (all) => {
        const blocksWithout = (owner?: number) => all.filter(([one]) => one !== owner).map(([, one]) => one);
        const needed = coverInternet(blocksWithout())
          ? [0, 1, 2, 3, 4].filter((one) => !coverInternet(blocksWithout(one)))
          : [];
        expect([...neededForInternet(all)].sort()).toEqual(needed);
      }),
      { numRuns: 3_000 },
    );
  });
});
