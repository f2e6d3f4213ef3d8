#!/usr/bin/env node
import { guardOutput } from "./output";
import { preflight } from "./program";
import { explainFailure } from "./report";

const program = preflight();
for (const command of [program, ...program.commands]) {
  command.exitOverride((error) => {
    process.exit(error.exitCode === 0 ? 0 : 2);
  });
}

guardOutput();
program.parseAsync().catch((error: unknown) => {
  process.exitCode = explainFailure(error);
});
