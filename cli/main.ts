#!/usr/bin/env node
import { preflight } from "./program";

const program = preflight();
for (const command of [program, ...program.commands]) {
  command.exitOverride((error) => {
    process.exit(error.exitCode === 0 ? 0 : 2);
  });
}

void program.parseAsync();
