import { guardOutput } from "./output";
import { withPartialInOneWord } from "./partial";
import { preflight } from "./program";
import { explainFailure } from "./report";

const program = preflight(process.argv[2]);
for (const command of [program, ...program.commands]) {
  command.exitOverride((error) => {
    process.exit(error.exitCode === 0 ? 0 : 2);
  });
}

guardOutput();
program.parseAsync(withPartialInOneWord(process.argv)).catch((error: unknown) => {
  process.exitCode = explainFailure(error);
});
