import { Argument, type Command } from "commander";
import { bashCompletion } from "../completion/bash";
import { fishCompletion } from "../completion/fish";
import { commandWords, type CommandWords } from "../completion/words";
import { zshCompletion } from "../completion/zsh";

const SHELLS = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion } satisfies Record<
  string,
  (commands: readonly CommandWords[]) => string
>;

export function completion(program: Command): void {
  program
    .command("completion")
    .description("print a script that completes this command in a shell")
    .addArgument(new Argument("<shell>", "the shell").choices(Object.keys(SHELLS)))
    .addHelpText("after", "\nIn bash: source <(preflight completion bash)")
    .action((shell: keyof typeof SHELLS) => {
      process.stdout.write(SHELLS[shell](commandWords(program)));
    });
}
