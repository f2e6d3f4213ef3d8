/** An object of any shape, as JSON has it. */
export type JsonObject = Readonly<Record<string, unknown>>;

const WRAPPER_KEYS: ReadonlySet<string> = new Set(["value", "default", "description", "items", "secret", "type"]);
const TIMESTAMP = /^(\d{4}-\d{2}-\d{2})[Tt ]\d{2}:\d{2}.*$/;
const DEEPEST_WRAPPING = 4;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** True for a value as Pulumi.yaml holds an object: under `value:`. */
export function isWrapped(value: unknown): value is { value: unknown } {
  return isObject(value) && "value" in value && Object.keys(value).every((key) => WRAPPER_KEYS.has(key));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A copy in plain JSON: dates become strings, and what JSON omits becomes null; `.inf` and `.nan` of YAML stay. */
function asJson(raw: unknown): unknown {
  const kept = (_key: string, value: unknown): unknown =>
    typeof value === "number" && !Number.isFinite(value) ? `${NO_JSON}${String(value)}` : value;
  const restored = (_key: string, value: unknown): unknown =>
    typeof value === "string" && value.startsWith(NO_JSON) ? Number(value.slice(NO_JSON.length)) : value;
  return (JSON.parse(JSON.stringify({ raw }, kept), restored) as { raw?: unknown }).raw ?? null;
}

/** Before a number that JSON does not have. */
const NO_JSON = "\0number:";

/**
 * The value of a setting in any of its forms: itself, JSON in a string, or an object with `value:` as in Pulumi.yaml. The
 * result is plain JSON; a string that is not JSON stays a string. Throws for what cannot be JSON.
 */
export function readSetting(raw: unknown): unknown {
  let value: unknown = typeof raw === "string" ? raw : asJson(raw);
  for (let depth = 0; depth < DEEPEST_WRAPPING; depth++) {
    if (isWrapped(value)) {
      value = value.value;
    } else if (typeof value === "string") {
      value = parsed(value);
    } else {
      break;
    }
  }
  return value;
}

/** An unquoted date of YAML arrives as a timestamp. */
function dayOf(value: unknown): unknown {
  return typeof value === "string" ? value.replace(TIMESTAMP, "$1") : value;
}

/** An unquoted `22` of YAML is a number; `3.10` would be 3.1, so fractions stay numbers, which the schema rejects. */
function versionOf(value: unknown): unknown {
  return Number.isInteger(value) ? String(value) : value;
}

function mapValues(value: unknown, change: (value: unknown, key: string) => unknown): unknown {
  if (Array.isArray(value)) {
    return value.map((item, index) => change(item, String(index)));
  }
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, change(inner, key)]))
    : value;
}

function changeAt(value: unknown, path: readonly string[], change: (value: unknown) => unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) {
    return change(value);
  }
  return mapValues(value, (inner, key) => (first === "*" || first === key ? changeAt(inner, rest, change) : inner));
}

/** A contract's values in the form that the schema expects, where YAML reads them as something else. */
export function normalized(contract: unknown): unknown {
  const days = changeAt(contract, ["exemptions", "*", "until"], dayOf);
  return changeAt(days, ["functions", "minimumRuntimes", "*"], versionOf);
}
