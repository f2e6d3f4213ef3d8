/** One step of a property path: the key of an object or the index of a list. */
export type Key = string | number;

const STEP = /\[(\d+)\]|\["(.*?)"\](?=[.[]|$)|([^.[\]]+)/g;

/** A path with one more step: `ingress[0].cidrBlocks`, `tags["kubernetes.io/role"]`. */
export function joinPath(path: string, key: Key): string {
  if (typeof key === "number") {
    return `${path}[${String(key)}]`;
  }
  const plain = /^[\w-]+$/.test(key) ? key : `["${key}"]`;
  return path === "" || plain.startsWith("[") ? `${path}${plain}` : `${path}.${plain}`;
}

/** The steps of a path that `joinPath` has made; absent where a key holds what a path is written with. */
export function keysOf(path: string): Key[] | undefined {
  const keys = [...path.matchAll(STEP)].map(([, index, quoted, plain]) =>
    index === undefined ? (quoted ?? plain ?? "") : Number(index),
  );
  return keys.reduce(joinPath, "") === path ? keys : undefined;
}

/** True where one of two paths leads to the other or around it. */
export function overlaps(left: readonly Key[], right: readonly Key[]): boolean {
  return left.every((key, index) => key === (right[index] ?? key));
}
