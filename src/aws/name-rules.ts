import type { Resource } from "../graph/resource";
import { UNKNOWN } from "../graph/value";
import type { Read } from "../graph/view";

/** What AWS requires of the names of a type. Spaces separate ranges and single characters: `a-z 0-9 - space`. */
export interface NameRule {
  /** The argument with the name. */
  readonly property: string;
  readonly minimum: number;
  /** 0 where it is not known. */
  readonly maximum: number;
  /** The characters that a name consists of, begins and ends with; empty for any. */
  readonly characters: string;
  readonly first: string;
  readonly last: string;
  /** What a name must not contain; after `^`, what it must not begin with. */
  readonly never: readonly string[];
  /** The fixed start of a name, and the end that it may have. */
  readonly beginning: string;
  readonly ending: string;
  /** What the provider makes from the logical name where a program sets none; empty where it makes none. */
  readonly automatic: string;
  /** AWS's error for other characters, where it is known. */
  readonly answer: string;
}

export interface NameRules {
  readonly types: Readonly<Record<string, NameRule>>;
}

/** The name that a resource will have in AWS, as far as the program or the provider decides it. */
export interface PhysicalName {
  text: string;
  /** The argument that holds it, or that would. */
  property: string;
  /** True where the provider makes it from the logical name and random characters. */
  isAutomatic: boolean;
  /** True where the provider adds random characters. */
  isPrefix: boolean;
}

/** The rule for the names of a type; absent for those that the table does not have. */
export function nameRuleOf({ type }: Resource, { types }: NameRules): NameRule | undefined {
  return Object.hasOwn(types, type) ? types[type] : undefined;
}

/** The arguments that make the provider add `.fifo` to a name that it generates. */
const FIFO = ["fifoQueue", "fifoTopic"];

/** A resource's name or its prefix; absent where the program sets none and the provider's way to generate one is not known. */
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
  space: "spaces",
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

/** The problems with a name's characters, as predicates that follow the name; empty where there are none. */
export function characterProblems({ text, isPrefix }: PhysicalName, rule: NameRule): string[] {
  const { beginning, characters, first, last } = rule;
  const body = bodyOf(text, rule);
  if (body === undefined) {
    return isArn(text) ? [] : [`does not begin with ${beginning}`];
  }
  const invalid = characters === "" ? [] : [...new Set(body)].filter((character) => !belongs(character, characters));
  const [start, end] = [body.charAt(0), body.slice(-1)];
  return [
    ...(invalid.length > 0 ? [`has ${invalid.map(shown).join(", ")}`] : []),
    ...(first !== "" && start !== "" && !invalid.includes(start) && !belongs(start, first)
      ? [`begins with ${shown(start)}`]
      : []),
    ...(last !== "" && end !== "" && !isPrefix && !invalid.includes(end) && !belongs(end, last)
      ? [`ends with ${shown(end)}`]
      : []),
  ];
}

/** The parts of a name that AWS never accepts, as predicates that follow the name; empty where there are none. */
export function partProblems({ text }: PhysicalName, rule: NameRule): string[] {
  const body = bodyOf(text, rule) ?? "";
  return rule.never.flatMap((part) =>
    part.startsWith("^")
      ? body.startsWith(part.slice(1))
        ? [`begins with "${part.slice(1)}"`]
        : []
      : body.includes(part)
        ? [`contains "${part}"`]
        : [],
  );
}

// Several services accept an ARN as a name.
const isArn = (text: string): boolean => text.startsWith("arn:");

/** The part of a name that the rule's characters apply to; absent for an ARN, and where the fixed start is missing. */
function bodyOf(text: string, { beginning, ending }: NameRule): string | undefined {
  const rest = text.slice(beginning.length);
  return isArn(text) || !text.startsWith(beginning)
    ? undefined
    : ending !== "" && rest.endsWith(ending)
      ? rest.slice(0, -ending.length)
      : rest;
}

const shown = (character: string): string => (character === " " ? "a space" : `"${character}"`);

/** True for a name with more or fewer characters than AWS accepts. A prefix is only the start of a name. */
export function hasWrongLength({ text, isPrefix }: PhysicalName, { minimum, maximum }: NameRule): boolean {
  return (maximum > 0 && text.length > maximum) || (!isPrefix && text.length < minimum);
}

// No name that long is close to a valid one.
const LONGEST_FIXED = 1_000;

/** A similar name that AWS accepts; absent where there is none. */
export function fixedName({ text }: PhysicalName, rule: NameRule): string | undefined {
  if (text.length > LONGEST_FIXED) {
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
  const fixed = beginning + fitting.slice(0, room).replace(/^-|-$/g, "") + end;
  const name: PhysicalName = { text: fixed, property: "", isAutomatic: false, isPrefix: false };
  const isInvalid = [...characterProblems(name, rule), ...partProblems(name, rule)].length > 0;
  return isInvalid || hasWrongLength(name, rule) ? undefined : fixed;
}

const kebab = (text: string): string => text.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();
