import { Command } from "commander";
import { check } from "./commands/check";
import { completion } from "./commands/completion";
import { contract } from "./commands/contract";
import { exempt } from "./commands/exempt";
import { explain } from "./commands/explain";
import { facts } from "./commands/facts";
import { init } from "./commands/init";
import { project } from "./commands/project";
import { rules } from "./commands/rules";
import { version } from "./version";

/** The command `preflight`, with all of its own. */
export function preflight(): Command {
  const program = new Command("preflight")
    .description("Stops AWS failures before a Pulumi deployment makes them.")
    .version(version());
  for (const addTo of [check, project, rules, explain, contract, exempt, init, facts, completion]) {
    addTo(program);
  }
  return program;
}
