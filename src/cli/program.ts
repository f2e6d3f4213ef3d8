import { Command } from "commander";
import { version } from "./version";

type AddTo = (program: Command) => void;

/* eslint-disable @typescript-eslint/no-require-imports -- a run loads its own command alone */
const COMMANDS: ReadonlyMap<string, () => AddTo> = new Map(
  Object.entries({
    check: () => (require("./commands/check") as typeof import("./commands/check")).check,
    project: () => (require("./commands/project") as typeof import("./commands/project")).project,
    rules: () => (require("./commands/rules") as typeof import("./commands/rules")).rules,
    explain: () => (require("./commands/explain") as typeof import("./commands/explain")).explain,
    contract: () => (require("./commands/contract") as typeof import("./commands/contract")).contract,
    exempt: () => (require("./commands/exempt") as typeof import("./commands/exempt")).exempt,
    init: () => (require("./commands/init") as typeof import("./commands/init")).init,
    answers: () => (require("./commands/answers") as typeof import("./commands/answers")).answers,
    facts: () => (require("./commands/facts") as typeof import("./commands/facts")).facts,
    completion: () => (require("./commands/completion") as typeof import("./commands/completion")).completion,
  }),
);
/* eslint-enable @typescript-eslint/no-require-imports */

/** It writes the words of all commands. */
const COMPLETION = "completion";

/**
 * The command `preflight`.
 * @param chosen the name of the command that is run; all are there without it, and where no command has this name
 */
export function preflight(chosen?: string): Command {
  const program = new Command("preflight")
    .description("Stops AWS failures before a Pulumi deployment makes them.")
    .version(version());
  const only = chosen === undefined || chosen === COMPLETION ? undefined : COMMANDS.get(chosen);
  for (const load of only === undefined ? COMMANDS.values() : [only]) {
    load()(program);
  }
  return program;
}
