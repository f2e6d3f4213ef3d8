#!/usr/bin/env node
import { Command } from "commander";
import { check } from "./commands/check";
import { exempt } from "./commands/exempt";
import { explain } from "./commands/explain";
import { project } from "./commands/project";
import { rules } from "./commands/rules";
import { version } from "./version";

const program = new Command("preflight")
  .description("Stops AWS failures before a Pulumi deployment makes them.")
  .version(version())
  .exitOverride((error) => {
    process.exit(error.exitCode === 0 ? 0 : 2);
  });

for (const addTo of [check, project, rules, explain, exempt]) {
  addTo(program);
}

void program.parseAsync();
