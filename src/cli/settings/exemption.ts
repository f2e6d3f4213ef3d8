import type { Exemption } from "../../contract/schema";
import { isObject } from "../../contract/read";
import { CONTRACT, EXEMPTIONS } from "../../contract/resolve";
import { ProgramError } from "../../errors";
import type { Addition } from "./insert";
import type { Files, Setting, SettingsFile } from "./file";

/** A file with one exemption more, and what is worth knowing about that. */
export interface Planned {
  file: SettingsFile;
  notes: readonly string[];
}

/**
 * Puts an exemption into the stack's file. A setting of a stack replaces the project's whole, so the key is the one
 * that takes nothing away: `preflight:exemptions` counts beside the exemptions of whichever contract is in force.
 */
export function exemptInStack({ project, stack }: Files, exemption: Exemption): Planned {
  const own = { exemptions: stack.setting(EXEMPTIONS), contract: stack.setting(CONTRACT) };
  const above = { exemptions: project.setting(EXEMPTIONS), contract: project.setting(CONTRACT) };
  const add = (path: readonly string[], value: unknown, notes: string[] = []): Planned => ({
    file: stack.with({ path, value }),
    notes,
  });
  if (own.exemptions) {
    return { file: stack.with(toList(stack, own.exemptions, exemption)), notes: [] };
  }
  if (own.contract && (above.exemptions || hasExemptions(own.contract))) {
    return { file: stack.with(toContract(stack, own.contract, exemption)), notes: [] };
  }
  if (above.exemptions && !above.contract) {
    return add(["config", CONTRACT], { exemptions: [exemption] });
  }
  if (above.exemptions) {
    const copied = listOf(project, above.exemptions);
    const note =
      `${EXEMPTIONS} of ${stack.name} replaces that of ${project.name}, so what is there is copied: ` +
      `${String(copied.length)} of the ${String(copied.length + 1)} exemptions.`;
    return add(["config", EXEMPTIONS], [...copied, exemption], [note]);
  }
  return add(["config", EXEMPTIONS], [exemption]);
}

/** Puts an exemption into Pulumi.yaml, for all stacks that do not replace it. */
export function exemptInProject({ project, stacks }: Files, exemption: Exemption): Planned {
  const contract = project.setting(CONTRACT);
  const exemptions = project.setting(EXEMPTIONS);
  const isInContract = !exemptions && contract !== undefined && hasExemptions(contract);
  const addition = exemptions
    ? toList(project, exemptions, exemption)
    : isInContract
      ? toContract(project, contract, exemption)
      : { path: ["config", EXEMPTIONS], value: { value: [exemption] } };
  const key = isInContract ? CONTRACT : EXEMPTIONS;
  const replaced = stacks.filter((file) => file.setting(key) !== undefined);
  return {
    file: project.with(addition),
    notes: replaced.map(({ name }) => `${name} has ${key} of its own, which replaces this for its stack.`),
  };
}

function hasExemptions({ value }: Setting): boolean {
  return isObject(value) && value["exemptions"] !== undefined;
}

function toContract(file: SettingsFile, { path, value }: Setting, exemption: Exemption): Addition {
  if (value !== null && !isObject(value)) {
    throw new ProgramError(`${CONTRACT} in ${file.name} is not a map: write it as keys and values first`);
  }
  return toList(file, { path: [...path, "exemptions"], value: value?.["exemptions"] }, exemption);
}

function toList(file: SettingsFile, setting: Setting, exemption: Exemption): Addition {
  listOf(file, setting);
  return { path: setting.path, value: [exemption] };
}

function listOf({ name }: SettingsFile, { path, value }: Setting): readonly unknown[] {
  if (Array.isArray(value)) {
    return value;
  }
  if (value !== undefined && value !== null) {
    const key = path.filter((part) => part !== "config" && part !== "value").join(".");
    throw new ProgramError(`${key} in ${name} is not a list: write it as a list of exemptions first`);
  }
  return [];
}
