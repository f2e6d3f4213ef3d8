import type { Command } from "commander";
import { exemptionProblems } from "../../contract/check";
import { CONTRACT, EXEMPTIONS, resolveContract } from "../../contract/resolve";
import type { Exemption } from "../../contract/schema";
import { validate } from "../../contract/validate";
import { settingsFiles } from "../../engine/program";
import { ProgramError } from "../../errors";
import { printable } from "../../printable";
import { explainFailure, today } from "../report";
import { contractSources, settingsFor } from "../settings-for";
import { exemptInSource } from "../settings/source";
import { exemptInProject, exemptInStack } from "../settings/exemption";
import { filesOf } from "../settings/file";
import { write, type Agreed } from "../settings/write";

interface Options extends Agreed {
  reason: string;
  until: string;
  stack?: string;
  folder: string;
  project?: true;
  inSource?: true;
}

const ARGUMENTS: Readonly<Record<keyof Exemption, string>> = {
  rule: "RULE",
  resource: "RESOURCE",
  reason: "--reason",
  until: "--until",
};

/** Checks an exemption as the contract's own checks do, and names the argument that is wrong. */
function assertGood(exemption: Exemption, notExemptable: readonly string[], known: ReadonlySet<string>): void {
  const place = "exempt";
  const isFixed = (rule: string): boolean =>
    rule === "contract" || [rule, "*"].some((id) => notExemptable.includes(id));
  const source = { exemptions: [exemption] };
  const [problem] = [
    ...validate(source, place).problems,
    ...exemptionProblems(source, place, ["exemptions"], { known, isFixed }),
  ];
  if (problem) {
    const key = problem.path.replace("exemptions[0].", "") as keyof Exemption;
    throw new ProgramError(problem.message.replace(`${place} sets ${problem.path} to`, `${ARGUMENTS[key]} is`));
  }
  if (exemption.until < today()) {
    throw new ProgramError(`--until is ${exemption.until}, which is past: give the last day on which it holds`);
  }
}

function assertNew({ rule, resource, until }: Exemption, inForce: readonly Exemption[]): void {
  const same = inForce.find((other) => other.rule === rule && other.resource === resource && other.until >= until);
  if (same) {
    throw new ProgramError(`${rule} is exempt for ${resource} until ${same.until} already: ${printable(same.reason)}`);
  }
}

async function run(rule: string, resource: string, options: Options): Promise<number> {
  const exemption: Exemption = { rule, resource, reason: options.reason, until: options.until };
  const { folder, stack } = options;
  const paths = settingsFiles(folder, stack);
  const files = filesOf(paths);
  const isForProject = options.project === true;
  if (isForProject && options.inSource === true) {
    throw new ProgramError("--project and --in-source exclude each other: a comment holds for all stacks already");
  }
  const inForce = isForProject ? [files.project] : [files.stack, files.project];
  const stackConfig = Object.fromEntries(
    [CONTRACT, EXEMPTIONS].map((key) => [
      key,
      inForce.map((file) => file.setting(key)).find((setting) => setting !== undefined)?.value,
    ]),
  );
  const settings = settingsFor(folder);
  const { contract } = resolveContract({ stackConfig, stack: paths.stackName, ...contractSources(settings) });
  assertGood(exemption, contract.notExemptable, settings.ruleIds);
  assertNew(exemption, contract.exemptions);
  if (options.inSource === true) {
    if (contract.exemptInSource === false) {
      throw new ProgramError("the contract allows no exemptions in the source (exemptInSource: false)");
    }
    return write(exemptInSource(folder, exemption), [], options);
  }
  const { file, notes } = (isForProject ? exemptInProject : exemptInStack)(files, exemption);
  return write(file, notes, options);
}

export function exempt(program: Command): void {
  program
    .command("exempt")
    .description("exempt a resource from a rule, for a reason and up to a day")
    .argument("<rule>", "the id of the rule")
    .argument(
      "<resource>",
      "a glob on the resource's name, or on its URN if it has ::; * or the stack's name for a finding on the stack",
    )
    .requiredOption("--reason <text>", "why the exemption is right")
    .requiredOption("--until <date>", "the last day on which the exemption holds, such as 2027-01-31")
    .option("--stack <name>", "the stack whose file it is written to")
    .option("--project", "write it to Pulumi.yaml, for all stacks")
    .option("--in-source", "write it as a comment above the resource, whose name is then the resource's own")
    .option("--folder <folder>", "the folder with the program's Pulumi.yaml", ".")
    .option("--yes", "write it without asking")
    .action(async (rule: string, resource: string, options: Options) => {
      process.exitCode = await run(rule, resource, options).catch(explainFailure);
    });
}
