import { IPv4, IPv6 } from "ipaddr.js";

/** The addresses of a CIDR block, as numbers, both ends included. */
export interface Block {
  readonly family: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
}

const toNumber = (bytes: readonly number[]): bigint => bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);

/** The block of a string such as `10.0.0.0/16`; bits beyond the prefix are dropped. Absent for other strings. */
export function parseBlock(text: string): Block | undefined {
  const family = IPv4.isValidCIDRFourPartDecimal(text) ? 4 : IPv6.isValidCIDR(text) ? 6 : undefined;
  if (family === undefined) {
    return undefined;
  }
  const [address, prefix] = family === 4 ? IPv4.parseCIDR(text) : IPv6.parseCIDR(text);
  const free = BigInt((family === 4 ? 32 : 128) - prefix);
  const first = (toNumber(address.toByteArray()) >> free) << free;
  return { family, first, last: first + (1n << free) - 1n };
}

/** Whether a string such as `10.0.0.0/16` names the first address of its block, which `10.0.0.1/16` does not. Absent for other strings. */
export function beginsAtFirst(text: string): boolean | undefined {
  const block = parseBlock(text);
  return block && parseBlock(text.replace(/\/\d+$/, block.family === 6 ? "/128" : "/32"))?.first === block.first;
}

/** True when the blocks share an address. */
export function overlaps(left: Block, right: Block): boolean {
  return left.family === right.family && left.first <= right.last && right.first <= left.last;
}

/** True when every address of `inner` is in `outer`. */
export function contains(outer: Block, inner: Block): boolean {
  return outer.family === inner.family && outer.first <= inner.first && inner.last <= outer.last;
}

/** How many addresses a block has. */
export function sizeOf({ first, last }: Block): bigint {
  return last - first + 1n;
}

// 2000::/3 holds every IPv6 address that is routed on the internet.
const WORLDS = ["0.0.0.0/0", "2000::/3"].map(parseBlock).filter((block) => block !== undefined);

// No client on the internet has one of these addresses.
const NOT_ROUTED = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "224.0.0.0/3",
]
  .map(parseBlock)
  .filter((block) => block !== undefined);

/** True when the blocks together cover `target`. */
export function cover(blocks: readonly Block[], target: Block): boolean {
  let next = target.first;
  for (const { first, last } of blocks
    .filter((block) => overlaps(block, target))
    .sort((left, right) => (left.first < right.first ? -1 : 1))) {
    if (first > next) {
      return false;
    }
    next = last + 1n > next ? last + 1n : next;
  }
  return next > target.last;
}

/**
 * True when the blocks together are the whole internet, of IPv4 or of IPv6: `0.0.0.0/0`, `::/0`, two halves, or all but
 * what is private.
 */
export function coverInternet(blocks: readonly Block[]): boolean {
  return WORLDS.some((world) => cover([...blocks, ...NOT_ROUTED], world));
}

/**
 * Those without whose blocks the blocks of all the others are not the whole internet, although all together are.
 * @param owned each block with whom it belongs to
 */
export function neededForInternet<Owner>(owned: readonly (readonly [Owner, Block])[]): Set<Owner> {
  const all = [...owned, ...NOT_ROUTED.map((block): readonly [undefined, Block] => [undefined, block])];
  const covered = WORLDS.filter((world) =>
    cover(
      all.map(([, block]) => block),
      world,
    ),
  );
  const [first = new Set<Owner>(), ...others] = covered.map((world) => aloneSomewhere<Owner>(all, world));
  return new Set([...first].filter((owner) => others.every((set) => set.has(owner))));
}

/** Those that alone cover a part of `target`. */
function aloneSomewhere<Owner>(owned: readonly (readonly [Owner | undefined, Block])[], target: Block): Set<Owner> {
  const edges = owned
    .filter(([, block]) => overlaps(block, target))
    .flatMap(([owner, { first, last }]) => [
      { owner, at: first, step: 1 },
      { owner, at: last + 1n, step: -1 },
    ])
    .sort((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0));
  const open = new Map<Owner | undefined, number>();
  const alone = new Set<Owner>();
  for (const [index, { owner, at, step }] of edges.entries()) {
    open.set(owner, (open.get(owner) ?? 0) + step);
    if (open.get(owner) === 0) {
      open.delete(owner);
    }
    const next = edges[index + 1]?.at ?? at;
    const [only, ...others] = open.size === 1 ? open.keys() : [];
    if (only !== undefined && others.length === 0 && next > at && next > target.first && at <= target.last) {
      alone.add(only);
    }
  }
  return alone;
}
