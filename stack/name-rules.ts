import type { Resource } from "./resource";
import { UNKNOWN } from "./value";
import type { Read } from "./view";

/** How AWS wants the names of a type. Ranges and single characters stand apart by blanks: `a-z 0-9 - space`. */
export interface NameRule {
  /** The argument with the name. */
  readonly property: string;
  readonly minimum: number;
  /** 0 where it is not known. */
  readonly maximum: number;
  /** What the name consists of, begins and ends with; empty for any. */
  readonly characters: string;
  readonly first: string;
  readonly last: string;
  /** What no name contains; after `^`, what none begins with. */
  readonly never: readonly string[];
  /** What stands before all that, and what may stand after it. */
  readonly beginning: string;
  readonly ending: string;
  /** What the provider makes of the logical name where there is no other; empty where it makes none. */
  readonly automatic: string;
  /** What AWS says to other characters, where that is known. */
  readonly answer: string;
}

export interface NameRules {
  readonly types: Readonly<Record<string, NameRule>>;
}

/** The name under which AWS is going to know a resource, as far as the program or the provider decides it. */
export interface PhysicalName {
  text: string;
  /** The argument that holds it, or that would. */
  property: string;
  /** True where the provider makes it, with random characters, of the logical name. */
  isAutomatic: boolean;
  /** True where more follows that the provider makes up. */
  isPrefix: boolean;
}

/** The rule for the names of a type; absent for those that the table does not have. */
export function nameRuleOf({ type }: Resource, { types }: NameRules): NameRule | undefined {
  return Object.hasOwn(types, type) ? types[type] : undefined;
}

/** What makes the provider put `.fifo` at the end of a name that it makes. */
const FIFO = ["fifoQueue", "fifoTopic"];

/** A resource's name, or how it begins; absent where nothing is given and the provider makes it in a way of its own. */
export function physicalName(resource: Resource, rule: NameRule): Read<PhysicalName> {
  const { property } = rule;
  if (resource.isUnknown) {
    return UNKNOWN;
  }
  for (const key of [property, `${property}Prefix`]) {
    const text = resource.find(key)?.str();
    if (text === UNKNOWN) {
      return UNKNOWN;
    }
    if (text !== undefined && text !== "") {
      return { text, property: key, isAutomatic: false, isPrefix: key !== property };
    }
  }
  const { automatic } = rule;
  const base = automatic.replace("{name}", () => resource.name).replace("{lower}", () => resource.name.toLowerCase());
  const isFifo = FIFO.some((key) => resource.find(key)?.bool() === true);
  const text = isFifo ? `${base}.fifo` : base;
  return automatic === "" ? undefined : { text, property, isAutomatic: true, isPrefix: false };
}

const WORDS: Readonly<Record<string, string>> = {
  "a-z": "lower-case letters",
  "A-Z": "upper-case letters",
  "0-9": "digits",
  space: "blanks",
};

const tests = new Map<string, (character: string) => boolean>();

function belongs(character: string, set: string): boolean {
  let test = tests.get(set);
  if (!test) {
    test = testFor(set.split(" "));
    tests.set(set, test);
  }
  return test(character);
}

function testFor(parts: readonly string[]): (character: string) => boolean {
  const isRange = (part: string): boolean => part.length === 3 && part[1] === "-";
  const ranges = parts.filter(isRange).map((part) => [part.charAt(0), part.charAt(2)] as const);
  const singles = new Set(parts.filter((part) => !isRange(part)).map((part) => (part === "space" ? " " : part)));
  return (character) => ranges.some(([from, to]) => from <= character && character <= to) || singles.has(character);
}

/** The characters of a set in words: `lower-case letters, digits and - _`. */
export function charactersInWords(set: string): string {
  const parts = set.split(" ");
  const isAnyCase = parts.includes("a-z") && parts.includes("A-Z");
  const others = isAnyCase ? parts.filter((part) => part !== "a-z" && part !== "A-Z") : parts;
  const kinds = others.flatMap((part) => WORDS[part] ?? []);
  const signs = others.filter((part) => WORDS[part] === undefined).join(" ");
  const words = [...(isAnyCase ? ["letters"] : []), ...kinds, ...(signs === "" ? [] : [signs])];
  return words.length === 1 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.slice(-1).join("")}`;
}

/** What is wrong with a name's characters, in words that follow on the name; empty where nothing is. */
export function characterFaults({ text, isPrefix }: PhysicalName, rule: NameRule): string[] {
  const { beginning, characters, first, last } = rule;
  const body = bodyOf(text, rule);
  if (body === undefined) {
    return isArn(text) ? [] : [`does not begin with ${beginning}`];
  }
  const foreign = characters === "" ? [] : [...new Set(body)].filter((character) => !belongs(character, characters));
  const [start, end] = [body.charAt(0), body.slice(-1)];
  return [
    ...(foreign.length > 0 ? [`has ${foreign.map(shown).join(", ")}`] : []),
    ...(first !== "" && start !== "" && !foreign.includes(start) && !belongs(start, first)
      ? [`begins with ${shown(start)}`]
      : []),
    ...(last !== "" && end !== "" && !isPrefix && !foreign.includes(end) && !belongs(end, last)
      ? [`ends with ${shown(end)}`]
      : []),
  ];
}

/** What a name has that AWS takes in no name of its type, in words that follow on the name; empty where nothing is. */
export function partFaults({ text }: PhysicalName, rule: NameRule): string[] {
  const body = bodyOf(text, rule) ?? "";
  return rule.never.flatMap((part) =>
    part.startsWith("^")
      ? body.startsWith(part.slice(1))
        ? [`begins with ${part.slice(1)}`]
        : []
      : body.includes(part)
        ? [`contains ${part}`]
        : [],
  );
}

// Several services take an ARN for a name.
const isArn = (text: string): boolean => text.startsWith("arn:");

/** What the characters of a rule are about; absent for an ARN, and where a name does not begin as it has to. */
function bodyOf(text: string, { beginning, ending }: NameRule): string | undefined {
  const rest = text.slice(beginning.length);
  return isArn(text) || !text.startsWith(beginning)
    ? undefined
    : ending !== "" && rest.endsWith(ending)
      ? rest.slice(0, -ending.length)
      : rest;
}

const shown = (character: string): string => (character === " " ? "a blank" : `"${character}"`);

/** True for a name that has more or fewer characters than AWS takes. A prefix is only the start of a name. */
export function isOfWrongLength({ text, isPrefix }: PhysicalName, { minimum, maximum }: NameRule): boolean {
  return (maximum > 0 && text.length > maximum) || (!isPrefix && text.length < minimum);
}

// No name that long is near to one that AWS takes.
const LONGEST_MENDED = 1_000;

/** A name like this one that AWS takes; absent where none is near. */
export function mendedName({ text }: PhysicalName, rule: NameRule): string | undefined {
  if (text.length > LONGEST_MENDED) {
    return undefined;
  }
  const { beginning, ending, characters, maximum } = rule;
  const end = ending !== "" && text.endsWith(ending) ? ending : "";
  const body = text.slice(text.startsWith(beginning) ? beginning.length : 0, text.length - end.length);
  const cased = characters === "" || belongs("A", characters) ? body : kebab(body);
  const fitting = Array.from(cased)
    .map((character) => (characters === "" || belongs(character, characters) ? character : "-"))
    .join("")
    .replace(/-{2,}/g, "-");
  const room = maximum === 0 ? fitting.length : maximum - beginning.length - end.length;
  const mended = beginning + fitting.slice(0, room).replace(/^-|-$/g, "") + end;
  const name: PhysicalName = { text: mended, property: "", isAutomatic: false, isPrefix: false };
  const isFaulty = [...characterFaults(name, rule), ...partFaults(name, rule)].length > 0;
  return isFaulty || isOfWrongLength(name, rule) ? undefined : mended;
}

const kebab = (text: string): string => text.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();
