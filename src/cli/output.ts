import { reasonOf } from "./save";

/**
 * Sees to it that standard output and error may end before all is written: a reader that has seen enough, such as `head`,
 * is not an error, and a full disk is reported in one line, with exit code 2.
 */
export function guardOutput(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") {
      process.stderr.write(`preflight: standard output cannot be written: ${reasonOf(error)}\n`);
      process.on("exit", () => {
        process.exitCode = 2;
      });
    }
  });
  process.stderr.on("error", () => undefined);
}
