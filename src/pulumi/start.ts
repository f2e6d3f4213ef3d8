import { readlinkSync } from "node:fs";
import { basename } from "node:path";
import { PolicyPack } from "@pulumi/policy";
import { RunError } from "@pulumi/pulumi/errors";
import { EnforcementLevel } from "@pulumi/pulumi/proto/analyzer_pb";
import { configurationIn } from "../rules/configuration";
import { atLevel } from "../rules/levels";
import { Analyzer } from "./analyzer";
import { chooseRules, type PackLevel, type PackLevels, type PackOptions } from "./choice";
import { readManifest } from "./manifest";
import { toPolicies } from "./policies";
import { PolicyRunner, registeredLevel } from "./policy-runner";
import { install } from "./sdk-patches";
import { Session } from "./session";
import { Superseding } from "./superseding";

const LEVEL: Readonly<Record<PackLevel, EnforcementLevel>> = {
  advisory: EnforcementLevel.ADVISORY,
  mandatory: EnforcementLevel.MANDATORY,
  remediate: EnforcementLevel.REMEDIATE,
  disabled: EnforcementLevel.DISABLED,
};

/** The folder in which the command was started, where the system has a file that names it. */
function parentFolder(): string | undefined {
  try {
    return readlinkSync(`/proc/${String(process.ppid)}/cwd`);
  } catch {
    return undefined;
  }
}

const idsAt = (level: PackLevel, levels: PackLevels): ReadonlySet<string> =>
  new Set(Object.keys(levels).filter((id) => levels[id] === level));

/** What `preflight` does, in a module of its own since it loads Pulumi's SDK. */
export function start({ name, displayName, tags, ...contents }: PackOptions): void {
  // The engine starts a pack in its own folder.
  const folder = process.cwd();
  const file = configurationIn(folder, (path) => `${basename(path)} of the pack`);
  const { rules: chosen, ruleIds, levels, contract, problems } = chooseRules(contents, file);
  if (problems.length > 0) {
    const lines = problems.map((problem) => `- ${problem}${problem.endsWith("?") ? "" : "."}`);
    throw new RunError(`preflight cannot make the pack "${name}":\n${lines.join("\n")}`);
  }
  const session = new Session(process.env, ruleIds, parentFolder, { rules: chosen, levels, contract });
  // What the program's own configuration raises has to be registered so, since a finding can only be lowered.
  const rules = chosen.map((rule) => atLevel(rule, session.programLevels.get(rule.id)));
  session.remediating = idsAt("remediate", levels);
  session.disabled = idsAt("disabled", levels);
  const superseding = new Superseding(rules, (id) => session.disabled.has(id));
  const runners = rules.map((rule) => new PolicyRunner(rule, session, superseding, rules));
  const { version, ...manifest } = readManifest(folder);
  const registered = rules.map((rule) => [rule.id, LEVEL[levels[rule.id] ?? registeredLevel(rule)]] as const);
  install(new Analyzer(runners, session, { name, version, levels: new Map(registered) }), () => {
    new PolicyPack(name, {
      ...(displayName !== undefined && { displayName }),
      provider: "aws",
      ...(tags && { tags: [...tags] }),
      ...manifest,
      policies: toPolicies(runners, session, levels),
    });
  });
}
