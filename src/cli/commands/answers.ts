import type { Command } from "commander";
import { readLog } from "../../input/answers";

const HELP = `
Pulumi writes the log while it previews, with the credentials of the stack:
  PULUMI_DEBUG_GRPC=calls.log pulumi preview
  preflight answers calls.log > answers.json
  preflight check . --answers answers.json
The log may hold secrets. The answers leave out what is marked or named as one:\na placeholder takes its place.`;

export function answers(program: Command): void {
  program
    .command("answers")
    .description("record what the cloud answers to what a program looks up, for checks without the cloud")
    .argument("<log>", "the log of Pulumi's calls in a preview, or - for standard input")
    .addHelpText("after", HELP)
    .action((log: string) => {
      process.stdout.write(`${JSON.stringify(readLog(log), undefined, 2)}\n`);
    });
}
