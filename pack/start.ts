import { readlinkSync } from "node:fs";
import { PolicyPack } from "@pulumi/policy";
import { RunError } from "@pulumi/pulumi/errors";
import { Budget } from "./budget";
import { chooseRules, type PackLevels } from "./choice";
import { ownDecoding } from "./decoding";
import { dispatched } from "./dispatch";
import { Examiner } from "./examiner";
import { readManifest } from "./manifest";
import { toPolicies } from "./policies";
import type { PackOptions } from "./preflight";
import { hearConfiguration } from "./remediation";
import { Session } from "./session";

/** The folder in which the command was started, where the system tells it. */
function parentFolder(): string | undefined {
  try {
    return readlinkSync(`/proc/${String(process.ppid)}/cwd`);
  } catch {
    return undefined;
  }
}

const remediating = (levels: PackLevels = {}): ReadonlySet<string> =>
  new Set(Object.keys(levels).filter((id) => levels[id] === "remediate"));

/** What `preflight` does, which is apart since it loads Pulumi's SDK. */
export function start({ name, displayName, tags, ...contents }: PackOptions): void {
  const { rules, ruleIds, problems } = chooseRules(contents);
  if (problems.length > 0) {
    const lines = problems.map((problem) => `- ${problem}${problem.endsWith("?") ? "" : "."}`);
    throw new RunError(`preflight cannot make the pack "${name}":\n${lines.join("\n")}`);
  }
  ownDecoding();
  const session = new Session(process.env, ruleIds, parentFolder, contents.contract);
  session.remediating = remediating(contents.levels);
  hearConfiguration(session);
  const budget = new Budget();
  const examiners = rules.map((rule) => new Examiner(rule, session, budget));
  dispatched(examiners, session, () => {
    new PolicyPack(name, {
      ...(displayName !== undefined && { displayName }),
      provider: "aws",
      ...(tags && { tags: [...tags] }),
      // The engine starts a pack in its own folder.
      ...readManifest(process.cwd()),
      policies: toPolicies(examiners, session, contents.levels),
    });
  });
}
