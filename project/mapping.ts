/** The keys and values of a text in YAML; absent where it is none, or holds something else. */
export function mappingIn(text: string): Record<string, unknown> | undefined {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it as the pack starts
  const { parse } = require("yaml") as typeof import("yaml");
  try {
    const value: unknown = parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
