import { InvalidArgumentError } from "commander";
import { FRAMEWORKS, type Framework } from "../aws/frameworks";

const names = FRAMEWORKS.join(", ");

/** The frameworks by name or by a word of it, in any case: `cis` means every version of it. */
export function frameworksNamed(text: string): Framework[] {
  const word = text.trim().toLowerCase();
  const exact = FRAMEWORKS.filter((name) => name.toLowerCase() === word);
  const found =
    exact.length > 0
      ? exact
      : FRAMEWORKS.filter((name) => word !== "" && ` ${name.toLowerCase()} `.includes(` ${word} `));
  if (found.length === 0) {
    throw new InvalidArgumentError(`It has to be one of ${names}, or words of one of them.`);
  }
  return found;
}

/** Parses one framework, which may be repeated. */
export function framework(text: string, earlier: readonly Framework[] = []): Framework[] {
  const found = frameworksNamed(text);
  if (found.length > 1) {
    throw new InvalidArgumentError(`It means several: ${found.join(", ")}.`);
  }
  return [...new Set([...earlier, ...found])];
}
