// Patterns of strings in the dialect of AWS's models, which is that of Java, as regular expressions of JavaScript: the same
// language or none at all.
import { analyse } from "scslre";

/** What JavaScript has no equal for, or reads in another way. */
const FOREIGN = [
  /\[\[:|\[:\^?[a-z]+:\]/, // classes of POSIX
  /\(\?[a-zA-Z>-]/, // flags inside, groups that do not give back
  /[*+?}]\+/, // quantifiers that do not give back
  /\\[AZzGhHQEXRx]/, // anchors, horizontal space, quotes
  /&&/, // intersections of classes
  /\\[pP]\{(?!(?:L|Lu|Ll|N|Nd|Z|Zs|P|S|M|C)\})/, // properties of other names
  /\\\\[+*?.dwsDWS]/, // escaped twice, by mistake
  /\barn\b/, // what refers to another resource is the provider's to write
];

/** True for a class in a class, which JavaScript takes for a bracket. */
function hasNestedClass(pattern: string): boolean {
  let isInside = false;
  for (const character of pattern.replace(/\\./g, "")) {
    if (character === "[" && isInside) {
      return true;
    }
    isInside = character === "[" || (isInside && character !== "]");
  }
  return false;
}

/** True for a pattern that everything matches. */
const isEverything = (pattern: string): boolean => /^\^?(?:\.\*|\[\\s\\S\]\*|\(\?:\.\|\\s\)\*|\.\+)\$?$/.test(pattern);

/** The flags that a pattern needs. */
const flagsOf = (source: string): string => (/\\[pP]\{/.test(source) ? "u" : "");

/** True where no string makes the expression take more than linear time, roughly. */
function isFast(source: string, flags: string): boolean {
  return analyse({ source, flags }).reports.length === 0;
}

/** The expression for a whole string; absent where the pattern cannot be translated exactly, or says nothing. */
export function translated(pattern: string): string | undefined {
  if (isEverything(pattern) || FOREIGN.some((one) => one.test(pattern)) || hasNestedClass(pattern)) {
    return undefined;
  }
  const source = `^(?:${pattern})$`;
  try {
    new RegExp(source, flagsOf(source));
    return isFast(source, flagsOf(source)) ? source : undefined;
  } catch {
    return undefined;
  }
}
