import { mappingIn } from "./mapping";
import type { PlainSetting } from "./project-files";

/** What a project declares of a setting, where it declares more than the value. */
const VALUES = ["value", "default"] as const;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The settings that a Pulumi.yaml or Pulumi.<stack>.yaml holds in plain text; encrypted ones are objects with `secure`. */
export function plainSettingsIn(path: string, text: string | undefined): PlainSetting[] {
  const { config, configuration } = mappingIn(text ?? "") ?? {};
  return [config, configuration]
    .filter(isObject)
    .flatMap((settings) => Object.entries(settings))
    .flatMap(([key, setting]) => {
      const declared = isObject(setting) ? VALUES.flatMap((name) => (name in setting ? [setting[name]] : [])) : [];
      return (declared.length > 0 ? declared : [setting])
        .flatMap(stringsIn)
        .map((value): PlainSetting => ({ path, key, value }));
    });
}

function stringsIn(value: unknown): string[] {
  if (Array.isArray(value)) {
    return value.flatMap(stringsIn);
  }
  if (isObject(value)) {
    return "secure" in value ? [] : Object.values(value).flatMap(stringsIn);
  }
  return typeof value === "string" || typeof value === "number" ? [String(value)] : [];
}
