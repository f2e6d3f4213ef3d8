import type { Command } from "commander";
import type { Report } from "../../report/report";
import { readTarget } from "../../targets/target";
import { sinceBaseline, withBaselineOptions, type BaselineOptions } from "../baseline";
import { reportOn } from "../check";
import { configurationOf, EXIT_CODES, withConfigurationOptions, type ConfigurationOptions } from "../options";
import { Progress } from "../progress";
import { reported, tell, today, type ReportOptions } from "../report";

interface Options extends ConfigurationOptions, ReportOptions, BaselineOptions {
  folder?: string;
}

const TARGETS = `
A target is one of
  a folder        with a Pulumi.yaml of a Node.js or Python program, which is run without cloud and credentials
  a state         of 'pulumi stack export'
  a preview       of 'pulumi preview --json --show-sames'
  an event log    of the Pulumi engine
  -               one of the three files from standard input`;

async function run(path: string, options: Options): Promise<number> {
  const progress = new Progress();
  const { stack, folder, day = today() } = options;
  const make = async (): Promise<Report> => {
    try {
      const target = await readTarget(path, {
        stack,
        folder,
        config: configurationOf(options),
        onProgress: (doing) => {
          progress.show(doing);
        },
      });
      return reportOn(target, day);
    } finally {
      progress.clear();
    }
  };
  return tell(options, () => sinceBaseline(options, make));
}

export function check(program: Command): void {
  const command = program
    .command("check")
    .description("check what a program would deploy, or what a stack is, without the cloud")
    .argument("<target>", "a program's folder, or a file that Pulumi wrote of its stack")
    .option("--folder <folder>", "the program's folder, where the target is a file");
  withBaselineOptions(reported(withConfigurationOptions(command)))
    .addHelpText("after", `${TARGETS}\n${EXIT_CODES}`)
    .action(async (path: string, options: Options) => {
      process.exitCode = await run(path, options);
    });
}
