/** The words of a name in upper case, however it joins them: `dbPassword`, `DB_PASSWORD` and `db-password` are DB PASSWORD. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .map((word) => word.toUpperCase());
}
