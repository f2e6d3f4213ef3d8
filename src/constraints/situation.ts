import { Archive, Asset } from "../graph/value";
import { defaultOf, isNotSet, throughReference, viewAt, withoutPrefix, type Scope } from "./evaluate";
import { alternatives, groupOf, propertiesOf, type Constraint } from "./form";

/** Properties whose value is never shown. */
const SECRET = /password|passwd|secret|token|credential|privatekey|userdata|authkey|environment|variables/i;

const LONGEST_SHOWN = 60;
const MOST_ITEMS = 3;
const MOST_PROPERTIES = 5;

/** Words, versions and addresses: anything else may hold a script or a credential. */
const PLAIN = /^(?:[A-Za-z_.:/@ -]*|[\d.]+(?:\/\d{1,3})?)$/;

/** Instance types and zones, which AWS names: `db.r6g.large`, `t3.micro.search`, `us-east-1a`. */
const OF_AWS =
  /^(?:(?:(?:db|cache|dax|kafka|mq|ml|dms)\.)?[a-z]{1,4}\d[a-z\d-]{0,6}\.(?:nano|micro|small|medium|(?:\d{1,3}x)?large|metal)(?:\.[a-z]{1,12})?|[a-z]{2}(?:-[a-z]{2,10}){1,2}-\d[a-z]?)$/;

/** A value as a message shows it; `words` are values that the constraint itself names. */
export const shown = (value: unknown, words?: ReadonlySet<string>): string => {
  if (typeof value !== "string") {
    return String(value);
  }
  return words?.has(value) === true || (value.length <= LONGEST_SHOWN && (PLAIN.test(value) || OF_AWS.test(value)))
    ? `"${value}"`
    : `a string of ${String(value.length)} characters`;
};

const named = new WeakMap<Constraint, ReadonlySet<string>>();

/** The values that a constraint names in its conditions and its requirement. */
function wordsOf(constraint: Constraint): ReadonlySet<string> {
  let words = named.get(constraint);
  if (words === undefined) {
    const { when, where, require } = constraint;
    words = new Set(textsIn([when, where, require]));
    named.set(constraint, words);
  }
  return words;
}

const textsIn = (value: unknown): string[] =>
  typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(textsIn)
      : [];

const isScalar = (value: unknown): boolean => ["string", "number", "boolean"].includes(typeof value);

/** What a property is, in a few words that follow its name. */
function stateOf(scope: Scope, path: string, words: ReadonlySet<string>): string {
  if (isNotSet(scope, path)) {
    return "is not set";
  }
  const { value, isUnknown } = viewAt(scope, path);
  const fallback = defaultOf(scope, path);
  if ((value === undefined || value === "") && fallback !== undefined) {
    // What AWS uses by itself is public.
    return `is not set, which means ${typeof fallback === "string" ? `"${fallback}"` : String(fallback)}`;
  }
  if (isUnknown || SECRET.test(path) || value instanceof Asset || value instanceof Archive) {
    return "is set";
  }
  if (Array.isArray(value)) {
    return value.length <= MOST_ITEMS && value.every(isScalar)
      ? `has ${value.map((item) => shown(item, words)).join(", ")}`
      : `has ${String(value.length)} ${value.length === 1 ? "item" : "items"}`;
  }
  return isScalar(value) ? `is ${shown(value, words)}` : "is set";
}

/** A property by its name, and where it is another resource's, by that. */
function nameOf(scope: Scope, path: string): string {
  const other = throughReference(scope, path);
  return other ? `\`${other.rest}\` of ${other.resource.name}` : `\`${withoutPrefix(path)}\``;
}

const joined = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1) ?? ""}`;

/** The properties that a constraint speaks of, each once: those of the resource, then those of the element. */
function subjects(constraint: Constraint): string[] {
  const { when, where, each } = constraint;
  const own = alternatives(when).flatMap((one) => Object.keys(one));
  const ofResource = each === undefined ? own : own.map((path) => `/${path}`);
  return [...ofResource, ...alternatives(where).flatMap((one) => Object.keys(one)), ...propertiesOf(constraint)];
}

/** Whether a requirement is about what a property holds, not whether it is set. */
function isAboutValue({ require }: Constraint, path: string): boolean {
  return (
    groupOf(require) === undefined &&
    alternatives(require).some((one) => {
      const test = one[path];
      return test !== undefined && !(typeof test === "object" && "present" in test);
    })
  );
}

/** What is there, as a sentence: `billingMode` is "PAY_PER_REQUEST" and `readCapacity` is 5. */
export function situation(constraint: Constraint, scope: Scope, decisive: string): string {
  const all = subjects(constraint);
  const isShort = all.length <= MOST_PROPERTIES;
  // Of alternatives and groups, what is not set explains nothing.
  const relevant = [...new Set(all)].filter((path) => path === decisive || (isShort && !isNotSet(scope, path)));
  const states = new Map<string, string[]>();
  for (const path of relevant.length === 0 ? [decisive] : relevant) {
    const own = stateOf(scope, path, wordsOf(constraint));
    const isHidden = own === "is set" && path === decisive && isAboutValue(constraint, path);
    const state = isHidden ? "has a value that AWS does not accept" : own;
    states.set(state, [...(states.get(state) ?? []), nameOf(scope, path)]);
  }
  const parts = [...states].map(([state, paths]) =>
    paths.length === 1
      ? `${joined(paths)} ${state}`
      : `${joined(paths)} ${state.replace(/^is /, "are ").replace(/^has /, "have ")}`,
  );
  return `${joined(parts)}.`;
}
