import type { Command } from "commander";
import { exemptionProblems } from "../../contract/check";
import { CONTRACT, EXEMPTIONS, resolveContract } from "../../contract/resolve";
import type { Exemption } from "../../contract/schema";
import { validate } from "../../contract/validate";
import { settingsFiles } from "../../engine/program";
import { ProgramError } from "../../engine/program-error";
import { RULE_IDS } from "../../policies";
import { explainFailure, today } from "../report";
import { exemptInProject, exemptInStack } from "../settings/exemption";
import { filesOf } from "../settings/file";
import { write, type Agreed } from "../settings/write";

interface Options extends Agreed {
  reason: string;
  until: string;
  stack?: string;
  folder: string;
  project?: true;
}

const ARGUMENTS: Readonly<Record<keyof Exemption, string>> = {
  rule: "RULE",
  resource: "RESOURCE",
  reason: "--reason",
  until: "--until",
};

/** Holds an exemption against what the contract's own checks say, and names the argument that is wrong. */
function assertGood(exemption: Exemption, notExemptable: readonly string[]): void {
  const place = "exempt";
  const isFixed = (rule: string): boolean =>
    rule === "contract" || [rule, "*"].some((id) => notExemptable.includes(id));
  const source = { exemptions: [exemption] };
  const [problem] = [
    ...validate(source, place).problems,
    ...exemptionProblems(source, place, ["exemptions"], { known: RULE_IDS, isFixed }),
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
    throw new ProgramError(`${rule} is set aside for ${resource} until ${same.until} already: ${same.reason}`);
  }
}

async function run(rule: string, resource: string, options: Options): Promise<number> {
  const exemption: Exemption = { rule, resource, reason: options.reason, until: options.until };
  const { folder, stack } = options;
  const paths = settingsFiles(folder, stack);
  const files = filesOf(paths);
  const isForProject = options.project === true;
  const inForce = isForProject ? [files.project] : [files.stack, files.project];
  const stackConfig = Object.fromEntries(
    [CONTRACT, EXEMPTIONS].map((key) => [
      key,
      inForce.map((file) => file.setting(key)).find((setting) => setting !== undefined)?.value,
    ]),
  );
  const { contract } = resolveContract({ stackConfig, stack: paths.stackName, ruleIds: RULE_IDS });
  assertGood(exemption, contract.notExemptable);
  assertNew(exemption, contract.exemptions);
  const { file, notes } = (isForProject ? exemptInProject : exemptInStack)(files, exemption);
  return write(file, notes, options);
}

export function exempt(program: Command): void {
  program
    .command("exempt")
    .description("set a rule aside for a resource, for a reason and up to a day")
    .argument("<rule>", "the id of the rule")
    .argument("<resource>", "a glob on the resource's name or URN; * or the stack's name for a finding on the stack")
    .requiredOption("--reason <text>", "why the rule is set aside")
    .requiredOption("--until <date>", "the last day on which the exemption holds, such as 2027-01-31")
    .option("--stack <name>", "the stack whose file it is written to")
    .option("--project", "write it to Pulumi.yaml, for all stacks")
    .option("--folder <folder>", "the folder with the program's Pulumi.yaml", ".")
    .option("--yes", "write it without asking")
    .action(async (rule: string, resource: string, options: Options) => {
      process.exitCode = await run(rule, resource, options).catch(explainFailure);
    });
}
