#!/usr/bin/env node
import { Command } from "commander";
import { check } from "./commands/check";
import { facts } from "./commands/facts";
import { project } from "./commands/project";
import { version } from "./version";

const program = new Command("preflight")
  .description("Stops AWS failures before a Pulumi deployment makes them.")
  .version(version())
  .exitOverride((error) => {
    process.exit(error.exitCode === 0 ? 0 : 2);
  });

for (const addTo of [check, facts, project]) {
  addTo(program);
}

void program.parseAsync();
