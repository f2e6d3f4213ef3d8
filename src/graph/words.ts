/** The words of a name in upper case, however it joins them: `dbPassword`, `DB_PASSWORD` and `db-password` are DB PASSWORD. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .map((word) => word.toUpperCase());
}

const MOST_NAMES = 4;

/** Names in a sentence: `a`, `a and b`, `a, b, c, d and 3 more`. */
export function joinNames(names: readonly string[]): string {
  const rest = names.length - MOST_NAMES;
  const shown = rest > 0 ? [...names.slice(0, MOST_NAMES), `${String(rest)} more`] : names;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1) ?? ""}`;
}
