import { once } from "node:events";
import { createInterface } from "node:readline/promises";

/** True where a person is at the terminal. */
export function isInteractive(): boolean {
  return process.stdin.isTTY && process.stdout.isTTY;
}

/** Prompts, and returns what is typed in one line; nothing where the input ends. */
export async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const ended = once(lines, "close").then(() => "");
    return (await Promise.race([lines.question(question), ended])).trim();
  } finally {
    lines.close();
  }
}

export async function confirmed(question: string): Promise<boolean> {
  return /^y(es)?$/i.test(await ask(`${question} [y/N] `));
}
