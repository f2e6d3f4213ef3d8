import type { Command } from "commander";
import { parse } from "shell-quote";
import { preflight } from "../../../src/cli/program";
import scripts from "../../../package.json";

/** The commands of a block, without comments; a backslash at the end of a line joins the next to it. */
export function linesOf(code: string): string[] {
  return code
    .replaceAll("\\\n", "")
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
}

/** The simple commands of a line, as words. */
export function simpleCommands(line: string): string[][] {
  const commands: string[][] = [[]];
  let isTarget = false;
  for (const token of parse(line, (name) => `$${name}`)) {
    if (typeof token === "object" && "comment" in token) {
      break;
    }
    if (typeof token === "object" && token.op !== "glob") {
      isTarget = token.op === ">" || token.op === ">>";
      if (!isTarget) {
        commands.push([]);
      }
    } else if (isTarget) {
      isTarget = false;
    } else {
      commands.at(-1)?.push(typeof token === "object" ? token.pattern : token);
    }
  }
  return commands.filter((words) => words.length > 0);
}

/** The arguments that a simple command gives to `preflight`; absent where it is another command. */
function argumentsOfPreflight(words: readonly string[]): readonly string[] | undefined {
  const bare = words.slice(words.findIndex((word) => !/^\w+=/.test(word)));
  if (bare[0] === "preflight") {
    return bare.slice(1);
  }
  if (bare[0] === "node" && bare[1]?.endsWith("dist/src/cli/main.js") === true) {
    return bare.slice(2);
  }
  const script =
    bare[0] === "npm" && bare[1] === "run" ? bare.findIndex((word, at) => at > 1 && !word.startsWith("-")) : -1;
  return script > 0 && bare[script] === "preflight" ? bare.slice(bare.indexOf("--") + 1) : undefined;
}

function scriptProblem(words: readonly string[]): string | undefined {
  if (words[0] !== "npm" || words[1] !== "run") {
    return undefined;
  }
  const name = words.slice(2).find((word) => !word.startsWith("-")) ?? "";
  return Object.hasOwn(scripts.scripts, name) ? undefined : `npm has no script ${name}`;
}

/** What Commander says to the arguments of `preflight`; undefined where it takes them. */
export function preflightProblem(args: readonly string[]): string | undefined {
  const program = preflight();
  const [name = "", ...rest] = args;
  if (name.startsWith("-")) {
    return ["--help", "--version"].includes(name) ? undefined : `preflight has no option ${name}`;
  }
  const command = program.commands.find((one) => one.name() === name);
  return command === undefined ? `preflight has no command ${name}` : commandProblem(command, rest);
}

// A word in capitals stands for what a reader puts there.
const isNoChoice = (word: string, choices: readonly string[] | undefined): boolean =>
  choices !== undefined && !choices.includes(word) && !/^[A-Z-]+$/.test(word);

function commandProblem(command: Command, args: readonly string[]): string | undefined {
  const errors: string[] = [];
  command
    .exitOverride((error) => {
      throw error;
    })
    .configureOutput({ writeErr: (text) => errors.push(text.trim()) });
  try {
    const { operands, unknown } = command.parseOptions([...args]);
    const [option] = unknown;
    if (option !== undefined && option !== "--help") {
      return `preflight ${command.name()} has no option ${option}`;
    }
    const places = command.registeredArguments;
    if (operands.length > places.length && !places.some(({ variadic }) => variadic)) {
      return `preflight ${command.name()} does not take ${operands.slice(places.length).join(" ")}`;
    }
    const wrong = operands.find((word, at) => isNoChoice(word, places[at]?.argChoices));
    return wrong === undefined ? undefined : `preflight ${command.name()} does not take ${wrong}`;
  } catch {
    return errors.join(" ");
  }
}

/** What is wrong with a line of commands, as far as that is known without running it. */
export function commandProblems(line: string): string[] {
  return simpleCommands(line).flatMap((words) => {
    const args = argumentsOfPreflight(words);
    const problem = args === undefined ? scriptProblem(words) : preflightProblem(args);
    return problem === undefined ? [] : [problem];
  });
}
