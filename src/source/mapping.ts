/** The keys and values of a YAML document; absent where it is not YAML, or not a mapping. */
export function mappingIn(text: string): Record<string, unknown> | undefined {
  if (text.trim() === "") {
    return undefined;
  }
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it as the pack starts
  const { parse } = require("yaml") as typeof import("yaml");
  try {
    // The tags of CloudFormation, such as !Ref, would be warned of.
    const value: unknown = parse(text, { logLevel: "error", merge: true });
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
